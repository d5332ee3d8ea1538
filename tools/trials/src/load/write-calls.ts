import { setTimeout as pause } from 'node:timers/promises';
import type { CallRows } from '@callstitch/cel-simulator';
import { callAgain } from '@callstitch/cel-simulator';
import type { Cel } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import pg from 'pg';
import { lateLeg } from './late-leg.js';
import { writeCall } from './write-call.js';

export interface LoadOptions {
  readonly callsPerSecond: number;
  readonly seconds: number;
  /** Calls go on being written until it says so, also when their time is over. */
  readonly mayEnd: () => boolean;
}

/** What was written. */
export interface Written {
  /** When the last row of each call was committed for the first time, in milliseconds since the epoch, by linkedid. */
  readonly endedAt: ReadonlyMap<string, number>;
  readonly rows: number;
}

const WRITERS = 24;
/** How long the rows of a call take to come: there is always one that is half written. */
const CALL_MS = 1_000;
/** Every so many calls one has rows that come late. */
const LATE_EVERY = 4;

/** Writes calls at a rate; settles when all rows of all calls are committed. */
export async function writeCalls(url: string, calls: readonly CallRows[], options: LoadOptions): Promise<Written> {
  const { callsPerSecond, seconds, mayEnd } = options;
  const pool = new pg.Pool({ connectionString: url, max: WRITERS, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  const endedAt = new Map<string, number>();
  const writing: Promise<number>[] = [];
  const started = performance.now();
  try {
    for (let number = 0; number < callsPerSecond * seconds || !mayEnd(); number++) {
      await pause(Math.max(0, started + (number * 1_000) / callsPerSecond - performance.now()));
      const call = callAgain(calls[number % calls.length] as CallRows, number, instant(Date.now() * 1_000));
      writing.push(write(pool, call, { isLate: number % LATE_EVERY === 0, endedAt }));
    }
    const rows = await Promise.all(writing);
    return { endedAt, rows: rows.reduce((sum, one) => sum + one, 0) };
  } finally {
    await pool.end();
  }
}

interface OneCall {
  readonly isLate: boolean;
  readonly endedAt: Map<string, number>;
}

async function write(pool: Pool, call: CallRows, { isLate, endedAt }: OneCall): Promise<number> {
  const betweenMs = CALL_MS / call.length;
  await writeCall(pool, call, { from: 0, betweenMs });
  endedAt.set((call[0] as Cel).linkedid, Date.now());
  if (!isLate) return call.length;
  const all = [...call, ...lateLeg(call)];
  await writeCall(pool, all, { from: call.length, betweenMs });
  return all.length;
}
