import type { CallLog, Cel } from '@callstitch/domain';
import type { LiveClaims } from '../live/live-claims.js';
import type { LiveGeneration } from '../live/live-generation.js';
import type { LiveOptions } from '../live/live-options.js';
import { liveGeneration } from '../live/live-generation.js';
import { aCall, aCel, momentOf } from './a-call.js';
import { ArrivalsOnTest } from './arrivals-on-test.js';
import { generateOptions } from './generate-options.js';
import type { GenerationSubject, Runner } from './generation-contract.js';
import { PauseOnTest } from './pause-on-test.js';

/** A store and a book on test, and the claims of nodes that share them. */
export interface LiveSubject extends GenerationSubject {
  readonly claims: LiveClaims;
}

/** Live generation over a subject, with arrivals that the spec tells of. */
export interface LiveOnTest {
  readonly live: LiveGeneration;
  readonly arrivals: ArrivalsOnTest;
  readonly pauses: PauseOnTest;
}

/** Starts a node; the time is an hour after the rows unless told otherwise. */
export function startLive({ store, book, claims }: LiveSubject, changed: Partial<LiveOptions> = {}): LiveOnTest {
  const arrivals = new ArrivalsOnTest();
  const pauses = new PauseOnTest();
  const live = liveGeneration({
    arrivals: [arrivals],
    claims,
    generation: () => Promise.resolve(generateOptions(store, book)),
    now: () => momentOf(3600),
    beginWait: pauses.begin,
    silenceCheckSeconds: 60,
    ...changed,
  });
  return { live, arrivals, pauses };
}

const standing = async (book: { all(): Promise<readonly CallLog[]> }): Promise<[string, number][]> =>
  (await book.all()).map(({ source, talkSeconds }): [string, number] => [source.number, talkSeconds]).sort();

const withoutRow = (cels: readonly Cel[], id: number): readonly Cel[] => cels.filter((cel) => cel.id !== id);

/** What live generation does over any store and book; the fakes and the real ones run the same sentences. */
export function liveGenerationContract(open: (cels: readonly Cel[]) => Promise<LiveSubject>, { test, expect }: Runner): void {
  test('it begins with what was missed', async () => {
    const subject = await open([...aCall('a', { firstId: 1 }), ...aCall('b', { firstId: 5 })]);
    const { live, arrivals } = startLive(subject);
    await arrivals.comeUnknown();
    expect(await standing(subject.book)).toEqual([
      ['a', 4],
      ['b', 4],
    ]);
    await live.stop();
  });

  test('a conversation that was told of is told when hearing settles, and twice heard it is written once', async () => {
    const subject = await open(aCall('a', { firstId: 1 }));
    const { live, arrivals } = startLive(subject);
    await arrivals.comeUnknown();
    await subject.store.put(aCall('b', { firstId: 5 }));
    await Promise.all([arrivals.come('b'), arrivals.come('b')]);
    await arrivals.come('b');
    expect(await standing(subject.book)).toEqual([
      ['a', 4],
      ['b', 4],
    ]);
    expect(live.state()).toMatchObject({ calls: 2, waitingConversations: 0, lastFailure: null });
    await live.stop();
  });

  test('a row that is committed late retells its call', async () => {
    const call = aCall('a', { firstId: 1 });
    const subject = await open(withoutRow(call, 2));
    const { live, arrivals } = startLive(subject);
    await arrivals.come('a');
    expect(await standing(subject.book)).toEqual([['a', 3]]);
    await subject.store.put(call.filter(({ id }) => id === 2));
    await arrivals.come('a');
    expect(await standing(subject.book)).toEqual([['a', 4]]);
    await live.stop();
  });

  test('a call that runs is remembered as open, and told when it ends', async () => {
    const call = aCall('a', { firstId: 1 });
    const subject = await open(call.slice(0, 2));
    const { live, arrivals } = startLive(subject);
    await arrivals.comeUnknown();
    expect((await subject.book.known('default', [aCel({ id: 1 }).linkedid])).length).toEqual(0);
    expect((await subject.book.known('default', [(call[0] as Cel).linkedid])).map(({ state }) => state)).toEqual(['open']);
    await subject.store.put(call.slice(2));
    await arrivals.come('a');
    expect(await standing(subject.book)).toEqual([['a', 4]]);
    await live.stop();
  });

  test('silence closes a call that never ends', async () => {
    const subject = await open(aCall('a', { firstId: 1 }).slice(0, 2));
    let now = momentOf(60);
    const { live, arrivals } = startLive(subject, {
      now: () => now,
      generation: () => Promise.resolve(generateOptions(subject.store, subject.book, { now: () => now })),
    });
    await arrivals.comeUnknown();
    expect(await standing(subject.book)).toEqual([]);
    now = momentOf(5 * 3600);
    await arrivals.comeUnknown();
    expect((await subject.book.all()).map(({ closedBy }) => closedBy)).toEqual(['silence']);
    await live.stop();
  });

  test('two nodes that hear the same tell every conversation once', async () => {
    const subject = await open([]);
    const nodes = [startLive(subject), startLive(subject)];
    const calls = Array.from({ length: 40 }, (_none, index) => aCall(`call-${index}`, { firstId: 1 + 4 * index }));
    const heard: Promise<void>[] = [];
    for (const cels of calls) {
      await subject.store.put(cels);
      heard.push(...nodes.map(({ arrivals }) => arrivals.come((cels[0] as Cel).linkedid)));
    }
    await Promise.all(heard);
    expect((await standing(subject.book)).map(([, rows]) => rows)).toEqual(calls.map(() => 4));
    expect((await subject.book.changes()).map(({ kind }) => kind)).toEqual(calls.map(() => 'created'));
    await Promise.all(nodes.map(({ live }) => live.stop()));
  });
}
