/** The code of an error, whoever threw it: by the code, never by the class, of which a test runner may have two. */
export function failureCode(error: unknown): string | number | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' || typeof code === 'number' ? code : null;
}

/** What a failure says, without the name of its class. */
export function failureSentence(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
