import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallRows } from '@callstitch/cel-simulator';
import { callsOf } from '@callstitch/cel-simulator';
import { SAMPLES, readCels } from '@callstitch/scenarios';
import type { KillablePostgres } from './killable-postgres.js';
import { killablePostgres } from './killable-postgres.js';

/** What trials have in common when one comes after the other. */
export interface Ground {
  /** Each trial has a database of its own there. */
  readonly postgres: KillablePostgres;
  /** What is written, again and again under other ids. */
  readonly calls: readonly CallRows[];
  /** For whatever trials keep; gone with the ground. */
  readonly directory: string;
  close(): Promise<void>;
}

/** Starts a PostgreSQL for trials; nothing of it is left when it is closed. */
export async function openGround(): Promise<Ground> {
  const directory = mkdtempSync(join(tmpdir(), 'callstitch-trials-'));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  // Our PostgreSQL may run under an account of its own.
  chmodSync(directory, 0o711);
  try {
    const calls = callsOf(await readCels(join(SAMPLES, 'load-20k.csv.gz')));
    const postgres = await killablePostgres(join(directory, 'postgres'));
    return {
      ...{ postgres, calls, directory },
      async close() {
        await postgres.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
