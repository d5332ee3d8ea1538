import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { generateCallLogs } from '@callstitch/application';
import {
  TWO_MONTHS,
  fileOf,
  generateOptions,
  momentOf,
  recordedCall,
  recordedPath,
  twoMonthsDialect,
} from '@callstitch/application/testing';
import type { Pool } from 'pg';
import { PostgresAccessBook } from '../access/postgres-access-book.js';
import { PostgresExportBook } from '../exports/postgres-export-book.js';
import { PostgresTenantRetentions } from '../retention/postgres-tenant-retentions.js';
import { bookFaults } from '../testing/book-faults.js';
import { TEST_TENANT } from '../testing/generation-subject.js';
import { purgeSubject } from '../testing/purge-subject.js';
import { putCallLogs } from '../testing/put-call-logs.js';
import { TOP_TENANT, removeInFolder } from '../testing/remove-in-folder.js';
import { PostgresTranscriptionBook } from '../transcriptions/postgres-transcription-book.js';

const OTHER = '7e7e0001-0000-4000-8000-000000000002';
/** Whose the call d is. */
const THIRD = '7e7e0009-0000-4000-8000-000000000009';
const [OURS, THEIRS] = ['ec500000-0000-4000-8000-000000000001', 'ec500000-0000-4000-8000-000000000002'];
/** Far from the ids that generation gives. */
const OTHER_CALL = { ...recordedCall(900_001), tenantUuid: OTHER };

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'remove-'))));
afterEach(() => rm(folder, { recursive: true }));

type Subject = Awaited<ReturnType<typeof purgeSubject>>;

function generate({ store, book }: Subject) {
  return generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book, { dialect: twoMonthsDialect }));
}

/** Three calls of a tenant, one of them held, and one each of two others; two tenants have an export, days, a transcription and a token each. */
async function filled(): Promise<Subject> {
  const subject = await purgeSubject(TWO_MONTHS);
  const { pool } = subject;
  await generate(subject);
  await putCallLogs(pool, [OTHER_CALL]);
  const files = ['a', 'b', 'c', 'd'].map((name) => basename(fileOf(name)));
  for (const name of [...files, ...(['a', 'b'] as const).map((letter) => basename(recordedPath(OTHER_CALL.id, letter)))]) {
    await writeFile(join(folder, name), name);
  }
  const access = new PostgresAccessBook(pool);
  await access.addTenant({ uuid: TOP_TENANT, parentUuid: null, name: 'master' });
  for (const [tenantUuid, uuid] of [
    [TEST_TENANT, OURS],
    [OTHER, THEIRS],
  ] as const) {
    await access.addTenant({ uuid: tenantUuid, parentUuid: TOP_TENANT, name: tenantUuid });
    await access.addToken({ hash: uuid, name: 'x', tenantUuid, userUuid: null, acl: ['#'], createdAt: momentOf(1), expiresAt: null });
    await new PostgresTenantRetentions(pool).replace({ tenantUuid, callLogDays: 9_999, recordingDays: null, exportDays: 9_999 });
    const said = { voicemailId: null, text: 'Hello', providerId: null, language: null, durationSeconds: null, createdAt: momentOf(1) };
    await new PostgresTranscriptionBook(pool).put({ ...said, messageId: uuid, tenantUuid });
    const asked = { uuid, tenantUuid, userUuid: null, tokenId: null, requestedAt: momentOf(5), email: null };
    await new PostgresExportBook(pool).create(asked, items(tenantUuid));
    await writeFile(join(folder, `${uuid}.zip`), 'zip');
  }
  return subject;
}

async function* items(tenantUuid: string) {
  yield await Promise.resolve([{ callLogId: 1, recordingUuid: OURS, tenantUuid, startedAt: momentOf(1) }]);
}

