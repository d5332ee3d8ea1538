import { CallstitchError } from '@callstitch/domain';

const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'it is not there',
  ENOTDIR: 'something in its path is no folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EROFS: 'the disk is read-only',
};

/** Does some work on an archive, and says in one sentence why it cannot be written. */
export async function writing<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CallstitchError) throw cause;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);
    throw new CallstitchError(
      'ARCHIVE_UNUSABLE',
      `The archive ${place} cannot be written (${SENTENCES[code] ?? code}); no call log that is not in it was deleted.`,
      { cause },
    );
  }
}
