import { join } from 'node:path';
import { SAMPLES, readCels, tellCels } from '@callstitch/scenarios';
import { growthExponent } from './bench-pure.js';
import { repeatCels } from './repeat-cels.js';

const recording = await readCels(join(SAMPLES, 'scenarios/050-attended-transfer-refer.csv'));

test('a repeated recording is told as often as it is repeated', () => {
  const [call] = tellCels(recording);
  const calls = tellCels(repeatCels(recording, 3 * recording.length));
  expect(calls.map(({ status, talkSeconds, transfers }) => [status, talkSeconds, transfers.length])).toEqual(
    Array.from({ length: 3 }, () => [call?.status, call?.talkSeconds, 1]),
  );
  expect(new Set(calls.map(({ conversationId }) => conversationId)).size).toBe(3);
});

test('it has exactly so many rows as asked for', () => {
  expect(repeatCels(recording, 50)).toHaveLength(50);
});

test('twice the time for twice the rows is growth of exponent one', () => {
  const result = (rows: number, seconds: number) => ({
    rows,
    calls: 0,
    groupSeconds: seconds / 2,
    tellSeconds: seconds / 2,
    rowsPerSecond: 0,
  });
  expect(growthExponent([result(1000, 1), result(4000, 4)])).toBeCloseTo(1);
  expect(growthExponent([result(1000, 1), result(4000, 16)])).toBeCloseTo(2);
});
