/** Every failure a caller may want to tell apart. Codes are API: never reuse one. */
export type CallstitchErrorCode =
  'ARGUMENT_INVALID' | 'CEL_FILE_NOT_FOUND' | 'CEL_FILE_INVALID' | 'DIRECTORY_INVALID' | 'CONVERSATION_NOT_FOUND';

/** A failure with a sentence a person can act on: what failed, where, and what to do next. Compare `code`, never the class. */
export class CallstitchError extends Error {
  constructor(
    readonly code: CallstitchErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CallstitchError';
  }
}
