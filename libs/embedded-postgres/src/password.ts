import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { DataDirectory } from './data-directory.ts';

/** The password of the cluster's one role. It stands in this file and nowhere else: never log it. */
export function readPassword({ password }: DataDirectory): string {
  return readFileSync(password, 'utf8').trim();
}

/** Makes the password before the first initdb; a cluster whose password is lost is not given a new one. */
export function ensurePassword({ password, cluster }: DataDirectory): void {
  if (existsSync(password)) return;
  if (existsSync(cluster)) {
    throw new Error(`The file ${password} is gone, and without it nobody gets into ${cluster}. Bring it back from a backup.`);
  }
  const unfinished = `${password}.unfinished`;
  writeFileSync(unfinished, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, password);
}
