import type { Cel } from '@callstitch/domain';
import type { ArchivedCall } from '../archive/archived-call.js';
import type { CallLogArchives } from '../archive/call-log-archives.js';
import type { CallLogRestorer } from '../archive/call-log-restorer.js';
import type { CallLogArchiveReader, CallLogsImported } from '../archive/import-call-logs.js';
import { importCallLogs } from '../archive/import-call-logs.js';
import { generateCallLogs } from '../generate/generate-call-logs.js';
import { purge } from '../retention/purge.js';
import type { PurgePlan } from '../retention/purge-plan.js';
import type { PurgeReport } from '../retention/purge-report.js';
import { aCall } from './a-call.js';
import { generateOptions } from './generate-options.js';
import type { Runner } from './generation-contract.js';
import type { PurgeSubject } from './purge-contract.js';
import { MemoryRecordingFiles } from './memory-recording-files.js';
import { richDialect } from './rich-dialect.js';
import { NAMES, TWO_MONTHS, fileOf } from './two-months.js';

/** A book on test, what purges it, and what brings calls back. */
export interface ArchiveSubject extends PurgeSubject {
  readonly restorer: CallLogRestorer;
}

/** Archives on test. */
export interface ArchivesOnTest {
  readonly archives: CallLogArchives;
  /** Two places that can be written to. */
  readonly directories: readonly [string, string];
  /** Everything that was archived in a directory. */
  readonly read: (directory: string) => CallLogArchiveReader;
  /** Lets nothing more be written to a directory, or all again. */
  readonly fill: (directory: string, full: boolean) => Promise<void>;
}

const EVERYBODY = { kind: 'every', filters: [] } as const;
const UNLESS_HELD: PurgePlan['callLogs'] = { kind: 'not', filter: { kind: 'tagged', tag: 'legal-hold', tagger: null } };

const planOf = (callLogs: PurgePlan['callLogs']): PurgePlan => ({
  callLogs,
  recordings: { kind: 'some', filters: [] },
  held: { kind: 'some', filters: [] },
  celsBefore: null,
  policies: [],
});

