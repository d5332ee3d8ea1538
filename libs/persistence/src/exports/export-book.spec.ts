import { runExport } from '@callstitch/application';
import {
  MemoryExportArchives,
  MemoryRecordingFiles,
  RECORDED_TENANT,
  exportBookContract,
  recordedCall,
  recordedPath,
} from '@callstitch/application/testing';
import type { CallLog } from '@callstitch/domain';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { PostgresRecordingBook } from '../recordings/postgres-recording-book.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { putCallLogs } from '../testing/put-call-logs.js';
import { PostgresExportBook } from './postgres-export-book.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { HELD_HERE } from '../testing/until-unlocked.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function subject(callLogs: readonly (CallLog & { readonly id: number })[]) {
  const database = await openDatabase({ url: await migratedDatabase() });
  opened.push(database);
  await putCallLogs(database.pool, callLogs);
  return { book: new PostgresExportBook(database.pool), recordings: new PostgresRecordingBook(database.pool), pool: database.pool };
}

describe('on PostgreSQL', () => {
  exportBookContract(subject, { test, expect });
});

const call = recordedCall(1);
const UUID = 'ec500000-0000-4000-8000-000000000001';
const asked = { uuid: UUID, tenantUuid: RECORDED_TENANT, userUuid: null, tokenId: null, requestedAt: call.endedAt, email: null };

async function* items() {
  yield await Promise.resolve(
    call.recordings.slice(0, 2).map(({ uuid, startedAt }) => ({
      callLogId: 1,
      recordingUuid: uuid as string,
      tenantUuid: RECORDED_TENANT,
      startedAt,
    })),
  );
}

test('a call that was told anew under another id is exported all the same', async () => {
  const { book, pool } = await subject([call]);
  await book.create(asked, items());
  await pool.query('update recording set call_log_id = 77');
  expect(await book.alone(UUID, async (session) => (await session.items(null, 9)).map(({ path }) => path))).toEqual([
    recordedPath(1, 'a'),
    recordedPath(1, 'b'),
  ]);
});

test('a worker that loses its connection writes nothing more, and leaves the export to another one', async () => {
  const { book, pool } = await subject([call]);
  await book.create(asked, items());
  const archives = new MemoryExportArchives();
  const files = new MemoryRecordingFiles([recordedPath(1, 'a'), recordedPath(1, 'b')]);
  const parts = { book, archives, files, mailer: null, now: () => call.endedAt };
  const cut: typeof files.open = async (path) => {
    await pool.query(`select pg_terminate_backend(pid, 20000) from pg_locks where ${HELD_HERE} and classid = ${ADVISORY_LOCKS.exports}`);
    return files.open(path);
  };
  await expect(runExport(UUID, { ...parts, files: { open: cut } })).rejects.toThrow('connection');
  expect([(await book.get(UUID))?.status, archives.kept.size, archives.drafts.size]).toEqual(['processing', 0, 0]);
  expect(await runExport(UUID, parts)).toMatchObject({ kind: 'finished', export: { included: 2 } });
});
