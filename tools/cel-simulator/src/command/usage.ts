import { KINDS } from '../calls/kinds.js';
import { DEFAULTS } from './settings.js';

const NAMES = KINDS.map(({ name }) => name);
const WIDTH = 100;

function wrapped(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const longer = `${lines.at(-1) ?? ''}${lines.at(-1) === '' ? '' : ' '}${name}`;
    if (longer.length > WIDTH) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `  ${line}`).join('\n');
}

export const USAGE = `Usage: npm run --silent simulate -- --to FILE | --database URL [options]

Makes the CELs of a busy telephone system. The same seed and options give the same stream, byte for byte.

Where to:
  --to FILE               CSV with Asterisk's header; gzip when the name ends in .gz; - is standard output
  --database URL          the table cel in a PostgreSQL: as fast as COPY goes, all rows or none
  --create-table          make that table when there is none
  --truth FILE            what happened, one JSON object a line for each conversation, joined by linkedid

What:
  --rows NUMBER           no call begins after so many rows; begun ones are played to their end (${DEFAULTS.rows})
  --dialect NAME          asterisk or wazo (${DEFAULTS.dialect})
  --seed NUMBER           0 to 4294967295 (${DEFAULTS.seed})
  --calls-per-second N    on average (${DEFAULTS.callsPerSecond})
  --talk-seconds N        how long people talk on average (${DEFAULTS.talkSeconds})
  --start TIME            when the first second begins, ISO 8601 (${DEFAULTS.start})
  --kinds NAME,NAME       only these kinds of calls

In real time, with --database:
  --rate CALLS_PER_SECOND one INSERT for each row, when it happens, from now on; other runs have other times
  --connections NUMBER    ids are given in order, but may commit out of order over so many (${DEFAULTS.connections})

Kinds of calls:
${wrapped(NAMES)}

Examples:
  npm run simulate -- --rows 1000000 --to cels.csv.gz --truth calls.jsonl
  npm run simulate -- --dialect wazo --seed 7 --rows 5000000 --database postgresql://asterisk@localhost/asterisk
  npm run simulate -- --rate 5 --rows 20000 --database postgresql://asterisk@localhost/asterisk
  npm run --silent simulate -- --kinds parked,pickup --rows 500 --to - | callstitch correlate -

Exit codes: 0 all is written, 1 a file or the database did not take the rows, 2 wrong arguments, 70 a defect of the simulator,
  130 stopped by Ctrl-C (in real time: all that happened until then is written)
`;
