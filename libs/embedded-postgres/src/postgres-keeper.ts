import { rmSync } from 'node:fs';
import { dataDirectoryAt } from './data-directory.ts';
import { Holders } from './holders.ts';
import { keep } from './keep.ts';
import { takeKeeperLock } from './keeper-lock.ts';
import { removeOwnSoftwareElsewhere } from './software-elsewhere.ts';
import { KEPT_BY_ANOTHER } from './start-keeper.ts';

/** The program that owns one server; started by the first process that needs it, and gone after the last. */
const [, , kind] = process.argv;
const temporary = kind === 'temporary';
const directory = dataDirectoryAt(process.cwd());
const GRACE_MS = temporary ? 0 : 2_000;
const MOST_AFTER_SIGTERM_MS = 5_000;

// Whoever started us may be gone by the time we complain.
process.stderr.on('error', () => undefined);
const lock = takeKeeperLock(directory.lock);
if (!lock) process.exit(KEPT_BY_ANOTHER);
process.title = `callstitch postgres-keeper ${directory.path}`;

const holders = new Holders({ graceMs: GRACE_MS, firstMs: 10_000, leaveLast: temporary });
const leave = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // When a machine stops everybody is told at once: those who hold the server may finish first.
  process.once(signal, () => {
    holders.hurry();
    setTimeout(() => leave.abort(), MOST_AFTER_SIGTERM_MS);
  });
}

const wentWell = await keep({ directory, temporary, holders, leave: leave.signal });
removeOwnSoftwareElsewhere(directory.software);
if (temporary) rmSync(directory.path, { recursive: true, force: true });
lock.close();
process.exit(wentWell ? 0 : 1);
