import { join } from 'node:path';
import { printScore } from './print-score.js';
import { SAMPLES, readLoadRun, readScenarios } from './read-scenarios.js';
import type { Score } from './score.js';
import { isRight, scoreLoadRun, scoreScenarios } from './score.js';

const scenarios = await readScenarios(join(SAMPLES, 'scenarios'));
const inferred = scoreScenarios(scenarios);
const configured = scoreScenarios(scenarios, { trunks: ['carrier'] });
const load = await readLoadRun(SAMPLES);

function share({ held }: Score, right: (call: Score['held'][number]) => boolean): number {
  return held.filter(right).length / held.length;
}

describe.each([
  ['with inferred outside lines', inferred],
  ['with a configured trunk', configured],
])('recorded scenarios %s', (_how, { held, tooMany }) => {
  test.each([...new Set(held.map(({ scenario }) => scenario))])('%s', (name) => {
    const calls = held.filter(({ scenario }) => scenario === name);
    const unexplained = calls.filter((call) => !isRight(call) && call.reason === null);
    expect(unexplained).toEqual([]);
  });

  test('hold no call too many', () => {
    expect(tooMany.map(({ scenario }) => scenario)).toEqual([]);
  });
});

test('at least 95 % of the recorded calls are right in every field', () => {
  expect(share(inferred, (call) => isRight(call))).toBeGreaterThanOrEqual(0.95);
});

test('a known difference that is none any more is taken off the list', () => {
  const stale = inferred.held.filter(({ reason }) => reason !== null);
  for (const name of new Set(stale.map(({ scenario }) => scenario))) {
    expect(stale.filter(({ scenario }) => scenario === name).every((call) => isRight(call))).toBe(false);
  }
});

describe('the load run', () => {
  const score = scoreLoadRun(load.cels, load.truths);

  test('has at least 97 % of its calls right in who, whom, whether and where', () => {
    const fields = ['direction', 'from', 'dialled', 'answered', 'answeredBy', 'destination'] as const;
    expect(share(score, (call) => isRight(call, fields))).toBeGreaterThanOrEqual(0.97);
  });

  test('has no unexplained difference in any field', () => {
    expect(score.held.filter((call) => !isRight(call) && call.reason === null)).toEqual([]);
  });

  test('is told the same with a configured trunk', () => {
    expect(scoreLoadRun(load.cels, load.truths, { trunks: ['carrier'] })).toEqual(score);
  });
});

test('the score is readable', () => {
  const text = printScore('Scenarios', inferred);
  expect(text).toMatch(/every field +\d+ of \d+ +9\d\.\d %/);
  expect(text).toContain('no channel: there is no CEL to tell from');
});
