import { momentOf } from '../testing/a-call.js';
import { BriefMemory } from './brief-memory.js';

let seconds: number;
beforeEach(() => (seconds = 100));
const memory = (most = 2) => new BriefMemory<string>({ keepSeconds: 5, most, now: () => momentOf(seconds) });

test('an answer is known for its time and not longer', () => {
  const kept = memory();
  kept.learn('q', 'a');
  seconds += 4;
  expect(kept.recall('q')).toBe('a');
  seconds += 1;
  expect([kept.recall('q'), kept.size]).toEqual([undefined, 0]);
});

test('of more answers than it may keep the oldest goes', () => {
  const kept = memory();
  for (const question of ['1', '2', '1', '3']) kept.learn(question, question);
  expect([kept.recall('1'), kept.recall('2'), kept.recall('3'), kept.size]).toEqual(['1', undefined, '3', 2]);
});

test('a clock that was set back keeps no answer alive', () => {
  const kept = memory();
  kept.learn('q', 'a');
  seconds -= 50;
  expect(kept.recall('q')).toBeUndefined();
});
