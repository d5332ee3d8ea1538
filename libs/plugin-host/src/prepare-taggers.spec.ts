import type { CallLog, Instant } from '@callstitch/domain';
import { defineTagger, type CallLog as ShownCall, type TaggerDefinition } from '@callstitch/plugin-api';
import type { LoadedTagger } from './load-plugins.js';
import { prepareTaggers } from './prepare-taggers.js';
import { callLog } from './call-log.contract.js';

const quiet = { log: { info: () => undefined, warn: () => undefined } };

function loaded<Data>(definition: TaggerDefinition<object, Data>): LoadedTagger {
  const tagger = defineTagger(definition);
  return { package: 'p', version: '1', name: tagger.name, options: {}, tagger };
}

function giving(name: string, tag: (call: ShownCall) => unknown): LoadedTagger {
  return loaded({ name, tag: tag as () => string[] });
}

const good = giving('good', () => ['one', ' two ', 'one']);

async function troubleOf(one: LoadedTagger, limits = {}) {
  const run = await prepareTaggers([good, one], quiet, limits);
  expect(run.tag(callLog)).toEqual([
    { tag: 'one', tagger: 'good' },
    { tag: 'two', tagger: 'good' },
  ]);
  expect([...run.troubles.keys()]).toEqual([one.name]);
  return run.troubles.get(one.name);
}

test('each tag remembers its tagger, is trimmed and stands once', async () => {
  const run = await prepareTaggers([good, good, giving('other', () => ['one'])], quiet);
  expect(run.tag(callLog)).toEqual([
    { tag: 'one', tagger: 'good' },
    { tag: 'two', tagger: 'good' },
    { tag: 'one', tagger: 'other' },
  ]);
  expect(run.troubles.size).toBe(0);
});

test('a tagger that throws costs only its own tags, and the reason names a line but no person', async () => {
  const trouble = await troubleOf(
    giving('thrower', ({ source }) => {
      throw new TypeError(`no such number: ${source.number}\n    at ${source.name} (5145550101.js:1:1)`);
    }),
  );
  expect(trouble).toMatchObject({ thrown: 1, slow: 0, rubbish: 0, leftOut: false });
  expect(trouble?.lastReason).toMatch(/^threw TypeError at prepare-taggers\.spec\.ts:\d+:\d+$/);
});

test.each([
  ['no list', () => 'night', 'gave something else than a list of words'],
  ['nothing', () => undefined, 'gave something else than a list of words'],
  ['a number', () => [1001], 'gave a tag that is not a text'],
  ['a hole', () => new Array<string>(2), 'gave a tag that is not a text'],
  ['an empty tag', () => ['night', ' '], 'gave an empty tag'],
  ['a comma', () => ['night,day'], 'gave a tag with a comma'],
  ['a line break', () => ['night\nday'], 'gave a tag with a control character'],
  ['half a character', () => ['\ud800'], 'gave a tag with a control character'],
  ['129 characters', () => ['x'.repeat(129)], 'gave a tag of more than 128 characters'],
  ['too many tags', () => new Array<string>(1001).fill('x'), 'gave more than 1000 tags'],
  ['a Promise', () => Promise.reject(new Error('nobody waits')), 'gave a Promise; only prepare may wait for something'],
])('rubbish costs only its own tags: %s', async (_what, tag, lastReason) => {
  expect(await troubleOf(giving('rubbish', tag))).toEqual({ thrown: 0, slow: 0, rubbish: 1, leftOut: false, lastReason });
});

test('128 characters are counted as a person counts them', async () => {
  const run = await prepareTaggers([giving('long', () => ['😀'.repeat(128)])], quiet);
  expect(run.tag(callLog)).toHaveLength(1);
});

