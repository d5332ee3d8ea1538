import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedPostgres } from '@callstitch/embedded-postgres';

/** A PostgreSQL that can be killed and stays away until it is let back. */
export interface KillablePostgres {
  readonly url: string;
  /** Ends the postmaster and all its children as a loss of power would. */
  kill(): Promise<void>;
  /** Has it started again, on the same data and the same port. */
  restart(): void;
  close(): Promise<void>;
}

const LOOK_MS = 20;

/** A cluster that waits for disks, as in production. Its keeper, which would start it again at once, is held still meanwhile. */
export async function killablePostgres(dataDirectory: string): Promise<KillablePostgres> {
  const postgres = await openEmbeddedPostgres({ dataDirectory });
  const postmaster = (): number => Number(readFileSync(join(dataDirectory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const keeper = parentOf(postmaster());
  let heldKeeper: number | null = null;
  const restart = (): void => {
    if (heldKeeper !== null) process.kill(heldKeeper, 'SIGCONT');
    heldKeeper = null;
  };
  return {
    url: postgres.url,
    async kill() {
      const server = postmaster();
      heldKeeper = keeper;
      process.kill(keeper, 'SIGSTOP');
      const backends = childrenOf(server);
      process.kill(server, 'SIGKILL');
      for (const backend of backends) tell(backend, 'SIGKILL');
      while (backends.some(isAlive)) await pause(LOOK_MS);
    },
    restart,
    async close() {
      restart();
      await postgres.close();
      // It would stay a while for who comes next, and write into a folder that is being removed.
      tell(keeper, 'SIGTERM');
      while (isAlive(keeper)) await pause(LOOK_MS);
    },
  };
}

const statusOf = (pid: number): string => readFileSync(`/proc/${pid}/status`, 'utf8');

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(statusOf(pid))?.[1]);
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return parentOf(pid) === parent;
      } catch {
        return false;
      }
    });
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself, as backends do when their postmaster has.
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(statusOf(pid));
  } catch {
    return false;
  }
}
