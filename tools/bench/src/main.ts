import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLES, readCels } from '@callstitch/scenarios';
import { benchPure, growthExponent } from './bench-pure.js';

const USAGE = `Usage: npm run bench -- pure [--rows 200000,1000000] [--json]

pure   groups, replays and tells the load run, repeated to each number of rows, in memory on one core`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '200000,1000000' }, json: { type: 'boolean', default: false } },
});
const sizes = values.rows.split(',').map(Number);

if (positionals.join() !== 'pure' || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const recording = await readCels(join(SAMPLES, 'load-20k.csv.gz'));
  const results = sizes.map((rows) => benchPure(recording, rows));
  const exponent = growthExponent(results);
  if (values.json) console.log(JSON.stringify({ results, growthExponent: exponent }));
  else {
    console.log('     rows    calls   group s    tell s   CELs/s');
    for (const { rows, calls, groupSeconds, tellSeconds, rowsPerSecond } of results) {
      const cells = [
        String(rows).padStart(9),
        String(calls).padStart(8),
        groupSeconds.toFixed(2).padStart(9),
        tellSeconds.toFixed(2).padStart(9),
      ];
      console.log(`${cells.join(' ')} ${String(Math.round(rowsPerSecond)).padStart(9)}`);
    }
    if (results.length > 1) console.log(`growth exponent ${exponent.toFixed(3)}`);
  }
}
