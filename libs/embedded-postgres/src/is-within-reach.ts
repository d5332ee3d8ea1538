import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './server-account.ts';

/** Whether the account may walk down to this directory and through it, by the mode bits of every directory on the way. */
export function isWithinReach(directory: string, account: Account | null): boolean {
  if (!account) return true;
  const { uid, gid, mode } = statSync(directory);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (directory === '/' || isWithinReach(dirname(directory), account));
}