test('a slow tagger loses its tags on that call, and after many slow calls in a row it is left out', async () => {
  let now = 0;
  let milliseconds = 60;
  let asked = 0;
  const slow = giving('slow', () => {
    asked += 1;
    now += milliseconds;
    return ['slow'];
  });
  const run = await prepareTaggers([slow], quiet, { clock: () => now, mostSlowInARow: 3 });
  expect(run.tag(callLog)).toEqual([]);
  expect(run.tag(callLog)).toEqual([]);
  milliseconds = 50;
  expect(run.tag(callLog)).toEqual([{ tag: 'slow', tagger: 'slow' }]);
  milliseconds = 60;
  for (let time = 0; time < 5; time += 1) run.tag(callLog);
  expect(asked).toBe(6);
  expect(run.troubles.get('slow')).toEqual({
    thrown: 0,
    slow: 5,
    rubbish: 0,
    leftOut: true,
    lastReason: 'took 60 ms, where 50 are allowed, 3 times in a row',
  });
});

test('what prepare finds is handed to tag; one that fails or hangs costs its tags in this run', async () => {
  const lookup = loaded({ name: 'lookup', prepare: () => Promise.resolve(7), tag: (_call, _options, data) => [`n${data}`] });
  const failing = loaded({
    name: 'failing',
    prepare: () => Promise.reject(Object.assign(new Error('1001 refused'), { code: 'ECONNREFUSED' })),
    tag: () => ['x'],
  });
  const hanging = loaded({ name: 'hanging', prepare: () => new Promise<number>(() => undefined), tag: () => ['x'] });
  const run = await prepareTaggers([failing, hanging, lookup], quiet, { mostPrepareSeconds: 0.01 });
  expect(run.tag(callLog)).toEqual([{ tag: 'n7', tagger: 'lookup' }]);
  expect(run.troubles.get('failing')).toMatchObject({ thrown: 1, leftOut: true });
  expect(run.troubles.get('failing')?.lastReason).toMatch(/^prepare threw Error ECONNREFUSED at prepare-taggers\.spec\.ts/);
  expect(run.troubles.get('hanging')).toMatchObject({ slow: 1, leftOut: true, lastReason: 'prepare took longer than 0.01 s' });
});

test('a tagger sees Dates and can change nothing, not even a Date; the next one sees the call as it was', async () => {
  const before = JSON.stringify(callLog);
  const seen: unknown[] = [];
  const look = giving('look', ({ startedAt, recordings, journey, transfers }) => {
    seen.push(startedAt.toISOString(), recordings[0]?.endedAt, journey[0]?.until, transfers[0]?.at);
    return [];
  });
  const changes: ((call: ShownCall) => unknown)[] = [
    ({ startedAt }) => startedAt.setUTCFullYear(1999),
    ({ answeredAt }) => answeredAt?.setTime(0),
    ({ participants }) => (participants as unknown[]).pop(),
    ({ source }) => ((source as { number: string }).number = ''),
    ({ destination }) => ((destination.details as Record<string, string>)['queue'] = 'x'),
  ];
  const changers = changes.map((change, at) => giving(`changer-${at}`, change));
  const run = await prepareTaggers([...changers, look], quiet);
  expect(run.tag(callLog)).toEqual([]);
  expect([...run.troubles.values()].map(({ thrown }) => thrown)).toEqual([1, 1, 1, 1, 1]);
  expect(seen).toEqual(['2026-01-05T09:00:00.123Z', expect.any(Date), expect.any(Date), expect.any(Date)]);
  expect(JSON.stringify(callLog)).toBe(before);
  expect(Object.isFrozen(callLog.source)).toBe(false);
});

test('the call is converted once for all taggers', async () => {
  const seen = new Set<ShownCall>();
  const look = (name: string) => giving(name, (call) => (seen.add(call), []));
  const run = await prepareTaggers([look('a'), look('b')], quiet);
  run.tag({ ...callLog, startedAt: 0 as Instant } satisfies CallLog);
  expect(seen.size).toBe(1);
});

test('who gave no answer for a call is heard, by that call; no tags are an answer', async () => {
  const thrower = giving('thrower', () => {
    throw new Error('no');
  });
  const unprepared = loaded({ name: 'unprepared', prepare: () => Promise.reject(new Error('away')), tag: () => ['never'] });
  const run = await prepareTaggers([good, giving('nothing', () => []), thrower, unprepared], quiet);
  for (const _times of [1, 2]) {
    const silent: string[] = [];
    run.tag(callLog, (name) => silent.push(name));
    expect(silent.sort()).toEqual(['thrower', 'unprepared']);
  }
});
