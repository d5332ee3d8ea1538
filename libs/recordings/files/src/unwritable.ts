import { CallstitchError } from '@callstitch/domain';
import { failureCode } from './failure-sentence.js';

const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'its directory is not there',
  ENOTDIR: 'something in its path is no directory',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EROFS: 'the disk is read-only',
  EIO: 'the disk fails',
};

/** Does some work on an archive, and says in one sentence without paths why it cannot be written. */
export async function writing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const code = failureCode(cause);
    throw new CallstitchError('EXPORT_UNWRITABLE', `The archive of the export cannot be written (${SENTENCES[code] ?? code}).`, { cause });
  }
}
