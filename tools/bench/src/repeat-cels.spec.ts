import { join } from 'node:path';
import { SAMPLES, readCels, tellCels } from '@callstitch/scenarios';
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
