import { defineTagger, type CallLog } from '@callstitch/plugin-api';
import { aCallLog } from './a-call-log.js';
import { checkTagger } from './check-tagger.js';

const MONDAY = aCallLog();
const named = (tag: (call: CallLog) => readonly string[], name = 'test') => defineTagger({ name, tag });

test('a tagger that keeps its promises passes', async () => {
  await checkTagger(
    named(({ startedAt }) => (startedAt.getUTCDay() === 0 ? ['sunday'] : [])),
    [
      { name: 'a Monday', call: MONDAY, tags: [] },
      { name: 'a Sunday', call: aCallLog({ startedAt: new Date('2026-01-04T09:00:00Z') }), tags: ['sunday'] },
    ],
  );
});

let count = 0;
test.each([
  ['other tags', () => ['wrong'], /a Monday: gave \[wrong\], not \[right\]/],
  ['another answer each time', () => [`right-${count++}`], /and then/],
  ['a changed call', ({ startedAt }: CallLog) => (startedAt.setTime(0), ['right']), /changed the call/],
  ['a word that is not in kebab-case', () => ['Right'], /not in kebab-case/],
  ['rubbish', () => ['a,b'], /comma/],
])('%s fails with the reason', async (_what, tag, reason) => {
  await expect(checkTagger(named(tag), [{ name: 'a Monday', call: MONDAY, tags: ['right'] }])).rejects.toThrow(reason);
});

test('everything that failed is said at once', async () => {
  const cases = ['one', 'two'].map((name) => ({ name, call: MONDAY, tags: [] }));
  await expect(
    checkTagger(
      named(() => ['x'], 'Not Kebab'),
      cases,
    ),
  ).rejects.toThrow(/kebab-case[^]*one: [^]*two: /);
});
