import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLES, readCels } from '@callstitch/scenarios';
import { openEmbeddedPostgres } from '@callstitch/embedded-postgres';
import type { GenerateResult } from './bench-generate.js';
import { benchGenerate } from './bench-generate.js';
import { benchPure } from './bench-pure.js';
import { benchPurge } from './bench-purge.js';
import { growthExponent } from './growth-exponent.js';
import { ownDatabase } from './own-database.js';
import { printGenerate, printPure, printPurge } from './print-results.js';

const USAGE = `Usage: npm run bench -- pure|generate|purge [--rows 200000,1000000] [--file CELS.csv.gz] [--json]

pure       groups, replays and tells the rows, repeated to each number of rows, in memory on one core
generate   the same rows on a PostgreSQL of its own, end to end, in a fresh process for each size, beside the floor: COPY the
           rows out, COPY the results in
purge      so many call logs over 36 months, purged by rows and by months, on a PostgreSQL of its own

Without a file the rows are those of the load run in samples/.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '200000,1000000' },
    file: { type: 'string', default: join(SAMPLES, 'load-20k.csv.gz') },
    json: { type: 'boolean', default: false },
  },
});
const sizes = values.rows.split(',').map(Number);
const [bench] = positionals;

if (
  (bench !== 'pure' && bench !== 'generate' && bench !== 'purge') ||
  positionals.length > 1 ||
  sizes.some((size) => !Number.isInteger(size) || size < 1)
) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (bench === 'purge') {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'callstitch-bench-'));
  const postgres = await openEmbeddedPostgres({ dataDirectory });
  for (const calls of sizes) {
    const result = await benchPurge(await ownDatabase(postgres.url, `bench_${calls}`), calls);
    console.log(values.json ? JSON.stringify(result) : printPurge(result));
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
