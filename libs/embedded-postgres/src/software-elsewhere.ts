import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isWithinReach } from './is-within-reach.ts';
import { takeKeeperLock } from './keeper-lock.ts';
import type { Account } from './server-account.ts';

const NAME = 'callstitch-postgres-software-';
const UNLOCKED = 'callstitch-postgres-unlocked-';
const LOCK = 'keeper.lock';

/** The places of this process, each with its lock: it tells other keepers that the place is in use. */
const ours = new Map<string, { close(): void }>();

/** Makes a temporary directory for software that cannot lie in its data directory; null when the account reaches none. */
export function makePlaceElsewhere(account: Account | null): string | null {
  const parent = parents().find((candidate) => isWithinReach(candidate, account));
  if (parent === undefined) return null;
  // It gets its name only with its lock, so that nobody who clears up takes it for one that was left.
  const nameless = mkdtempSync(join(parent, UNLOCKED));
  const lock = takeKeeperLock(join(nameless, LOCK));
  const place = join(parent, NAME + basename(nameless).slice(UNLOCKED.length));
  renameSync(nameless, place);
  chmodSync(place, 0o755);
  if (lock !== null) ours.set(place, lock);
  return place;
}

/** Removes the temporary directory that `software` leads to, if it is a link of ours. The caller has the keeper's lock. */
export function removeSoftwareElsewhere(software: string): void {
  if (!lstatSync(software, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const place = readlinkSync(software);
  if (basename(place).startsWith(NAME)) rmSync(place, { recursive: true, force: true });
  rmSync(software);
}

/** Removes what this process made, also when its data directory is gone, and the link to it. */
export function removeOwnSoftwareElsewhere(software: string): void {
  for (const [place, lock] of ours) {
    rmSync(place, { recursive: true, force: true });
    lock.close();
  }
  ours.clear();
  removeSoftwareElsewhere(software);
}

/** Removes what keepers left that were killed: the lock of a dead one is free. Those of other users are theirs. */
export function clearSoftwareElsewhere(): void {
  for (const parent of parents()) for (const name of namesIn(parent)) if (name.startsWith(NAME)) clear(join(parent, name));
}

function clear(place: string): void {
  const found = lstatSync(place, { throwIfNoEntry: false });
  const lockFile = join(place, LOCK);
  if (ours.has(place) || !found?.isDirectory() || found.uid !== process.getuid?.() || !existsSync(lockFile)) return;
  try {
    const lock = takeKeeperLock(lockFile);
    if (lock === null) return;
    rmSync(place, { recursive: true, force: true });
    lock.close();
  } catch {
    // Another keeper clears up too.
  }
}

function parents(): string[] {
  return [...new Set([tmpdir(), '/tmp', '/var/tmp'])];
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
