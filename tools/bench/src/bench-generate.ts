import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cel } from '@callstitch/domain';
import { CEL_COPY_COLUMNS, PostgresCallLogBook, celRow, copyIn, createCelTable, migrate, openDatabase } from '@callstitch/persistence';
import type { Pool } from 'pg';
import type { Floor } from './generate-floor.js';
import { measureFloor } from './generate-floor.js';
import type { ProgramResult } from './generate-program.js';
import { repeatCels } from './repeat-cels.js';

/** One size, generated on a fresh database by a fresh process. */
export interface GenerateResult extends ProgramResult {
  readonly rows: number;
  readonly deleteSeconds: number;
  readonly againSeconds: number;
  readonly floor: Floor;
}

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const PIECE = 100_000;

async function load(pool: Pool, recording: readonly Cel[], rows: number): Promise<void> {
  const client = await pool.connect();
  for (let loaded = 0; loaded < rows;) {
    const piece = repeatCels(recording, Math.min(rows, loaded + PIECE), loaded);
    await copyIn(client, { table: 'cel', columns: CEL_COPY_COLUMNS }, piece.map(celRow));
    loaded += piece.length;
  }
  await client.query('vacuum analyze cel');
  // What loading left to be written to disk is not the generation's.
  await client.query('checkpoint');
  client.release();
}

/** What a generator measured, in a process of its own. */
async function generated(url: string): Promise<ProgramResult> {
  const program = join(import.meta.dirname, 'generate-program.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, url]);
  return JSON.parse(stdout) as ProgramResult;
}

/** Loads so many rows into an empty database and generates their call logs, as `callstitch generate` does. */
export async function benchGenerate(url: string, recording: readonly Cel[], rows: number): Promise<GenerateResult> {
  await migrate(url);
  await createCelTable(url);
  const database = await openDatabase({ url });
  await load(database.pool, recording, rows);
  const first = await generated(url);
  const floor = await measureFloor(database.pool);
  const book = new PostgresCallLogBook({ pool: database.pool, defaultTenantUuid: TENANT });
  const before = performance.now();
  await book.forget('default', null);
  const deleteSeconds = (performance.now() - before) / 1000;
  book.close();
  const { seconds: againSeconds } = await generated(url);
  await database.close();
  return { ...first, rows, deleteSeconds, againSeconds, floor };
}
