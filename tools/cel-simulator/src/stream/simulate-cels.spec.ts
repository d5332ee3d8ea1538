import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { groupConversations } from '@callstitch/correlation';
import type { Cel, Instant } from '@callstitch/domain';
import { isRight, printScore, scoreLoadRun } from '@callstitch/scenarios';
import { KINDS } from '../calls/kinds.js';
import type { SimulatedCall } from '../script/planned.js';
import type { SimulateOptions } from './call-stream.js';
import { simulateCels } from './simulate-cels.js';

const OPTIONS: SimulateOptions = {
  rows: 20_000,
  dialect: 'asterisk',
  seed: 1,
  callsPerSecond: 10,
  start: 1_795_420_800_000_000 as Instant,
  talkSeconds: 20,
};

function simulated(options: Partial<SimulateOptions> = {}): { cels: Cel[]; truths: SimulatedCall[] } {
  const [cels, truths]: [Cel[], SimulatedCall[]] = [[], []];
  for (const batch of simulateCels({ ...OPTIONS, ...options, onCall: (truth) => truths.push(truth) })) cels.push(...batch);
  return { cels, truths };
}

const asterisk = simulated();
const wazo = simulated({ dialect: 'wazo' });
const streams = [
  ['asterisk', asterisk],
  ['wazo', wazo],
] as const;

test.each(KINDS.map((kind) => [kind.name, kind] as const))('%s is told as it happened', (_name, kind) => {
  for (const [seed, talkSeconds] of [
    [1, 0.5],
    [2, 40],
  ] as const) {
    const { cels, truths } = simulated({ rows: 1_500, kinds: [kind], seed, talkSeconds });
    const score = scoreLoadRun(cels, truths);
    if (!score.held.every((held) => isRight(held))) throw new Error(printScore(kind.name, score));
    expect(groupConversations(cels)).toHaveLength(truths.length);
  }
});

test('calls that are interleaved are told as they happened', () => {
  const { held } = scoreLoadRun(asterisk.cels, asterisk.truths);
  expect(held.filter((call) => !isRight(call))).toEqual([]);
  expect(held.length).toBeGreaterThan(800);
});

test('every kind of the load run is in a stream', () => {
  const { truths } = simulated({ rows: 40_000 });
  expect([...new Set(truths.map(({ scenario }) => scenario))].sort()).toEqual(KINDS.map(({ name }) => name).sort());
});

describe.each(streams)('a stream of %s', (dialect, { cels, truths }) => {
  test('is the same for the same options, and another for another seed', () => {
    const again = simulated({ dialect });
    expect(again.cels).toEqual(cels);
    expect(again.truths).toEqual(truths);
    expect(simulated({ dialect, seed: 2, rows: 100 }).cels[0]).not.toEqual(cels[0]);
  });

  test('groups into as many conversations as there are truths', () => {
    const conversations = new Set<string>(groupConversations(cels).map(({ id }) => id));
    expect(conversations.size).toBe(truths.length);
    expect(new Set(truths.map(({ linkedid }) => linkedid))).toEqual(conversations);
  });

  test('numbers its rows as they are written, and ends no sooner than asked', () => {
    expect(cels.map(({ id }) => id)).toEqual(cels.map((_cel, index) => index + 1));
    expect(cels.length).toBeGreaterThanOrEqual(OPTIONS.rows);
    expect(cels.length).toBeLessThan(OPTIONS.rows + 200);
  });

  test('gives each channel one uniqueid and one name, in order of time, and begins and ends each once', () => {
    const starts = cels.filter(({ eventType }) => eventType === 'CHAN_START');
    const names = new Map(starts.map(({ uniqueid, channelName }) => [uniqueid, channelName]));
    expect(names.size).toBe(starts.length);
    expect(new Set(names.values()).size).toBe(starts.length);
    expect(cels.filter(({ uniqueid, channelName }) => channelName !== names.get(uniqueid))).toEqual([]);
    const ends = cels.filter(({ eventType }) => eventType === 'CHAN_END').map(({ uniqueid }) => uniqueid);
    expect([...ends].sort()).toEqual([...names.keys()].sort());
    const inTime = [...starts].sort((one, other) => one.eventTime - other.eventTime).map(({ uniqueid }) => Number(uniqueid.split('.')[1]));
    expect(inTime).toEqual([...inTime].sort((one, other) => one - other));
  });

  test('is out of order by less than 11 ms, but never within a channel', () => {
    const last = new Map<string, number>();
    let latest = 0;
    let late = 0;
    let latestBy = 0;
    let within = 0;
    for (const { uniqueid, eventTime } of cels) {
      if (eventTime < (last.get(uniqueid) ?? 0)) within++;
      last.set(uniqueid, eventTime);
      if (eventTime < latest) late++;
      latestBy = Math.max(latestBy, latest - eventTime);
      latest = Math.max(latest, eventTime);
    }
    expect(within).toBe(0);
    expect(latestBy).toBeGreaterThan(1_000);
    expect(latestBy).toBeLessThan(11_000);
    expect(late / cels.length).toBeGreaterThan(0.003);
    expect(late / cels.length).toBeLessThan(0.05);
  });

  test('hangs up and ends a channel at one instant, and says so in rows that follow each other', () => {
    const alone = cels.filter(({ eventType, uniqueid, eventTime }, index) => {
      const next = cels[index + 1];
      return eventType === 'HANGUP' && !(next?.eventType === 'CHAN_END' && next.uniqueid === uniqueid && next.eventTime === eventTime);
    });
    expect(alone).toEqual([]);
  });

  test('writes one LINKEDID_END for each linkedid, behind all its rows', () => {
    const ended = new Set<string>();
    const behind = cels.filter(({ eventType, linkedid }) => {
      const isBehind = ended.has(linkedid);
      if (eventType === 'LINKEDID_END') ended.add(linkedid);
      return isBehind;
    });
    expect(behind).toEqual([]);
    expect(ended.size).toBe(new Set(cels.map(({ linkedid }) => linkedid)).size);
  });
});

test('Wazo announces where calls go, and logs little of what Asterisk does by itself', () => {
  const types = new Set(wazo.cels.map(({ eventType }) => eventType));
  for (const type of [
    'XIVO_INCALL',
    'XIVO_OUTCALL',
    'WAZO_CALL_LOG_DESTINATION',
    'XIVO_USER_FWD',
    'WAZO_USER_MISSED_CALL',
    'WAZO_CONFERENCE',
  ])
    expect(types).toContain(type);
  for (const type of ['APP_END', 'STREAM_BEGIN', 'DTMF', 'LOCAL_OPTIMIZE']) expect(types).not.toContain(type);
  const incall = wazo.cels.find(({ eventType }) => eventType === 'XIVO_INCALL')!;
  expect(JSON.parse(incall.extra)).toEqual({ extra: incall.appData.slice('XIVO_INCALL,'.length) });
});

test('a stream of half a million rows takes no more memory than a short one', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const megabytes: number[] = [];
  let rows = 0;
  for (const batch of simulateCels({ ...OPTIONS, rows: 500_000 })) {
    rows += batch.length;
    if (rows % 100_000 >= batch.length) continue;
    collectGarbage();
    megabytes.push(process.memoryUsage().heapUsed / 1_000_000);
  }
  expect(rows).toBeGreaterThanOrEqual(500_000);
  expect(megabytes.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...megabytes) - megabytes[0]!).toBeLessThan(20);
});
