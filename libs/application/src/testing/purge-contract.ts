import type { CallFilter, Cel, Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import { deleteCallLogs } from '../generate/delete-call-logs.js';
import { generateCallLogs } from '../generate/generate-call-logs.js';
import { purge } from '../retention/purge.js';
import type { PurgeOptions } from '../retention/purge.js';
import type { PurgePlan } from '../retention/purge-plan.js';
import type { PurgeStore } from '../retention/purge-store.js';
import { aCel, momentOf } from './a-call.js';
import { generateOptions } from './generate-options.js';
import type { GenerationSubject, Runner } from './generation-contract.js';
import { MemoryRecordingFiles } from './memory-recording-files.js';
import { NAMES, TWO_MONTHS, fileOf, twoMonthsDialect, uuidOf } from './two-months.js';

/** A book on test, and what purges it. */
export interface PurgeSubject extends GenerationSubject {
  readonly purges: PurgeStore;
}

const DAY_SECONDS = 86_400;
const ALL = { kind: 'newest', count: Infinity } as const;
const some = (...filters: CallFilter[]): CallFilter => ({ kind: 'some', filters });
const every = (...filters: CallFilter[]): CallFilter => ({ kind: 'every', filters });
const not = (filter: CallFilter): CallFilter => ({ kind: 'not', filter });
const startedBefore = (at: Instant): CallFilter => ({ kind: 'started-before', at });
const hold: CallFilter = { kind: 'tagged', tag: 'legal-hold', tagger: null };

/** Everything expires that started before a day of the first month's end, in the way that policies say it. */
const EXPIRED = startedBefore(secondsAfter(momentOf(0), 30 * DAY_SECONDS));
const LATER = secondsAfter(momentOf(0), 3000);

function planOf({
  expired = [EXPIRED],
  recordings = [],
  held = [],
  celsBefore = null,
}: {
  readonly expired?: readonly CallFilter[];
  readonly recordings?: readonly CallFilter[];
  readonly held?: readonly CallFilter[];
  readonly celsBefore?: Instant | null;
}): PurgePlan {
  const unheld = (filters: readonly CallFilter[]): CallFilter => every(some(...filters), not(some(...held)));
  return {
    callLogs: unheld(expired),
    recordings: unheld(recordings),
    held: some(...held),
    celsBefore,
    policies: expired.map((callLogs) => ({ policy: 'max-age', callLogs })),
  };
}

/** What every PurgeStore must do with the book that it purges; the fake and the real one run the same sentences. */
export function purgeContract(
  open: (cels: readonly Cel[]) => Promise<PurgeSubject>,
  { test, expect }: Runner & { readonly test: (name: string, run: () => Promise<void>) => void },
): void {
  const files = () => new MemoryRecordingFiles(NAMES.map(fileOf));
  const generate = ({ store, book }: PurgeSubject) => generateCallLogs(ALL, generateOptions(store, book, { dialect: twoMonthsDialect }));
  const opened = async (): Promise<PurgeSubject> => {
    const subject = await open(TWO_MONTHS);
    await generate(subject);
    return subject;
  };
  const options = (changed: Partial<PurgeOptions> = {}): PurgeOptions => ({
    trigger: 'test',
    files: files(),
    batchSize: 100,
    ...changed,
  });
  const standing = async ({ book }: PurgeSubject): Promise<readonly string[]> =>
    (await book.all()).map(({ source }) => source.number).sort();
  const kinds = async ({ book }: PurgeSubject, kind: string): Promise<number> =>
    (await book.changes()).filter((change) => change.kind === kind).length;

  test('without a policy nothing is purged', async () => {
    const subject = await opened();
    expect((await purge(planOf({ expired: [] }), subject.purges, options())).tenants).toEqual([]);
    expect(await standing(subject)).toEqual([...NAMES]);
  });

  test('what is expired goes, by tenant, with its files, and the feed says so', async () => {
    const subject = await opened();
    const kept = files();
    const preview = await subject.purges.preview(planOf({}));
    const report = await purge(planOf({}), subject.purges, options({ files: kept }));
    expect(report.tenants.map(({ callLogs, recordings }) => [callLogs, recordings]).sort()).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(preview.tenants).toEqual(report.tenants);
    expect(preview.policies).toEqual([{ policy: 'max-age', callLogs: 3 }]);
    expect([await standing(subject), [...kept.paths], await kinds(subject, 'purged')]).toEqual([['c'], [fileOf('c')], 3]);
  });

  test('a preview deletes nothing', async () => {
    const subject = await opened();
    await subject.purges.preview(planOf({}));
    expect([await standing(subject), await kinds(subject, 'purged')]).toEqual([[...NAMES], 0]);
  });

  for (const batchSize of [1, 2, 100]) {
    test(`what is held stays with its file, in batches of ${batchSize}`, async () => {
      const subject = await opened();
      const kept = files();
      const plan = planOf({
        expired: [every()],
        recordings: [every()],
        held: [hold],
        celsBefore: secondsAfter(momentOf(0), 90 * DAY_SECONDS),
      });
      await purge(plan, subject.purges, options({ batchSize, files: kept }));
      expect([await standing(subject), [...kept.paths]]).toEqual([['b'], [fileOf('b')]]);
      const bounds = await subject.store.bounds();
      expect(bounds).toEqual({ from: 5, until: 9 });
    });
  }

  test('a purged call does not come back, whoever generates it again', async () => {
    const subject = await opened();
    await purge(planOf({}), subject.purges, options());
    await subject.store.put([aCel({ id: 900, eventType: 'HANGUP', uniqueid: 'a' as Cel['uniqueid'], linkedid: 'a' as Cel['linkedid'] })]);
    await generate(subject);
    await subject.book.forgetRead('default');
    await generate(subject);
    expect([await standing(subject), await kinds(subject, 'created')]).toEqual([['c'], 4]);
  });

  test('delete leaves purged calls alone', async () => {
    const subject = await opened();
    await purge(planOf({}), subject.purges, options());
    const { callLogs } = await deleteCallLogs({ book: subject.book, store: subject.store, since: null, force: true });
    await generate(subject);
    expect([callLogs, await standing(subject)]).toEqual([1, ['c']]);
  });

  test('a held call may be forgotten, and comes back held: delete is no purge', async () => {
    const subject = await opened();
    await deleteCallLogs({ book: subject.book, store: subject.store, since: null, force: false });
    await generate(subject);
    await purge(planOf({ held: [hold] }), subject.purges, options());
    expect(await standing(subject)).toEqual(['b', 'c']);
  });

  test('a held call whose CELs are gone is not forgotten, forced or not: nothing would bring it back', async () => {
    const subject = await opened();
    await purge(planOf({ expired: [], celsBefore: LATER }), subject.purges, options());
    const forced = { book: subject.book, store: subject.store, since: null, force: true, held: hold };
    expect(await deleteCallLogs(forced)).toMatchObject({ callLogs: 3, spared: 1 });
    expect(await standing(subject)).toEqual(['b']);
  });

  test('recordings alone go when only they expire; the call log keeps their times', async () => {
    const subject = await opened();
    const kept = files();
    const report = await purge(planOf({ expired: [], recordings: [EXPIRED], held: [hold] }), subject.purges, options({ files: kept }));
    expect(report.tenants.reduce((sum, { recordings }) => sum + recordings, 0)).toEqual(2);
    const recordings = (await subject.book.all()).map(({ source, recordings: own }) => [source.number, own[0]?.uuid, own[0]?.path]);
    expect(recordings.sort()).toEqual([
      ['a', uuidOf('a'), null],
      ['b', uuidOf('b'), fileOf('b')],
      ['c', uuidOf('c'), fileOf('c')],
      ['d', uuidOf('d'), null],
    ]);
    expect([...kept.paths]).toEqual([fileOf('b'), fileOf('c')]);
    // Nothing is left to do, so nothing is done again.
    expect(
      (await purge(planOf({ expired: [], recordings: [EXPIRED], held: [hold] }), subject.purges, options({ files: kept }))).tenants,
    ).toEqual([]);
  });

  test('a file that cannot be removed is reported and tried again, and holds up no other', async () => {
    const subject = await opened();
    const kept = files();
    kept.unremovable.set(fileOf('a'), 'permission denied');
    const report = await purge(planOf({}), subject.purges, options({ files: kept }));
    expect([report.failed, report.failures]).toEqual([1, [{ path: fileOf('a'), reason: 'permission denied' }]]);
    expect([await standing(subject), [...kept.paths]]).toEqual([['c'], [fileOf('a'), fileOf('c')]]);
    kept.unremovable.clear();
    const again = await purge(planOf({}), subject.purges, options({ files: kept }));
    expect([again.failed, again.tenants.map(({ callLogs, recordings }) => [callLogs, recordings])]).toEqual([0, [[0, 1]]]);
    expect([...kept.paths]).toEqual([fileOf('c')]);
  });

  test('two purges at once fail in nothing and remove nothing twice', async () => {
    const subject = await opened();
    const reports = await Promise.all([1, 2].map(() => purge(planOf({}), subject.purges, options({ batchSize: 1 }))));
    const purged = reports.flatMap(({ tenants }) => tenants).reduce((sum, { callLogs }) => sum + callLogs, 0);
    expect([purged, await kinds(subject, 'purged'), await standing(subject)]).toEqual([3, 3, ['c']]);
  });

  test('why a call log is gone is known: by which purge, and by which plan', async () => {
    const subject = await opened();
    const first = (await subject.book.all()).find(({ source }) => source.number === 'a');
    const { runId } = await purge(planOf({}), subject.purges, options());
    const why = await subject.purges.why(first?.id ?? 0);
    expect(why?.run).toMatchObject({ id: runId, trigger: 'test', plan: planOf({}), error: null });
    expect(await subject.purges.why(4_711)).toEqual(null);
  });

  test('CELs go once their calls are told and old enough, and no row of theirs is read again', async () => {
    const subject = await opened();
    await subject.store.put([
      aCel({ id: 950, eventTime: momentOf(2), uniqueid: 'open' as Cel['uniqueid'], linkedid: 'open' as Cel['linkedid'] }),
    ]);
    await generateCallLogs(ALL, generateOptions(subject.store, subject.book, { dialect: twoMonthsDialect, now: () => momentOf(3) }));
    const report = await purge(planOf({ expired: [], celsBefore: LATER }), subject.purges, options());
    expect([report.cels, await subject.store.bounds()]).toEqual([16, { from: 950, until: 951 }]);
    const silent = generateOptions(subject.store, subject.book, { dialect: twoMonthsDialect, now: () => momentOf(20_000) });
    expect((await generateCallLogs(ALL, silent)).created).toEqual(1);
  });
}
