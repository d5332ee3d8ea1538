import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLES, readCels } from '@callstitch/scenarios';
import { openEmbeddedPostgres } from '@callstitch/embedded-postgres';
import type { GenerateResult } from './bench-generate.js';
import { benchGenerate } from './bench-generate.js';
import { benchPure } from './bench-pure.js';
import { benchList } from './bench-list.js';
import { benchPurge } from './bench-purge.js';
import { benchLive } from './live/bench-live.js';
import { printLive } from './live/print-live.js';
import { growthExponent } from './growth-exponent.js';
import { ownDatabase } from './own-database.js';
import { LIST_HEADING, printGenerate, printList, printPure, printPurge } from './print-results.js';

const USAGE = `Usage: npm run bench -- pure|generate|purge|list|live [--rows 200000,1000000] [--file CELS.csv.gz] [--json] [--plans]
       npm run bench -- live [--rate 50] [--seconds 20] [--nodes 1] [--json]

pure       groups, replays and tells the rows, repeated to each number of rows, in memory on one core
generate   the same rows on a PostgreSQL of its own, end to end, in a fresh process for each size, beside the floor: COPY the
           rows out, COPY the results in
purge      so many call logs over 36 months, purged by rows and by months, on a PostgreSQL of its own
list       so many call logs of 200 users, listed by each filter alone: the first page of 100, page 5,000 by cursor (or the last),
           offset 10,000, and the count; --plans shows how PostgreSQL runs the first page
live       so many calls a second, written row by row as Asterisk does, while the service runs as one or more processes on a
           PostgreSQL of its own: the time from the commit of a call's last row to an answer of GET /1.0/changes that has it

Without a file the rows are those of the load run in samples/.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '200000,1000000' },
    file: { type: 'string', default: join(SAMPLES, 'load-20k.csv.gz') },
    json: { type: 'boolean', default: false },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    nodes: { type: 'string', default: '1' },
    plans: { type: 'boolean', default: false },
  },
});
const sizes = values.rows.split(',').map(Number);
const BENCHES = ['pure', 'generate', 'purge', 'list', 'live'];
const live = { callsPerSecond: Number(values.rate), seconds: Number(values.seconds), nodes: Number(values.nodes) };
const [bench] = positionals;

if (
  !BENCHES.includes(bench ?? '') ||
  positionals.length > 1 ||
  [...sizes, ...Object.values(live)].some((size) => !Number.isInteger(size) || size < 1)
) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (bench === 'live') {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'callstitch-bench-'));
  const postgres = await openEmbeddedPostgres({ dataDirectory });
  try {
    const result = await benchLive(await ownDatabase(postgres.url, 'bench_live'), await readCels(values.file), { ...live, dataDirectory });
    console.log(values.json ? JSON.stringify(result) : printLive(result));
  } finally {
    await postgres.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
} else if (bench === 'purge' || bench === 'list') {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'callstitch-bench-'));
  const postgres = await openEmbeddedPostgres({ dataDirectory });
  for (const calls of sizes) {
    const url = await ownDatabase(postgres.url, `bench_${calls}`);
    if (bench === 'purge') {
      const result = await benchPurge(url, calls);
      console.log(values.json ? JSON.stringify(result) : printPurge(result));
    } else if (values.json) {
      console.log(JSON.stringify(await benchList(url, { calls, withPlans: values.plans })));
    } else {
      console.log(`${calls} call logs over 36 months\n${LIST_HEADING}`);
      await benchList(url, {
        calls,
        withPlans: values.plans,
        onFilter: (times) => {
          console.log(printList(times));
        },
      });
    }
  }
  await postgres.close();
  rmSync(dataDirectory, { recursive: true, force: true });
} else {
  const recording = await readCels(values.file);
  if (bench === 'pure') {
    const results = sizes.map((rows) => benchPure(recording, rows));
    console.log(values.json ? JSON.stringify({ results, growthExponent: growthExponent(results) }) : printPure(results));
  } else {
    // A cluster with its safety on, as in production.
    const dataDirectory = mkdtempSync(join(tmpdir(), 'callstitch-bench-'));
    const postgres = await openEmbeddedPostgres({ dataDirectory });
    const results: GenerateResult[] = [];
    for (const rows of sizes) results.push(await benchGenerate(await ownDatabase(postgres.url, `bench_${rows}`), recording, rows));
    await postgres.close();
    rmSync(dataDirectory, { recursive: true, force: true });
    console.log(values.json ? JSON.stringify({ results, growthExponent: growthExponent(results) }) : printGenerate(results));
  }
}
