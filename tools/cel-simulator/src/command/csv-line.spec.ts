import { Readable } from 'node:stream';
import type { Cel, Instant } from '@callstitch/domain';
import { csvCelSource } from '@callstitch/source-csv';
import { callStream } from '../stream/call-stream.js';
import { CSV_HEADER, csvLine } from './csv-line.js';

test('what is written as CSV is read back as it was', async () => {
  const options = {
    rows: 5_000,
    dialect: 'asterisk',
    seed: 3,
    callsPerSecond: 5,
    start: 1_800_000_000_000_000 as Instant,
    talkSeconds: 5,
  } as const;
  const cels = [...callStream(options)];
  const source = csvCelSource(['-'], { stdin: Readable.from([CSV_HEADER, ...cels.map(csvLine)]) });
  const read: Cel[] = [];
  for await (const batch of source.read(({ reason }) => expect(reason).toBe(''))) read.push(...batch);
  expect(read).toEqual(cels);
  expect(cels.some(({ cidName }) => cidName.includes('\\"'))).toBe(true);
});
