import type { RecordingExport } from '@callstitch/application';
import { momentOf } from '@callstitch/application/testing';
import { once } from 'node:events';
import { Client } from 'pg';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { PostgresExportBook } from '../exports/postgres-export-book.js';
import { PostgresTenantRetentions } from '../retention/postgres-tenant-retentions.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresTranscriptionBook } from '../transcriptions/postgres-transcription-book.js';
import { listenForAnnouncements } from './announcement-signal.js';
import { PostgresAnnouncementBook } from './postgres-announcement-book.js';
import { PostgresAnnouncementFeed } from './postgres-announcement-feed.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const EXPORT = 'ec500000-0000-4000-8000-000000000001';
const DAYS = { tenantUuid: TENANT, callLogDays: 90, recordingDays: 30, exportDays: null };
const INSERT = `insert into call_log_change (kind, call_log_id, tenant_uuid, conversation_source, conversation_id, version)
  values ('created', $1, '${TENANT}', 'cel', 'a', 1)`;

let url: string;
let database: Database;
let feed: PostgresAnnouncementFeed;

beforeEach(async () => {
  url = await migratedDatabase();
  database = await openDatabase({ url });
  feed = new PostgresAnnouncementFeed(database.pool);
});

afterEach(() => database.close());

const change = (id: number) => database.pool.query(INSERT, [id]);
const setDays = () => new PostgresTenantRetentions(database.pool).replace(DAYS);

/** What a line is, in short. */
const told = async (after = '0-0', limit = 99) =>
  (await feed.after(after, limit)).map((line) => (line.of === 'call-log' ? line.callLogId : line.of));

async function* items() {
  const item = { callLogId: 1, recordingUuid: '4ec04d00-0000-4000-8000-000000000001', tenantUuid: TENANT, startedAt: momentOf(1) };
  yield await Promise.resolve([item]);
}

const asked = { uuid: EXPORT, tenantUuid: TENANT, userUuid: null, tokenId: null, requestedAt: momentOf(5), email: null };

test('changes of call logs and what else is announced have one order, page by page', async () => {
  await change(1);
  await setDays();
  await change(2);
  expect(await told()).toEqual([1, 'retention', 2]);
  const [first, second] = await feed.after('0-0', 2);
  expect(await told(second?.seq)).toEqual([2]);
  expect(await told(first?.seq, 1)).toEqual(['retention']);
  expect([await feed.count('0-0', 99), await feed.count(second?.seq ?? '', 99), await feed.count('0-0', 2)]).toEqual([3, 1, 2]);
  expect((await feed.lines([first?.seq ?? '', second?.seq ?? '', '1-1'])).map(({ seq }) => seq)).toEqual([first?.seq, second?.seq]);
});

test('what a transaction that was rolled back wrote is not announced', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query(INSERT, [1]);
  await client.query('rollback');
  client.release();
  const broken = new PostgresExportBook(database.pool).create(asked, brokenItems());
  await expect(broken).rejects.toThrow('gone');
  await change(2);
  expect(await told()).toEqual([2]);
});

async function* brokenItems() {
  yield* items();
  throw new Error('gone');
}

test('who begins at the end is told what commits later, although it began before', async () => {
  const late = await database.pool.connect();
  await late.query('begin');
  await late.query(INSERT, [1]);
  const end = await feed.end();
  await change(2);
  expect(await told(end)).toEqual([]);
  await late.query('commit');
  late.release();
  expect(await told(end)).toEqual([1, 2]);
});

test('an export is written down in each of its states, and a tenant’s days as they were set', async () => {
  const book = new PostgresExportBook(database.pool);
  await book.create(asked, items());
  await book.alone(EXPORT, async (session) => {
    const begun: RecordingExport = await session.begin();
    expect(begun).not.toHaveProperty('woken');
    await session.fail('the disk is full');
  });
  await setDays();
  const state = { uuid: EXPORT, tenantUuid: TENANT, userUuid: null, requestedAt: momentOf(5) };
  expect(await feed.after('0-0', 9)).toMatchObject([
    { of: 'export', kind: 'created', tenantUuid: TENANT, state: { ...state, status: 'pending' } },
    { of: 'export', kind: 'updated', tenantUuid: TENANT, state: { ...state, status: 'processing' } },
    { of: 'export', kind: 'updated', tenantUuid: TENANT, state: { ...state, status: 'error' } },
    { of: 'retention', tenantUuid: TENANT, retention: DAYS },
  ]);
});

test('a transcription is written down as it is kept and as it was, and one that nobody has is not', async () => {
  const book = new PostgresTranscriptionBook(database.pool);
  const said = { messageId: '1-2', tenantUuid: TENANT, voicemailId: 3, providerId: null, language: 'fr', durationSeconds: 1.5 };
  const first = { ...said, text: 'Hello', createdAt: momentOf(5) };
  await book.put(first);
  await book.put({ ...first, text: 'Bonjour', createdAt: momentOf(7) });
  await book.put({ ...first, tenantUuid: EXPORT });
  await book.remove('1-2');
  await book.remove('1-2');
  const then = { ...first, text: 'Bonjour' };
  expect(await feed.after('0-0', 9)).toMatchObject([
    { of: 'transcription', kind: 'created', tenantUuid: TENANT, transcription: first },
    { of: 'transcription', kind: 'created', tenantUuid: TENANT, transcription: then },
    { of: 'transcription', kind: 'deleted', tenantUuid: TENANT, transcription: then },
  ]);
  expect(await feed.after('0-0', 9)).toHaveLength(3);
});

test('an export of nothing is not announced', async () => {
  async function* nothing() {
    yield await Promise.resolve([]);
  }
  expect(await new PostgresExportBook(database.pool).create(asked, nothing())).toBeNull();
  expect(await told()).toEqual([]);
});

test('old lines are forgotten, those of call logs apart', async () => {
  await change(1);
  await setDays();
  const book = new PostgresAnnouncementBook(database.pool, url);
  expect(await book.forget(momentOf(0))).toBe(0);
  await database.pool.query("update announcement_outbox set at = 'epoch'");
  expect(await book.forget(momentOf(0))).toBe(1);
  expect(await told()).toEqual([1]);
});

test('who listens is woken by what is committed, and again after a lost connection', async () => {
  const heard = new EventTarget();
  const next = () => once(heard, 'wake');
  const connected = next();
  const listening = listenForAnnouncements(url, () => void heard.dispatchEvent(new Event('wake')));
  await connected;
  const woken = next();
  await setDays();
  await woken;
  const again = next();
  const other = new Client(url);
  await other.connect();
  await other.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()");
  await other.end();
  await again;
  const wokenAgain = next();
  await setDays();
  await wokenAgain;
  await listening.end();
});
