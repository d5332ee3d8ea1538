import type { Telling } from './telling.js';
import { isRefusal } from './telling.js';

test('what has a reason is a refusal, what has a call log is told', () => {
  expect(isRefusal({ reason: 'has no channel of a phone or line' })).toBe(true);
  expect(isRefusal({ callLog: {}, evidence: [] } as unknown as Telling)).toBe(false);
});