/** All that is left, in the tables and in the folder. */
async function left(pool: Pool): Promise<unknown> {
  const tenants = async (table: string): Promise<unknown> =>
    (await pool.query<{ tenants: unknown }>(`select array_agg(distinct tenant_uuid) as tenants from ${table}`)).rows[0]?.tenants;
  const { rows } = await pool.query<{ conversation_id: string }>(
    "select conversation_id from conversation where state = 'purged' order by conversation_id",
  );
  return {
    calls: (await pool.query<{ name: string }>('select conversation_id as name from call_log order by 1')).rows.map(({ name }) => name),
    ...{ recordings: await tenants('recording'), exports: await tenants('recording_export'), days: await tenants('tenant_retention') },
    ...{ said: await tenants('voicemail_transcription'), tokens: await tenants('token'), outbox: await tenants('announcement_outbox') },
    tenants: (await new PostgresAccessBook(pool).tenants()).map(({ uuid }) => uuid).sort(),
    purged: rows.map(({ conversation_id }) => conversation_id),
    cels: (await pool.query<{ count: number }>('select count(*)::int as count from cel')).rows[0]?.count,
    files: (await readdir(folder)).sort(),
  };
}

const REMOVED = {
  calls: [OTHER_CALL.conversationId, 'd'],
  ...{ recordings: [OTHER, THIRD], exports: [OTHER], days: [OTHER], said: [OTHER], tokens: [OTHER], outbox: [OTHER] },
  tenants: [OTHER, TOP_TENANT],
  purged: ['a', 'b', 'c'],
  cels: TWO_MONTHS.length,
  files: ['900001-a.wav', '900001-b.wav', 'd.wav', `${THEIRS}.zip`],
};

test('a tenant goes with its held calls and its files, and no run makes its calls again; another tenant keeps everything', async () => {
  const subject = await filled();
  const removed = await removeInFolder(subject.pool, folder, TEST_TENANT);
  expect(removed).toMatchObject({ callLogs: 3, recordings: 3, exports: 1, transcriptions: 1, tokens: 1, failed: 0 });
  expect(await left(subject.pool)).toEqual(REMOVED);
  await subject.book.forgetRead('default');
  expect(await generate(subject)).toMatchObject({ created: 0, updated: 0 });
  expect(await removeInFolder(subject.pool, folder, TEST_TENANT)).toMatchObject({ callLogs: 0, exports: 0, tokens: 0 });
  expect(await left(subject.pool)).toEqual(REMOVED);
  expect(await bookFaults(subject.pool)).toEqual([]);
  await subject.close();
});

test('calls that were only forgotten, to be made again, are not made again', async () => {
  const subject = await filled();
  await subject.book.forget('default', null);
  await removeInFolder(subject.pool, folder, TEST_TENANT);
  expect(await generate(subject)).toMatchObject({ created: 1 });
  expect(await left(subject.pool)).toMatchObject({ purged: expect.arrayContaining(['a', 'b', 'c']) as string[] });
  await subject.close();
});

test('the master tenant stays, and a tenant whose export is being packed stays until that is done', async () => {
  const subject = await filled();
  await expect(removeInFolder(subject.pool, folder, TOP_TENANT)).rejects.toMatchObject({ code: 'TENANT_IN_USE' });
  await new PostgresExportBook(subject.pool).alone(OURS, async () => {
    await expect(removeInFolder(subject.pool, folder, TEST_TENANT)).rejects.toThrow('is being packed');
  });
  await removeInFolder(subject.pool, folder, TEST_TENANT);
  expect(await left(subject.pool)).toEqual(REMOVED);
  await subject.close();
});

test('a removal that is killed and done again ends the same', async () => {
  let killed = 0;
  // Each seventh statement: together with the purge's own spec that is enough.
  for (let statement = 1; ; statement += 7) {
    const subject = await filled();
    const signal = await killedBefore(subject.url, statement);
    await generate(subject);
    if (signal !== null) await removeInFolder(subject.pool, folder, TEST_TENANT);
    expect([statement, await left(subject.pool)]).toEqual([statement, REMOVED]);
    await subject.close();
    if (signal === null) break;
    killed++;
  }
  expect(killed).toBeGreaterThan(5);
}, 120_000);

/** Null when it came to its end. */
function killedBefore(url: string, statement: number): Promise<NodeJS.Signals | null> {
  const program = join(import.meta.dirname, '../../dist/testing/remove-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, url, folder, TEST_TENANT, String(statement)], { env, stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
}
