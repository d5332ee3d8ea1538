import { constants, closeSync, openSync, readFileSync, readdirSync, readlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { failureCode } from './failure.ts';

/** What an earlier postmaster left in its cluster, from `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  readonly isReady: boolean;
}

/** Null when there is no file, or one that was cut short. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  const lines = contentOf(join(cluster, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : null;
}

/**
 * Leaves the cluster without a living server: ends one that outlived its keeper, and the children of
 * one that was killed. A pid that another program has by now is neither: its file is marked as ours,
 * which tells PostgreSQL that it is stale without taking away its look for shared memory still in use.
 */
export async function endStrays(cluster: string): Promise<void> {
  const file = readPostmasterFile(cluster);
  if (file && programsIn(cluster).includes(file.pid)) {
    for (const [signal, patienceMs] of [
      ['SIGINT', 20_000],
      ['SIGQUIT', 5_000],
    ] as const) {
      tell(file.pid, signal);
      if (await isEmptied(cluster, patienceMs)) return;
    }
  }
  await endProgramsIn(cluster);
  if (file && isAlive(file.pid)) markAsStale(cluster);
}

/** Kills every program of PostgreSQL that works in this directory, and waits until it is gone. */
export async function endProgramsIn(directory: string): Promise<void> {
  for (const pid of programsIn(directory)) tell(pid, 'SIGKILL');
  if (!(await isEmptied(directory, 5_000))) {
    throw new Error(
      `Processes of an earlier PostgreSQL in ${directory} do not end: ${programsIn(directory).join(', ')}. End them by hand.`,
    );
  }
}

/** PostgreSQL's programs work in their cluster; nothing else is looked at, so a shell that happens to be there is safe. */
export function programsIn(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => linkOf(`/proc/${pid}/cwd`) === directory && ['postgres', 'initdb'].includes(contentOf(`/proc/${pid}/comm`).trim()))
    .filter((pid) => !/^State:\s+[ZX]/m.test(contentOf(`/proc/${pid}/status`)))
    .map(Number);
}

async function isEmptied(directory: string, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (programsIn(directory).length === 0) return true;
    await pause(20);
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return failureCode(error) === 'EPERM';
  }
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already, which is what we want.
  }
}

/** The server's parent is never a rival in PostgreSQL's eyes. The file belongs to another account, so no link is followed. */
function markAsStale(cluster: string): void {
  const path = join(cluster, 'postmaster.pid');
  const rest = contentOf(path).split('\n').slice(1);
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW);
  writeSync(descriptor, [process.pid, ...rest].join('\n'));
  closeSync(descriptor);
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
