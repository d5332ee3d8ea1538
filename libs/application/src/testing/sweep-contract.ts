import type { Cel, Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import { generateCallLogs } from '../generate/generate-call-logs.js';
import { deleteCallLogs } from '../generate/delete-call-logs.js';
import type { SweepFinding, SweepReport } from '../sweep/sweep-report.js';
import type { SweepOptions } from '../sweep/sweep-recordings.js';
import { sweepRecordings } from '../sweep/sweep-recordings.js';
import type { NamedRecording, SweepStore } from '../sweep/sweep-store.js';
import { momentOf } from './a-call.js';
import { generateOptions } from './generate-options.js';
import type { Runner } from './generation-contract.js';
import { MemorySweepFiles } from './memory-sweep-files.js';
import type { PurgeSubject } from './purge-contract.js';
import { SwitchedDirectory } from './switched-directory.js';
import { NAMES, TWO_MONTHS, fileOf, twoMonthsDialect } from './two-months.js';

/** A book on test, with what purges and what sweeps it. */
export interface SweepSubject extends PurgeSubject {
  readonly sweeps: SweepStore;
}

const DAY_SECONDS = 86_400;
const ALL = { kind: 'newest', count: Infinity } as const;
const NOW = secondsAfter(momentOf(0), 100 * DAY_SECONDS);
const daysAgo = (days: number): Instant => secondsAfter(NOW, -days * DAY_SECONDS);
const [OLD, YOUNG] = [daysAgo(30), daysAgo(6)];

/** Files of all four calls, old as they are. */
function filesOfAll(): MemorySweepFiles {
  const files = new MemorySweepFiles(['/recordings']);
  for (const name of NAMES) files.put(fileOf(name), OLD);
  return files;
}

/** A disk that is not mounted: its directory is there, and holds nothing. */
const unmounted = (): MemorySweepFiles => new MemorySweepFiles(['/recordings']);

/** What every SweepStore must do with the recordings of a book; the fake and the real one run the same sentences. */
export function sweepContract(open: (cels: readonly Cel[]) => Promise<SweepSubject>, { test, expect }: Runner): void {
  const opened = async (): Promise<SweepSubject> => {
    const subject = await open(TWO_MONTHS);
    await generateCallLogs(ALL, generateOptions(subject.store, subject.book, { dialect: twoMonthsDialect }));
    return subject;
  };
  const sweep = async (
    { sweeps }: SweepSubject,
    files: MemorySweepFiles,
    changed: Partial<SweepOptions> = {},
  ): Promise<SweepReport & { readonly findings: readonly SweepFinding[] }> => {
    const findings: SweepFinding[] = [];
    const onFinding = (finding: SweepFinding): Promise<void> => {
      findings.push(finding);
      return Promise.resolve();
    };
    const options = { now: NOW, minAgeDays: 7, force: false, dryRun: false, onFinding, batchSize: 100, ...changed };
    return { ...(await sweepRecordings({ store: sweeps, files, ...options })), findings };
  };
  const paths = async ({ book }: SweepSubject): Promise<readonly string[]> =>
    (await book.all()).flatMap(({ recordings }) => recordings.flatMap(({ path }) => path ?? [])).sort();
  const callOfA = async ({ book }: SweepSubject) => (await book.all()).find(({ source }) => source.number === 'a');
  const ALL_PATHS = NAMES.map(fileOf);

  test('where each recording has its file nothing is found', async () => {
    const subject = await opened();
    const report = await sweep(subject, filesOfAll());
    expect(report).toMatchObject({ recordings: 4, files: 4, missing: 0, orphans: 0, suspicious: [], findings: [] });
  });

  for (const batchSize of [1, 3, 100]) {
    test(`a recording whose file is missing loses its path, an old orphan goes, in batches of ${batchSize}`, async () => {
      const subject = await opened();
      const files = new MemorySweepFiles(['/recordings']);
      for (const name of ['b', 'c', 'd']) files.put(fileOf(name), OLD);
      files.put('/recordings/x.wav', OLD, 20);
      files.put('/recordings/y.wav', YOUNG);
      const report = await sweep(subject, files, { batchSize });
      expect(report).toMatchObject({ missing: 1, cleared: 1, orphans: 2, orphanBytes: 30, removed: 1, removedBytes: 20, young: 1 });
      expect(await paths(subject)).toEqual(['b', 'c', 'd'].map(fileOf));
      expect(files.paths).toEqual([...['b', 'c', 'd'].map(fileOf), '/recordings/y.wav']);
      expect(report.findings).toMatchObject([
        { kind: 'orphan', path: '/recordings/x.wav', ageSeconds: 30 * DAY_SECONDS, fate: 'removed' },
        { kind: 'orphan', path: '/recordings/y.wav', fate: 'young' },
        { kind: 'missing', path: fileOf('a'), cleared: true },
      ]);
    });
  }

  test('the call log stays, with the uuid and the times of its recording', async () => {
    const subject = await opened();
    const files = filesOfAll();
    await files.remove({ path: fileOf('a'), bytes: 0, writtenAt: OLD }, NOW);
    const before = await callOfA(subject);
    await sweep(subject, files);
    expect(await callOfA(subject)).toEqual({
      ...before,
      recordings: before?.recordings.map((recording) => ({ ...recording, path: null })),
    });
  });

  test('a dry run reports the same and changes nothing', async () => {
    const subject = await opened();
    const files = filesOfAll();
    await files.remove({ path: fileOf('a'), bytes: 0, writtenAt: OLD }, NOW);
    files.put('/recordings/x.wav', OLD);
    const report = await sweep(subject, files, { dryRun: true });
    expect(report.findings).toMatchObject([
      { kind: 'orphan', fate: 'removable' },
      { kind: 'missing', cleared: false },
    ]);
    expect([report.cleared, report.removed, await paths(subject), files.paths.length]).toEqual([0, 0, ALL_PATHS, 4]);
  });

  test('a file that a row names by a path through a link is no orphan', async () => {
    const subject = await opened();
    const files = new MemorySweepFiles(['/disk']);
    files.links.set('/recordings', '/disk/of/old');
    for (const name of NAMES) files.put(`/disk/of/old/${name}.wav`, OLD);
    expect(await sweep(subject, files)).toMatchObject({ files: 4, orphans: 0, missing: 0 });
  });

  test('recordings outside of the directories are nobody’s business', async () => {
    const subject = await opened();
    const files = new MemorySweepFiles(['/elsewhere']);
    files.put('/elsewhere/x.wav', OLD);
    expect(await sweep(subject, files)).toMatchObject({ missing: 0, removed: 1, suspicious: [] });
    expect(await paths(subject)).toEqual(ALL_PATHS);
  });

  test('nothing of a directory without any file changes when recordings name files in it, unless forced', async () => {
    const subject = await opened();
    const report = await sweep(subject, unmounted());
    expect(report).toMatchObject({ missing: 0, suspicious: [{ directory: '/recordings', state: 'empty', recordings: 4 }], findings: [] });
    expect(await paths(subject)).toEqual(ALL_PATHS);
    expect(await sweep(subject, unmounted(), { force: true })).toMatchObject({ missing: 4, cleared: 4 });
    expect(await paths(subject)).toEqual([]);
  });

  test('nothing of a directory that is missing or unreadable changes', async () => {
    const subject = await opened();
    const files = filesOfAll();
    files.put('/recordings/x.wav', OLD);
    for (const state of ['missing', 'unreadable'] as const) {
      files.states.set('/recordings', state);
      expect(await sweep(subject, files)).toMatchObject({ unknown: 0, removed: 0, suspicious: [{ state, recordings: 4 }] });
    }
    expect([await paths(subject), files.paths.length]).toEqual([ALL_PATHS, 5]);
  });

  test('a disk that goes away while a sweep is under way costs no path', async () => {
    const subject = await opened();
    const files = filesOfAll();
    files.put('/recordings/x.wav', OLD);
    const onFinding = ({ kind }: SweepFinding): Promise<void> => {
      if (kind === 'orphan') files.states.set('/recordings', 'missing');
      return Promise.resolve();
    };
    expect(await sweep(subject, files, { onFinding })).toMatchObject({ missing: 4, cleared: 0 });
    expect(await paths(subject)).toEqual(ALL_PATHS);
  });

  test('a file that cannot be removed holds up no other', async () => {
    const subject = await opened();
    const files = filesOfAll();
    for (const name of ['x', 'y']) files.put(`/recordings/${name}.wav`, OLD);
    files.unremovable.set('/recordings/x.wav', 'permission denied');
    const report = await sweep(subject, files);
    expect(report).toMatchObject({ removed: 1, failed: 1 });
    expect(report.findings).toMatchObject([{ fate: 'failed', reason: 'permission denied' }, { fate: 'removed' }]);
  });

  test('what is marked is left to the purge: its file is no orphan, and its row is not reported', async () => {
    const subject = await opened();
    const early = { kind: 'started-before', at: momentOf(1_000_000) } as const;
    await subject.purges.alone((session) => session.markRecordings(early, 100));
    const files = new MemorySweepFiles(['/recordings']);
    for (const name of ['c', 'd']) files.put(fileOf(name), OLD);
    expect(await sweep(subject, files)).toMatchObject({ recordings: 4, missing: 0, orphans: 0, suspicious: [] });
    expect((await subject.purges.alone((session) => session.marked(null, 10))).map(({ path }) => path)).toEqual(
      ['a', 'b', 'd'].map(fileOf),
    );
  });

  test('a recording that was marked or changed since it was read keeps its path', async () => {
    const subject = await opened();
    const read = await subject.sweeps.alone((session) => session.recordings({ after: null, limit: 4, names: null }));
    const named = (name: string) => read.find(({ path }) => path === fileOf(name)) as NamedRecording;
    await subject.purges.alone((session) => session.markRecordings({ kind: 'tagged', tag: 'legal-hold', tagger: null }, 1));
    const cleared = await subject.sweeps.alone((session) =>
      session.clearPaths([named('a'), named('b'), { ...named('c'), path: '/another.wav' }]),
    );
    expect([...cleared]).toEqual([named('a').uuid]);
    expect(await paths(subject)).toEqual(['b', 'c', 'd'].map(fileOf));
  });

  test('while calls of that age are untold no orphan goes, unless forced', async () => {
    const subject = await open(TWO_MONTHS);
    const files = filesOfAll();
    expect(await sweep(subject, files)).toMatchObject({
      orphans: 4,
      removed: 0,
      untold: 4,
      waiting: { unreadRows: TWO_MONTHS.length, conversations: 0 },
    });
    // Too old for the rows: nothing of that age is untold.
    expect(await sweep(subject, files, { now: momentOf(100), force: true })).toMatchObject({ young: 4, waiting: { unreadRows: 0 } });
    expect(await sweep(subject, files, { force: true })).toMatchObject({ removed: 4 });
  });

  test('call logs that were forgotten, to be generated again, do not lose their files', async () => {
    const subject = await opened();
    await deleteCallLogs({ book: subject.book, store: subject.store, since: null, force: false });
    expect(await sweep(subject, filesOfAll())).toMatchObject({ recordings: 0, orphans: 4, untold: 4, removed: 0 });
  });

  test('while conversations wait for a directory no orphan goes', async () => {
    const subject = await open(TWO_MONTHS);
    const directory = new SwitchedDirectory();
    directory.away = true;
    await generateCallLogs(ALL, generateOptions(subject.store, subject.book, { dialect: directory.dialect, directory }));
    expect(await sweep(subject, filesOfAll())).toMatchObject({ untold: 4, removed: 0, waiting: { unreadRows: 0, conversations: 4 } });
  });

  test('a file that a lost recording may mean stays, and the recording keeps its path', async () => {
    const subject = await opened();
    const files = new MemorySweepFiles(['/recordings']);
    for (const name of ['b', 'c', 'd']) files.put(fileOf(name), OLD);
    files.put('/recordings/moved/a.wav', OLD);
    const report = await sweep(subject, files);
    expect(report).toMatchObject({ missing: 1, cleared: 0, orphans: 1, doubtful: 1, removed: 0 });
    expect([await paths(subject), files.paths.length]).toEqual([ALL_PATHS, 4]);
    expect(await sweep(subject, files, { force: true })).toMatchObject({ missing: 1, cleared: 1, removed: 1 });
  });

  test('a tree that was moved keeps its files, although recordings name them by the old place', async () => {
    const subject = await opened();
    const files = new MemorySweepFiles(['/new']);
    for (const name of NAMES) files.put(`/new/${name}.wav`, OLD);
    expect(await sweep(subject, files)).toMatchObject({ missing: 0, doubtful: 4, removed: 0 });
  });

  test('a recording whose row is written while a sweep is under way keeps its file', async () => {
    const subject = await open(TWO_MONTHS);
    const files = filesOfAll();
    const list = files.list.bind(files);
    files.list = async function* (...args) {
      await generateCallLogs(ALL, generateOptions(subject.store, subject.book, { dialect: twoMonthsDialect }));
      yield* list(...args);
    };
    expect(await sweep(subject, files, { force: true })).toMatchObject({ orphans: 0, removed: 0 });
  });

  test('progress counts what was looked at', async () => {
    const subject = await opened();
    const looked: number[] = [];
    await sweep(subject, filesOfAll(), { batchSize: 2, onProgress: (number) => looked.push(number) });
    expect(looked).toEqual([2, 4, 6, 8, 10, 12]);
  });
}
