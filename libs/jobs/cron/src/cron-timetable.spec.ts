import type { SchedulesSettings } from '@callstitch/application';
import { DEFAULT_SCHEDULES, JOB_NAMES } from '@callstitch/application';
import type { CallstitchError, Instant } from '@callstitch/domain';
import { formatInstant, instant } from '@callstitch/domain';
import { cronTimetable } from './cron-timetable.js';

const at = (text: string) => instant(Date.parse(text) * 1_000);
const shown = (one: Instant | null) => (one === null ? null : formatInstant(one).replace(':00.000000Z', 'Z'));

const onTest = (expression: string | null, timezone: string) => cronTimetable({ ...DEFAULT_SCHEDULES, timezone, generation: expression });

function refusal(work: () => unknown): readonly [string, string] | null {
  try {
    work();
    return null;
  } catch (error) {
    const { code, message } = error as CallstitchError;
    return [code, message];
  }
}

/** The times after an instant, as UTC. */
function after(from: string, expression: string, timezone: string, count = 3) {
  const timetable = onTest(expression, timezone);
  const times: (string | null)[] = [];
  let last: Instant | null = at(from);
  for (let left = count; left > 0 && last !== null; left--) {
    last = timetable.next('generation', last);
    times.push(shown(last));
  }
  return times;
}

const lastBefore = (time: string, expression: string, timezone: string) => shown(onTest(expression, timezone).last('generation', at(time)));

test('a job is due by the clock of its zone', () => {
  expect(after('2026-11-24T00:00:00Z', '25 4 * * *', 'UTC')).toEqual(['2026-11-24T04:25Z', '2026-11-25T04:25Z', '2026-11-26T04:25Z']);
  expect(after('2026-11-24T00:00:00Z', '25 4 * * *', 'America/Montreal', 1)).toEqual(['2026-11-24T09:25Z']);
  expect(onTest(null, 'UTC').next('generation', at('2026-11-24T00:00:00Z'))).toBeNull();
});

test('what is due just now is the last time, and the next one is later', () => {
  expect(lastBefore('2026-11-24T04:25:00Z', '25 4 * * *', 'UTC')).toBe('2026-11-24T04:25Z');
  expect(lastBefore('2026-11-24T04:24:59.999Z', '25 4 * * *', 'UTC')).toBe('2026-11-23T04:25Z');
  expect(after('2026-11-24T04:25:00Z', '25 4 * * *', 'UTC', 1)).toEqual(['2026-11-25T04:25Z']);
  expect(after('2026-11-24T04:24:59.999Z', '25 4 * * *', 'UTC', 1)).toEqual(['2026-11-24T04:25Z']);
});

test.each([
  ['* * * * *', '2026-11-24T08:59Z'],
  ['40 * * * *', '2026-11-24T08:40Z'],
  ['25 6 * * 0', '2026-11-22T06:25Z'],
  ['0 0 1 * *', '2026-11-01T00:00Z'],
  ['0 0 1 1 *', '2026-01-01T00:00Z'],
  ['0 0 29 2 *', '2024-02-29T00:00Z'],
])('the last time of %s is found, however long ago', (expression, time) => {
  expect(lastBefore('2026-11-24T08:59:30Z', expression, 'UTC')).toBe(time);
});

test('a time that the clocks skip is due once, right after it: Paris, 29 March 2026', () => {
  const night = ['2026-03-28T01:30Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z'];
  expect(after('2026-03-27T12:00:00Z', '30 2 * * *', 'Europe/Paris')).toEqual(night);
  expect(lastBefore('2026-03-29T12:00:00Z', '30 2 * * *', 'Europe/Paris')).toBe('2026-03-29T01:00Z');
});

test('a time that the clocks repeat is due once, the first time: Paris, 25 October 2026', () => {
  const night = ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'];
  expect(after('2026-10-23T12:00:00Z', '30 2 * * *', 'Europe/Paris')).toEqual(night);
  // For who comes between the first and the second time, too.
  expect(after('2026-10-25T01:10:00Z', '30 2 * * *', 'Europe/Paris', 1)).toEqual(['2026-10-26T01:30Z']);
  expect(lastBefore('2026-10-25T01:30:00Z', '30 2 * * *', 'Europe/Paris')).toBe('2026-10-25T00:30Z');
});

test('Montreal: 8 March and 1 November 2026', () => {
  expect(after('2026-03-07T12:00:00Z', '30 2 * * *', 'America/Montreal', 2)).toEqual(['2026-03-08T07:00Z', '2026-03-09T06:30Z']);
  expect(after('2026-10-31T12:00:00Z', '30 1 * * *', 'America/Montreal', 2)).toEqual(['2026-11-01T05:30Z', '2026-11-02T06:30Z']);
  expect(after('2026-11-01T06:10:00Z', '30 1 * * *', 'America/Montreal', 1)).toEqual(['2026-11-02T06:30Z']);
});

test('what is due every hour is due in both hours of the same name', () => {
  const hours = ['2026-10-25T00:00Z', '2026-10-25T01:00Z', '2026-10-25T02:00Z'];
  expect(after('2026-10-24T23:30:00Z', '0 * * * *', 'Europe/Paris')).toEqual(hours);
});

test.each([
  [
    '61 4 * * *',
    /^schedules\.generation: "61 4 \* \* \*" is no cron expression \(Field value \(61\) is out of range\); write five fields, .* or null for never\.$/,
  ],
  ['nonsense', /Unknown alias/],
  ['25 4 * *', /Too few fields/],
  ['', /Too few fields/],
  ['0 0 30 2 *', /it never comes/],
])('the schedule "%s" is refused in a sentence', (expression, sentence) => {
  expect(refusal(() => onTest(expression, 'UTC'))).toEqual(['CONFIG_INVALID', expect.stringMatching(sentence)]);
});

test.each(['Mars/Phobos', '', '+02:00'])('the zone "%s" is refused', (timezone) => {
  const sentence = `schedules.timezone: "${timezone}" is not a time zone; use an IANA name such as Europe/Paris.`;
  expect(refusal(() => onTest('25 4 * * *', timezone))).toEqual(['CONFIG_INVALID', sentence]);
});

test('all that is wrong is said at once', () => {
  const wrong: SchedulesSettings = { ...DEFAULT_SCHEDULES, purge: 'x', sweep: 'y' };
  expect(() => cronTimetable(wrong)).toThrow(/schedules\.purge: .*\nschedules\.sweep: /);
});

test('without settings purge, generation and statistics follow each other at night', () => {
  const timetable = cronTimetable(DEFAULT_SCHEDULES);
  const midnight = at('2026-11-22T00:00:00Z');
  const due = JOB_NAMES.map((job) => [job, shown(timetable.next(job, midnight))]);
  expect(Object.fromEntries(due)).toEqual({
    quarantine: '2026-11-22T00:40Z',
    partitions: '2026-11-22T00:55Z',
    purge: '2026-11-22T03:25Z',
    generation: '2026-11-22T04:25Z',
    tokens: '2026-11-22T05:10Z',
    statistics: '2026-11-22T05:55Z',
    sweep: '2026-11-22T06:25Z',
    exports: null,
  });
});
