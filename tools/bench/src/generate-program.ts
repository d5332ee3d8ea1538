import type { CallLogBook, CelStore } from '@callstitch/application';
import { generateCallLogs } from '@callstitch/application';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import type { Instant } from '@callstitch/domain';
import { PostgresCallLogBook, PostgresCelStore, openDatabase } from '@callstitch/persistence';
import { timed } from './timed.js';

/** What one process measured. */
export interface ProgramResult {
  readonly calls: number;
  readonly seconds: number;
  /** Where the time went, by the methods of the ports; steps of different batches may overlap. */
  readonly steps: Readonly<Record<string, number>>;
  /** What the process itself computed, its start included; the rest was waiting for the server. */
  readonly cpuSeconds: number;
  /** The most that the process ever had. */
  readonly peakRssMegabytes: number;
}

/**
 * Generates all call logs of a database in a process of its own, `generate-program.js URL`, so that nothing is warm and
 * the memory is nobody else's. The clock starts when the database is open, as a service finds it.
 */
const [url = ''] = process.argv.slice(2);
const TENANT = '7e7e0001-0000-4000-8000-000000000001';

const database = await openDatabase({ url });
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
const before = performance.now();
const { created } = await generateCallLogs({ kind: 'newest', count: Infinity }, options);
const seconds = (performance.now() - before) / 1000;
book.close();
await database.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
const result: ProgramResult = { calls: created, seconds, steps, cpuSeconds, peakRssMegabytes: (maxRSS * 1024) / 1e6 };
console.log(JSON.stringify(result));