/** What an archive, a purge and an import must do together, whatever keeps the calls and the archives. */
export function archiveContract(
  open: (cels: readonly Cel[]) => Promise<ArchiveSubject>,
  openArchives: () => Promise<ArchivesOnTest>,
  { test, expect }: Runner & { readonly test: (name: string, run: () => Promise<void>) => void },
): void {
  const generate = ({ store, book }: PurgeSubject) =>
    generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book, { dialect: richDialect }));
  const refusal = (refused: Promise<unknown>): Promise<unknown> => refused.then(() => null).catch((error: unknown) => error);
  const opened = async (cels = TWO_MONTHS): Promise<ArchiveSubject> => {
    const subject = await open(cels);
    await generate(subject);
    return subject;
  };
  /** Files that stay where they are. */
  const files = (): MemoryRecordingFiles => {
    const kept = new MemoryRecordingFiles(NAMES.map(fileOf));
    for (const path of kept.paths) kept.unremovable.set(path, 'in use');
    return kept;
  };
  const purgeWith = (
    subject: ArchiveSubject,
    archives: CallLogArchives,
    {
      directory,
      callLogs = EVERYBODY,
      media = files(),
    }: { directory: string | null; callLogs?: PurgePlan['callLogs']; media?: MemoryRecordingFiles },
  ): Promise<PurgeReport> =>
    purge(planOf(callLogs), subject.purges, { trigger: 'test', files: media, batchSize: 2, archive: { archives, directory } });
  const importFrom = (
    { restorer }: ArchiveSubject,
    archive: CallLogArchiveReader,
    options: { dryRun?: boolean; media?: MemoryRecordingFiles } = {},
  ): Promise<CallLogsImported> => importCallLogs({ archive, restorer, files: options.media ?? files(), dryRun: options.dryRun ?? false });
  const created = async ({ book }: PurgeSubject): Promise<number> => (await book.changes()).filter(({ kind }) => kind === 'created').length;
  const read = async (reader: CallLogArchiveReader): Promise<readonly ArchivedCall[]> => {
    const all: ArchivedCall[] = [];
    for await (const batch of reader.read(() => undefined)) all.push(...batch);
    return all;
  };
  const archiveOf = (calls: readonly ArchivedCall[]): CallLogArchiveReader => ({
    async *read() {
      yield await Promise.resolve(calls);
    },
  });

  for (const callLogs of [EVERYBODY, UNLESS_HELD]) {
    test(`what a purge archives comes back equal in every field: ${callLogs.kind === 'every' ? 'whole months' : 'one by one'}`, async () => {
      const subject = await opened();
      const { archives, directories, read: reader } = await openArchives();
      const before = await subject.book.all();
      await purgeWith(subject, archives, { directory: directories[0], callLogs });
      const gone = before.length - (await subject.book.all()).length;
      const done = await importFrom(subject, reader(directories[0]));
      expect(done).toMatchObject({ read: gone, restored: gone, known: 0, conflicting: 0, broken: 0 });
      expect([gone, await subject.book.all()]).toEqual([callLogs === EVERYBODY ? 4 : 3, before]);
      expect(await created(subject)).toEqual(before.length + gone);
    });
  }

  test('what came back is told: nobody tells it again, and it may be purged again', async () => {
    const subject = await opened();
    const { archives, directories, read: reader } = await openArchives();
    await purgeWith(subject, archives, { directory: directories[0] });
    await importFrom(subject, reader(directories[0]));
    const before = await subject.book.changes();
    await subject.book.forgetRead('default');
    await generate(subject);
    expect((await subject.book.changes()).length).toEqual(before.length);
    await purgeWith(subject, archives, { directory: null });
    expect(await subject.book.all()).toEqual([]);
  });

  test('a second import is nothing, and a dry run writes nothing', async () => {
    const subject = await opened();
    const { archives, directories, read: reader } = await openArchives();
    await purgeWith(subject, archives, { directory: directories[0] });
    expect((await importFrom(subject, reader(directories[0]), { dryRun: true })).restored).toEqual(4);
    expect(await subject.book.all()).toEqual([]);
    await importFrom(subject, reader(directories[0]));
    const feed = (await subject.book.changes()).length;
    expect(await importFrom(subject, reader(directories[0]))).toMatchObject({ restored: 0, known: 4 });
    expect((await subject.book.changes()).length).toEqual(feed);
  });

  test('recordings whose files are gone come back without a path', async () => {
    const subject = await opened();
    const { archives, directories, read: reader } = await openArchives();
    const media = new MemoryRecordingFiles(NAMES.map(fileOf));
    await purgeWith(subject, archives, { directory: directories[0], media });
    await importFrom(subject, reader(directories[0]), { media });
    const recordings = (await subject.book.all()).flatMap((call) => call.recordings);
    expect([recordings.length, recordings.map(({ path }) => path)]).toEqual([4, [null, null, null, null]]);
  });

  test('calls come back to an empty database too, ids included, and new calls get ids of their own', async () => {
    const old = await opened();
    const { archives, directories, read: reader } = await openArchives();
    const before = await old.book.all();
    await purgeWith(old, archives, { directory: directories[0] });
    const subject = await open(aCall('e', { firstId: 100 }));
    await importFrom(subject, reader(directories[0]));
    expect(await subject.book.all()).toEqual(before);
    await generate(subject);
    expect(new Set((await subject.book.all()).map(({ id }) => id)).size).toEqual(5);
  });

  test('of two versions the later one stays, whichever comes first', async () => {
    const subject = await opened();
    const { archives, directories, read: reader } = await openArchives();
    await purgeWith(subject, archives, { directory: directories[0] });
    const calls = await read(reader(directories[0]));
    const later = calls.map(({ callLog, ...rest }) => ({ ...rest, callLog: { ...callLog, version: 7, userField: 'later' } }));
    const versions = async () => (await subject.book.all()).map(({ version, userField }) => [version, userField]);
    await importFrom(subject, archiveOf(calls));
    expect(await importFrom(subject, archiveOf(later))).toMatchObject({ restored: 4 });
    expect(await importFrom(subject, archiveOf([...calls, ...later]))).toMatchObject({ restored: 0, known: 8 });
    expect(await versions()).toEqual(NAMES.map(() => [7, 'later']));
  });

  test('a call whose id is of another conversation does not come back, and is shown', async () => {
    const old = await opened();
    const { archives, directories, read: reader } = await openArchives();
    const before = await old.book.all();
    await purgeWith(old, archives, { directory: directories[0] });
    const subject = await opened(aCall('e', { firstId: 100 }));
    const [own] = await subject.book.all();
    const done = await importFrom(subject, reader(directories[0]));
    expect([done.restored, done.conflicting]).toEqual([3, 1]);
    const { conversationId } = before.find(({ id }) => id === own?.id) ?? {};
    expect(done.conflicts).toEqual([{ callLogId: own?.id, conversationId, reason: `call log ${own?.id ?? 0} is of conversation e` }]);
  });

  test('when the archive cannot be written nothing is deleted', async () => {
    const subject = await opened();
    const { archives, directories, fill } = await openArchives();
    const before = await subject.book.all();
    await fill(directories[0], true);
    const purged = await refusal(purgeWith(subject, archives, { directory: directories[0] }));
    expect(purged).toMatchObject({ code: 'ARCHIVE_UNUSABLE' });
    expect(await subject.book.all()).toEqual(before);
  });

  /** A purge whose archive cannot be written any more once it has taken a month out of sight. */
  const stoppedHalfway = async (subject: ArchiveSubject, { archives, directories, fill }: ArchivesOnTest): Promise<void> => {
    const filling: CallLogArchives = {
      resume: (place) => archives.resume(place),
      begin: async (directory, runId) => {
        const archive = await archives.begin(directory, runId);
        await fill(directory, true);
        return archive;
      },
    };
    expect(await refusal(purgeWith(subject, filling, { directory: directories[0] }))).toMatchObject({ code: 'ARCHIVE_UNUSABLE' });
  };

  test('a purge that goes on without an archive keeps the promise of the one that was stopped', async () => {
    const subject = await opened();
    const before = await subject.book.all();
    const on = await openArchives();
    await stoppedHalfway(subject, on);
    expect(await refusal(importFrom(subject, on.read(on.directories[0])))).toMatchObject({ code: 'PURGE_UNFINISHED' });
    const refused = await refusal(purgeWith(subject, on.archives, { directory: null }));
    expect(refused).toMatchObject({ code: 'ARCHIVE_UNUSABLE' });
    expect((refused as Error).message.endsWith('or name another one with --archive.')).toEqual(true);
    await on.fill(on.directories[0], false);
    const later: PurgePlan['callLogs'] = { kind: 'some', filters: [] };
    await purgeWith(subject, on.archives, { directory: null, callLogs: later });
    await importFrom(subject, on.read(on.directories[0]));
    expect(await subject.book.all()).toEqual(before);
  });

  test('a promise that cannot be kept is kept by the archive of the purge that goes on', async () => {
    const subject = await opened();
    const before = await subject.book.all();
    const on = await openArchives();
    await stoppedHalfway(subject, on);
    await purgeWith(subject, on.archives, { directory: on.directories[1] });
    expect(await subject.book.all()).toEqual([]);
    await importFrom(subject, on.read(on.directories[1]));
    expect(await subject.book.all()).toEqual(before);
  });
}
