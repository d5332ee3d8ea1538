import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DEFAULT_JOBS } from '@callstitch/application';
import {
  MemoryAccessBook,
  MemoryCallLogBook,
  MemoryCallLogRestorer,
  MemoryCallLogSearch,
  MemoryCallLogs,
  MemoryCelStore,
  MemoryCelTable,
  MemoryChangeFeed,
  MemoryExportBook,
  MemoryJobBook,
  MemoryPurgeStore,
  MemoryRecordingBook,
  MemoryRunBook,
  MemorySweepStore,
  MemoryTenantBook,
  MemoryTenantRetentions,
  MemoryStatisticsBook,
  MemoryTranscriptionBook,
  aCall,
  memoryAnnouncements,
  momentOf,
  plainDialect,
} from '@callstitch/application/testing';
import type { Linkedid } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { CallstitchParts } from './callstitch-parts.js';
import { assembleCallstitch } from './assemble-callstitch.js';
import { NO_LIVE_PARTS } from './live/live-parts.js';
import { DEFAULT_TENANT_UUID } from './default-tenant-uuid.js';

function assembled(changed: Partial<CallstitchParts> = {}) {
  const store = new MemoryCelStore([...aCall('a', { firstId: 1 }), ...aCall('b', { firstId: 5 })]);
  const book = new MemoryCallLogBook();
  const purges = new MemoryPurgeStore(book, store, DEFAULT_TENANT_UUID);
  const runs = new MemoryRunBook(book);
  const callstitch = assembleCallstitch({
    teller: {
      taggers: () => Promise.resolve({ tagger: { tag: () => [], troubles: new Map() }, names: new Set<string>() }),
      narrator: () =>
        Promise.resolve({ dialect: plainDialect, directory: null, tagger: { tag: () => [], troubles: new Map() }, name: 'plain 1' }),
    },
    store,
    book,
    callLogs: new MemoryCallLogs(book),
    search: new MemoryCallLogSearch(book, DEFAULT_TENANT_UUID),
    changes: new MemoryChangeFeed(book, DEFAULT_TENANT_UUID),
    announcements: memoryAnnouncements(),
    retagBook: book,
    purges,
    restorer: new MemoryCallLogRestorer(book, purges),
    sweeps: new MemorySweepStore(book, store, purges),
    retentions: new MemoryTenantRetentions(),
    statisticsBook: new MemoryStatisticsBook(),
    transcriptionBook: new MemoryTranscriptionBook(),
    tenantBook: new MemoryTenantBook({
      ...{ access: new MemoryAccessBook(), callLogs: book, exports: new MemoryExportBook(new MemoryRecordingBook([])) },
      ...{
        retentions: new MemoryTenantRetentions(),
        transcriptions: new MemoryTranscriptionBook(),
        defaultTenantUuid: DEFAULT_TENANT_UUID,
      },
    }),
    configFile: null,
    runs,
    celTable: () => Promise.resolve(new MemoryCelTable(store)),
    celsAreReadable: () => Promise.resolve(),
    accessBook: new MemoryAccessBook(),
    recordingBook: new MemoryRecordingBook([]),
    recordingDirectories: [],
    exportBook: new MemoryExportBook(new MemoryRecordingBook([])),
    exportDirectory: './data/exports',
    openJobs: () => Promise.reject(new Error('there is no queue in memory')),
    openMailer: () => Promise.resolve(null),
    masterTenantUuid: DEFAULT_TENANT_UUID,
    tenantUuidOf: (name) => name,
    jobBook: new MemoryJobBook(() => momentOf(3600)),
    jobsSettings: DEFAULT_JOBS,
    keepMonths: () => Promise.resolve({ made: [], dropped: [] }),
    analyzeTables: () => Promise.resolve(0),
    newHolder: () => 'somebody',
    now: () => momentOf(3600),
    silentAfterMinutes: 240,
    live: NO_LIVE_PARTS,
    close: () => Promise.resolve(),
    ...changed,
  });
  return { callstitch, store, book, runs };
}

