import { aCallLog, checkTagger } from '@callstitch/plugin-testing';
import { businessHours } from './business-hours.js';

const office = [
  { from: '09:00', until: '12:30' },
  { from: '13:30', until: '17:30' },
];
const options = {
  timezone: 'Europe/Paris',
  weekly: { monday: office, tuesday: office, friday: [{ from: '22:00', until: '02:30' }], sunday: [{ from: '00:00', until: '24:00' }] },
  holidays: ['2026-01-06', '2026-03-07'],
};

function at(instant: string, inside: boolean, more: object = {}, tags: readonly [string, string] = ['business-hours', 'after-hours']) {
  const call = aCallLog({ startedAt: new Date(instant) });
  return { name: instant, call, options: { ...options, ...more }, tags: [inside ? tags[0] : tags[1]] };
}

test('hours are those of the wall clock, from the first minute until the last is over', () =>
  checkTagger(businessHours, [
    at('2026-01-05T07:59:59.999Z', false),
    at('2026-01-05T08:00:00Z', true),
    at('2026-01-05T11:29:59.999Z', true),
    at('2026-01-05T11:30:00Z', false),
    at('2026-01-05T16:29:59Z', true),
    at('2026-01-05T16:30:00Z', false),
    at('2026-01-07T10:00:00Z', false),
  ]));

test('no span begins on a holiday', () =>
  checkTagger(businessHours, [at('2026-01-06T09:00:00Z', false), at('2026-01-13T09:00:00Z', true)]));

test('a span over midnight belongs to the day on which it begins', () =>
  checkTagger(businessHours, [
    at('2026-03-06T20:59:59Z', false),
    at('2026-03-06T21:00:00Z', true),
    // Saturday the 7th is a holiday, but this is still Friday's span.
    at('2026-03-07T01:29:59Z', true),
    at('2026-03-07T01:30:00Z', false),
    at('2026-03-07T21:30:00Z', false),
  ]));

test('a whole day ends at 24:00', () =>
  checkTagger(businessHours, [
    at('2026-01-10T22:59:59Z', false),
    at('2026-01-10T23:00:00Z', true),
    at('2026-01-11T22:59:59Z', true),
    at('2026-01-11T23:00:00Z', false),
  ]));

test('nine o’clock stays nine o’clock when the clocks change', () =>
  checkTagger(businessHours, [
    // Monday before and after 29 March 2026, when Paris goes from UTC+1 to UTC+2.
    at('2026-03-23T07:30:00Z', false),
    at('2026-03-23T08:00:00Z', true),
    at('2026-03-30T07:00:00Z', true),
    at('2026-03-30T15:29:59Z', true),
    at('2026-03-30T15:30:00Z', false),
  ]));

const night = { weekly: { sunday: [{ from: '01:30', until: '02:30' }] } };

test('the hour that is skipped in spring does not end a span early or late', () =>
  checkTagger(businessHours, [
    at('2026-03-29T00:29:59Z', false, night),
    at('2026-03-29T00:30:00Z', true, night),
    at('2026-03-29T00:59:59Z', true, night),
    // 02:00 does not exist: the clock shows 03:00.
    at('2026-03-29T01:00:00Z', false, night),
  ]));

test('the hour that comes twice in autumn counts twice', () =>
  checkTagger(businessHours, [
    // 25 October 2026: 02:00 to 03:00 is shown at 00:00Z and again at 01:00Z.
    at('2026-10-25T00:29:59Z', true, night),
    at('2026-10-25T00:30:00Z', false, night),
    at('2026-10-25T01:15:00Z', true, night),
    at('2026-10-25T01:30:00Z', false, night),
  ]));

test('the tags may have other names', () =>
  checkTagger(businessHours, [
    at('2026-01-05T08:00:00Z', true, { inside: 'open', outside: 'closed' }, ['open', 'closed']),
    at('2026-01-05T18:00:00Z', false, { inside: 'open', outside: 'closed' }, ['open', 'closed']),
  ]));

test('every mistake in the options is named with its place', async () => {
  const wrong = {
    timezone: 'Europe/Atlantis',
    weekly: { monday: [{ from: '9:00', until: '25:00' }], funday: [] },
    holidays: ['Christmas'],
    inside: 'a,b',
  };
  const checked = checkTagger(businessHours, [{ name: 'wrong', call: aCallLog(), options: wrong, tags: [] }]);
  await expect(checked).rejects.toThrowErrorMatchingInlineSnapshot(`
    "tagger business-hours:
    - wrong: options.timezone must be a valid IANA time-zone
    - wrong: options.weekly.funday is not an option
    - wrong: options.weekly.monday[0].from must be a time of day such as 09:00
    - wrong: options.weekly.monday[0].until must be a time of day such as 17:30, or 24:00
    - wrong: options.holidays: each value in holidays must be a day such as 2026-12-25
    - wrong: options.inside must be a word of 1 to 128 characters without a comma"
  `);
});

test('hours that are not given at all are a mistake too', async () => {
  const checked = checkTagger(businessHours, [{ name: 'no hours', call: aCallLog(), options: { timezone: 'UTC' }, tags: [] }]);
  await expect(checked).rejects.toThrow('options.weekly must be an object');
});
