const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a directory',
  EBUSY: 'in use',
  EROFS: 'the disk is read-only',
  ELOOP: 'is a link',
  ENOTDIR: 'is no directory',
};

/** Why something could not be done with a file, without its path. */
export function failureSentence(error: unknown): string {
  const code = failureCode(error);
  return SENTENCES[code] ?? code;
}

/** Node's name for it, such as `ENOENT`. */
export function failureCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
