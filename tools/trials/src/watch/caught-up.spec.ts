import { caughtUpSeconds, slowestSeconds } from './caught-up.js';

const RESTART = 100_000;

test('what is there in time is caught up with the first call that is shown', () => {
  expect(caughtUpSeconds([{ endedAt: RESTART + 50, seenAt: RESTART + 1_050 }], RESTART)).toBe(1.05);
});

test('as long as some call is late nothing is caught up, whether it ended before the restart or after it', () => {
  const calls = [
    { endedAt: RESTART + 1_900, seenAt: RESTART + 3_100 },
    { endedAt: RESTART - 3_000, seenAt: RESTART + 2_500 },
    { endedAt: RESTART - 2_000, seenAt: RESTART + 3_000 },
    { endedAt: RESTART + 9_000, seenAt: RESTART + 9_100 },
  ];
  expect(caughtUpSeconds(calls, RESTART)).toBe(3.1);
  expect(slowestSeconds(calls)).toBe(5.5);
});

test('who is late when all were there once is not counted, who was late before the restart neither', () => {
  const calls = [
    { endedAt: RESTART - 9_000, seenAt: RESTART - 2_000 },
    { endedAt: RESTART, seenAt: RESTART + 500 },
    { endedAt: RESTART + 5_000, seenAt: RESTART + 7_000 },
  ];
  expect(caughtUpSeconds(calls, RESTART)).toBe(0.5);
});

test('a call that never came is never caught up', () => {
  expect(caughtUpSeconds([{ endedAt: RESTART, seenAt: null }], RESTART)).toBe(Infinity);
});
