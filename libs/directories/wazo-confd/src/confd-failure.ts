/** Why confd did not answer, as a sentence for who waits for the answer: without a token, a body or anybody's data. */
export class ConfdFailure extends Error {
  constructor(
    readonly reason: string,
    /** Whether the same request may succeed a moment later. */
    readonly mayPass: boolean,
  ) {
    super(reason);
    this.name = 'ConfdFailure';
  }
}

/** The code of a failure that Node reports, else its name; its message may quote what it was about, so it is not for others. */
export function codeOf(error: unknown): string {
  const { cause } = fieldsOf(error);
  const { code } = fieldsOf(cause);
  const { code: ownCode, name } = fieldsOf(error);
  return [code, ownCode, name].find((text) => typeof text === 'string') ?? 'unknown error';
}

/** Not by class: what fetch throws belongs to another realm in a test. */
export function fieldsOf(error: unknown): { readonly code?: unknown; readonly name?: unknown; readonly cause?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
