import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * The right to keep one data directory, or null when another process has it. It is a lock of the
 * kernel's on a file: it goes when its holder goes, however that ends, and so is never stale.
 * Node offers no such lock except through SQLite; the file stays empty. Keep the result: when it is collected, the lock is gone.
 */
export function takeKeeperLock(path: string): DatabaseSync | null {
  const lock = new DatabaseSync(path);
  try {
    chmodSync(path, 0o600);
    lock.exec('PRAGMA journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

const SQLITE_BUSY = 5;
