import type { CallLogBook, CelStore } from '@callstitch/application';
import { generateCallLogs } from '@callstitch/application';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import type { Cel, Instant } from '@callstitch/domain';
import {
  CEL_COPY_COLUMNS,
  PostgresCallLogBook,
  PostgresCelStore,
  celRow,
  copyIn,
  createCelTable,
  migrate,
  openDatabase,
} from '@callstitch/persistence';
import type { Pool } from 'pg';
import type { Floor } from './generate-floor.js';
import { measureFloor } from './generate-floor.js';
import { repeatCels } from './repeat-cels.js';

/** One size, generated on a fresh database. */
export interface GenerateResult {
  readonly rows: number;
  readonly calls: number;
  readonly seconds: number;
  /** Where the time went; what is not named is grouping and telling. */
  readonly steps: Readonly<Record<string, number>>;
  readonly peakRssMegabytes: number;
  readonly deleteSeconds: number;
  readonly againSeconds: number;
  readonly floor: Floor;
}

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const PIECE = 100_000;

/** The same object, with the seconds that its methods take added up by name. */
function timed<Port extends object>(port: Port, methods: readonly (keyof Port & string)[], seconds: Record<string, number>): Port {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...args: unknown[]) => unknown;
      if (!methods.includes(name as keyof Port & string)) return method;
      return async (...args: unknown[]) => {
        const before = performance.now();
        try {
          return await method(...args);
        } finally {
          seconds[String(name)] = (seconds[String(name)] ?? 0) + (performance.now() - before) / 1000;
        }
      };
    },
  });
}

async function load(pool: Pool, recording: readonly Cel[], rows: number): Promise<void> {
  const client = await pool.connect();
  for (let loaded = 0; loaded < rows;) {
    const piece = repeatCels(recording, Math.min(rows, loaded + PIECE), loaded);
    await copyIn(client, { table: 'cel', columns: CEL_COPY_COLUMNS }, piece.map(celRow));
    loaded += piece.length;
  }
  await client.query('vacuum analyze cel');
  client.release();
}

/** Loads so many rows into an empty database and generates their call logs, as `callstitch generate` does. */
export async function benchGenerate(url: string, recording: readonly Cel[], rows: number): Promise<GenerateResult> {
  await migrate(url);
  await createCelTable(url);
  const database = await openDatabase({ url });
  await load(database.pool, recording, rows);
  const steps: Record<string, number> = {};
  const book = new PostgresCallLogBook({ pool: database.pool, defaultTenantUuid: TENANT });
  const store: CelStore = timed(new PostgresCelStore(database.pool), ['read', 'readKin', 'newestPart'], steps);
  const options = {
    store,
    book: timed<CallLogBook>(book, ['known', 'write'], steps),
    dialect: asteriskDialect({ trunks: [], internal: [], directory: null }),
    teller: 'bench',
    now: () => (Date.now() * 1000) as Instant,
    silentAfterMinutes: 240,
    batchRows: 20_000,
  };
  const clock = async (work: () => Promise<unknown>): Promise<number> => {
    const before = performance.now();
    await work();
    return (performance.now() - before) / 1000;
  };
  const all = { kind: 'newest', count: Infinity } as const;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  let calls = 0;
  const seconds = await clock(async () => (calls = (await generateCallLogs(all, options)).created));
  clearInterval(watch);
  const first = { ...steps };
  const floor = await measureFloor(database.pool);
  const deleteSeconds = await clock(() => book.forget('default', null));
  const againSeconds = await clock(() => generateCallLogs(all, options));
  book.close();
  await database.close();
  return { rows, calls, seconds, steps: first, peakRssMegabytes: peak / 1e6, deleteSeconds, againSeconds, floor };
}
