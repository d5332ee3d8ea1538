import { join } from 'node:path';
import type { CallLog, Cel, Instant } from '@callstitch/domain';
import { SAMPLES, readCels, readScenarios } from './read-scenarios.js';
import { seededRandom, shuffled } from './seeded-random.js';
import { tellCels } from './tell-cels.js';

const scenarios = (await readScenarios(join(SAMPLES, 'scenarios'))).filter(({ cels }) => cels.length > 0);
const load = await readCels(join(SAMPLES, 'load-20k.csv.gz'));

const renumbered = (cels: readonly Cel[]): readonly Cel[] => cels.map((cel, index) => ({ ...cel, id: index + 1 }));
const byId = (calls: readonly CallLog[]): ReadonlyMap<string, CallLog> => new Map(calls.map((call) => [call.conversationId, call]));

/** What a human would notice: everything but the microseconds. */
function gist({ journey, ...call }: CallLog): unknown {
  return {
    from: call.source.number,
    dialled: call.requested.number,
    direction: call.direction,
    status: call.status,
    answeredBy: call.answeredBy?.number ?? null,
    destination: [call.destination.kind, call.destination.number],
    hangup: call.hangup,
    transfers: call.transfers.map(({ kind, by, to }) => [kind, by, to]),
    stations: journey.filter(({ kind }) => kind !== 'hold').map(({ kind, parties }) => [kind, ...parties]),
  };
}

/** Rows of one channel stay in order; rows of different channels are written up to 11 ms out of order (asterisk-streams, item 5). */
function written(cels: readonly Cel[], random: () => number): readonly Cel[] {
  const last = new Map<string, number>();
  const keyed = cels.map((cel) => {
    const key = Math.max(cel.eventTime + random() * 11_000, last.get(cel.uniqueid) ?? 0);
    last.set(cel.uniqueid, key);
    return { cel, key };
  });
  return renumbered(keyed.sort((one, other) => one.key - other.key).map(({ cel }) => cel));
}

/** Times of different topics differ by some tenths of a millisecond when the machine is idle. */
function timed(cels: readonly Cel[], random: () => number): readonly Cel[] {
  const last = new Map<string, number>();
  return cels.map((cel) => {
    const eventTime = Math.max(cel.eventTime + Math.floor(random() * 300), last.get(cel.uniqueid) ?? 0) as Instant;
    last.set(cel.uniqueid, eventTime);
    return { ...cel, eventTime };
  });
}

/**
 * The stream as it would be with every application tracked: applications that only prepare something come before each
 * other one, and called channels start their pseudo application without ever ending it (asterisk-streams, item 38).
 */
function everyApplication(cels: readonly Cel[]): readonly Cel[] {
  const pseudo = new Set<string>();
  const rows = cels.flatMap((cel) => {
    const prepared = ['NoOp', 'Set', 'GotoIf'].flatMap((appName) =>
      ['APP_START', 'APP_END'].map((eventType) => ({ ...cel, eventType, appName, appData: 'x=1', extra: '' })),
    );
    if (cel.eventType === 'APP_START') return [...prepared, cel];
    if (!/^App(Dial2?|Queue)$/.test(cel.appName) || pseudo.has(cel.uniqueid)) return [cel];
    pseudo.add(cel.uniqueid);
    return [{ ...cel, eventType: 'APP_START', extra: '' }, cel];
  });
  return renumbered(rows);
}

describe.each(scenarios.map(({ name, cels }) => [name, cels] as const))('%s', (_name, cels) => {
  const told = tellCels(cels);

  test('told twice is told the same', () => expect(tellCels(cels)).toEqual(told));

  test('rows in any order of arrival change nothing', () => expect(tellCels(shuffled(cels, seededRandom(1)))).toEqual(told));

  test('rows of one instant in any order change nothing', () => {
    expect(tellCels(renumbered(shuffled(cels, seededRandom(2))))).toEqual(told);
  });

  test('rows written a little out of order change nothing', () => expect(tellCels(written(cels, seededRandom(3)))).toEqual(told));

  test('times that differ by tenths of a millisecond tell the same story', () => {
    const retold = tellCels(timed(cels, seededRandom(4)));
    expect(retold.map(gist)).toEqual(told.map(gist));
    for (const [index, call] of retold.entries()) expect(call.talkSeconds).toBeCloseTo(told[index]?.talkSeconds ?? Number.NaN, 2);
  });

  test('doubled rows change nothing', () => {
    expect(tellCels([...cels, ...cels])).toEqual(told);
    expect(tellCels(renumbered(cels.flatMap((cel) => [cel, cel])))).toEqual(told);
  });

  test('ids that restart in the middle change nothing', () => {
    const middle = Math.floor(cels.length / 2);
    expect(tellCels([...renumbered(cels.slice(0, middle)), ...renumbered(cels.slice(middle))])).toEqual(told);
  });

  test('an input cut in two and told again is told as a whole, under the same ids', () => {
    for (const part of [0.2, 0.5, 0.8]) {
      const cut = Math.floor(cels.length * part);
      const early = tellCels(cels.slice(0, cut));
      const later = tellCels([...cels.slice(cut), ...cels.slice(0, cut)]);
      expect(later).toEqual(told);
      // What merges later lives on in an older conversation; every id of the first half is found again.
      const linkedids = new Set<string>(told.flatMap((call) => call.linkedids));
      for (const { conversationId } of early) expect(linkedids).toContain(conversationId);
    }
  });

  test('without LINKEDID_END the end of the channels closes, and nothing else differs', () => {
    const without = tellCels(cels.filter(({ eventType }) => eventType !== 'LINKEDID_END'));
    expect(without.map((call) => ({ ...call, closedBy: null }))).toEqual(told.map((call) => ({ ...call, closedBy: null })));
    for (const call of without) expect(call.closedBy).not.toBe('end');
  });

  test('a stream with every application tracked tells the same story', () => {
    expect(tellCels(everyApplication(cels)).map(gist)).toEqual(told.map(gist));
  });

  test('a stream without the events that came with Asterisk 18 to 22 tells the same story', () => {
    const newer = ['STREAM_BEGIN', 'STREAM_END', 'DTMF', 'LOCAL_OPTIMIZE_BEGIN'];
    const older = cels.filter(({ eventType }) => !newer.includes(eventType));
    const spaceUnknown = (text: string): string => text.replaceAll(/"(parking )?70[01]"/g, '"space"');
    const read = (calls: readonly CallLog[]): string => spaceUnknown(JSON.stringify(calls.map(gist)));
    expect(read(tellCels(older))).toEqual(read(told));
  });
});

test('unrelated conversations in between change nothing', () => {
  const all = byId(tellCels([...load.slice(0, 10_000), ...scenarios.flatMap(({ cels }) => cels), ...load.slice(10_000)]));
  for (const { cels } of scenarios) for (const call of tellCels(cels)) expect(all.get(call.conversationId)).toEqual(call);
  expect(all.size).toBe(tellCels(load).length + scenarios.reduce((sum, { cels }) => sum + tellCels(cels).length, 0));
});

test('the load run is told the same in any order and doubled', () => {
  const told = byId(tellCels(load));
  expect(byId(tellCels(written(load, seededRandom(5))))).toEqual(told);
  expect(byId(tellCels([...load, ...shuffled(load, seededRandom(6))]))).toEqual(told);
});
