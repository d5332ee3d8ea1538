import { caughtUpSeconds, slowestSeconds } from './caught-up.js';

const RESTART = 100_000;

test('what was there in time needs no catching up', () => {
  expect(caughtUpSeconds([{ endedAt: RESTART + 50, seenAt: RESTART + 1_050 }], RESTART)).toBe(0);
});

test('the last call that was late counts, whether it ended before the restart or after it', () => {
  const calls = [
    { endedAt: RESTART - 3_000, seenAt: RESTART + 2_500 },
    { endedAt: RESTART + 2_000, seenAt: RESTART + 3_100 },
    { endedAt: RESTART + 9_000, seenAt: RESTART + 9_100 },
  ];
  expect(caughtUpSeconds(calls, RESTART)).toBe(3.1);
  expect(slowestSeconds(calls)).toBe(5.5);
});

test('who was late before the restart is not counted, who never came is never caught up', () => {
  expect(caughtUpSeconds([{ endedAt: RESTART - 9_000, seenAt: RESTART - 2_000 }], RESTART)).toBe(0);
  expect(caughtUpSeconds([{ endedAt: RESTART, seenAt: null }], RESTART)).toBe(Infinity);
});
