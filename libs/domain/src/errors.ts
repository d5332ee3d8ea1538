/** Every failure a caller may want to tell apart. Codes are API: never reuse one. */
export type CallstitchErrorCode =
  | 'ARCHIVE_INVALID'
  | 'ARCHIVE_UNUSABLE'
  | 'ARGUMENT_INVALID'
  | 'CEL_FILE_NOT_FOUND'
  | 'CEL_FILE_INVALID'
  | 'DIRECTORY_INVALID'
  | 'CALL_LOG_NOT_FOUND'
  | 'CELS_GONE'
  | 'CONVERSATION_NOT_FOUND'
  | 'DATABASE_NOT_STARTED'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_EXTENSION_MISSING'
  | 'DATABASE_MIGRATION_FAILED'
  | 'DATABASE_NOT_MIGRATED'
  | 'CEL_TABLE_NOT_FOUND'
  | 'CEL_TABLE_INVALID'
  | 'CONFIG_INVALID'
  | 'PLUGINS_REJECTED'
  | 'AUTH_UNREACHABLE'
  | 'TENANT_IN_USE'
  | 'TENANT_NOT_FOUND'
  | 'TENANTS_UNSURE'
  | 'TOKEN_NOT_FOUND'
  | 'PURGE_UNFINISHED'
  | 'EXPORT_UNWRITABLE'
  | 'JOB_NOT_FOUND'
  | 'JOB_RUNNING';

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