const INPUT = { files: ['-'], timezone: 'UTC', newIds: false };
const csv = (...rows: string[]): Readable => Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid\n${rows.join('\n')}\n`]);

test('generations, deletions and imports are recorded with what was asked and what came of it', async () => {
  const { callstitch, runs } = assembled();
  await callstitch.importCels({ ...INPUT, stdin: csv('9,HANGUP,1767600009,x,a,a', 'x,HANGUP,1767600009,x,a,a') });
  await callstitch.generate({ kind: 'newest', count: Infinity });
  await callstitch.generate({ kind: 'since', instant: momentOf(0) });
  await callstitch.generate({ kind: 'linkedids', linkedids: ['a' as Linkedid] });
  await callstitch.delete({ since: momentOf(1), force: false });
  await callstitch.delete({ since: null, force: true });
  expect(runs.runs.toReversed().map(({ options, result }) => [options, result])).toMatchObject([
    [
      { command: 'import', files: ['-'], newIds: false },
      { rowsRead: 1, added: 1, known: 0, conflicting: 0, broken: 1 },
    ],
    [
      { command: 'generate', newest: 'all', teller: 'plain 1' },
      { created: 2, rowsRead: 9 },
    ],
    [{ command: 'generate', since: '2026-01-05T08:00:00.000000Z' }, { created: 0 }],
    [{ command: 'generate', linkedids: ['a'] }, { unchanged: 1 }],
    [
      { command: 'delete', since: '2026-01-05T08:00:01.000000Z', force: false },
      { callLogs: 2, beyondRecovery: 0 },
    ],
    [{ command: 'delete', since: 'the beginning', force: true }, { callLogs: 0 }],
  ]);
});

test('looking is not recorded, nor is a dry run', async () => {
  const { callstitch, runs, book } = assembled();
  const kinds: string[] = [];
  const onWrite = ({ write }: { write: { kind: string } | null }) => void kinds.push(write?.kind ?? 'nothing');
  expect(await callstitch.generate({ kind: 'newest', count: 100 }, { dryRun: true, onWrite })).toMatchObject({ created: 2 });
  await callstitch.previewDeletion(null);
  await callstitch.find({}, { limit: 1, after: null });
  await callstitch.get(1);
  expect(await callstitch.status()).toMatchObject({ callLogs: 0, unreadRows: 8, lastRuns: [] });
  expect([kinds, await book.all(), runs.runs]).toEqual([['created', 'created'], [], []]);
});

test('a sweep is recorded with what came of it, and without CELs it does not begin', async () => {
  const { callstitch, runs } = assembled();
  const directory = mkdtempSync(join(tmpdir(), 'sweep-'));
  const wishes = { recordings: [directory, join(directory, 'nowhere')], minAgeDays: 7, force: false };
  await callstitch.sweepRecordings({ ...wishes, dryRun: true });
  expect(runs.runs).toEqual([]);
  await callstitch.sweepRecordings({ ...wishes, dryRun: false });
  rmSync(directory, { recursive: true });
  expect(runs.runs).toMatchObject([
    {
      options: { command: 'sweep', ...wishes },
      result: { missing: 0, cleared: 0, orphans: 0, removed: 0, failed: 0, suspicious: 1 },
    },
  ]);
  const missing = new CallstitchError('CEL_TABLE_NOT_FOUND', 'The database has no table cel.');
  const without = assembled({ celsAreReadable: () => Promise.reject(missing) });
  await expect(without.callstitch.sweepRecordings({ ...wishes, dryRun: false })).rejects.toBe(missing);
});

test('a refused deletion deletes nothing and is recorded with its reason', async () => {
  const { callstitch, store, runs } = assembled();
  await callstitch.generate({ kind: 'newest', count: 100 });
  await store.purge(({ linkedid }) => linkedid === 'a');
  await expect(callstitch.delete({ since: null, force: false })).rejects.toMatchObject({ code: 'CELS_GONE' });
  expect(runs.runs[0]?.error).toContain('Nothing was deleted');
  expect((await callstitch.status()).callLogs).toBe(2);
});

test('a call log is found, read and explained', async () => {
  const { callstitch } = assembled();
  await callstitch.generate({ kind: 'newest', count: 100 });
  const { callLogs, next } = await callstitch.find({}, { limit: 1, after: null });
  expect([callLogs.map(({ conversationId }) => conversationId), next]).toEqual([['b'], expect.any(String)]);
  expect(await callstitch.get(1)).toMatchObject({ conversationId: 'a' });
  expect((await callstitch.explain(1)).conversation.cels).toHaveLength(4);
});

test('call logs are searched and their changes are told, without a tenant as the default tenant’s', async () => {
  const { callstitch } = assembled();
  await callstitch.generate({ kind: 'newest', count: 100 });
  const own = [DEFAULT_TENANT_UUID] as const;
  const newest = { order: 'start', descending: true, offset: 0, limit: 1 } as const;
  expect(await callstitch.search.find({ tenantUuids: own }, newest)).toMatchObject([{ conversationId: 'b' }]);
  expect(await callstitch.search.count({ tenantUuids: ['another'] }, 'exact')).toBe(0);
  const { changes, next } = await callstitch.changes.after(null, { tenantUuids: own, limit: 1 });
  expect(changes).toMatchObject([{ kind: 'created', tenantUuid: DEFAULT_TENANT_UUID, conversationId: 'a' }]);
  expect((await callstitch.changes.after(next, { tenantUuids: own, limit: 1 })).changes).toMatchObject([{ conversationId: 'b' }]);
});

test('rows that bring ids get new ones where that is wished', async () => {
  const { callstitch, store } = assembled();
  const rows = ['1,HANGUP,1767600009,x,c,c', '1,CHAN_END,1767600009,x,c,c'];
  expect(await callstitch.importCels({ ...INPUT, newIds: true, stdin: csv(...rows) })).toMatchObject({ added: 2 });
  expect(await store.bounds()).toEqual({ from: 1, until: 11 });
});

test('without CELs nothing is begun that needs them, and what stands can be read', async () => {
  const missing = new CallstitchError('CEL_TABLE_NOT_FOUND', 'The database has no table cel.');
  const { callstitch, runs } = assembled({ celsAreReadable: () => Promise.reject(missing), celTable: () => Promise.reject(missing) });
  const works = [
    () => callstitch.generate({ kind: 'newest', count: 1 }),
    () => callstitch.delete({ since: null, force: true }),
    () => callstitch.previewDeletion(null),
    () => callstitch.explain(1),
    () => callstitch.status(),
    () => callstitch.importCels({ ...INPUT, stdin: csv() }),
  ];
  for (const work of works) await expect(work()).rejects.toBe(missing);
  expect(runs.runs).toEqual([]);
  expect(await callstitch.get(1)).toBeNull();
});

test('a database that goes away in the middle is said in words that help', async () => {
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
  const book = new MemoryCallLogBook();
  const callLogs = Object.assign(new MemoryCallLogs(book), { find: () => Promise.reject(lost) });
  const { callstitch } = assembled({ callLogs });
  await expect(callstitch.find({}, { limit: 1, after: null })).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', cause: lost });
});
