import { deleteRecordingMedia } from '@callstitch/application';
import { RECORDED_TENANT, recordedCall, recordingBookContract } from '@callstitch/application/testing';
import type { CallLog } from '@callstitch/domain';
import { PostgresCallLogs } from '../call-logs/postgres-call-logs.js';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { putCallLogs } from '../testing/put-call-logs.js';
import { PostgresRecordingBook } from './postgres-recording-book.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function subject(callLogs: readonly (CallLog & { readonly id: number })[]) {
  const database = await openDatabase({ url: await migratedDatabase() });
  opened.push(database);
  await putCallLogs(database.pool, callLogs);
  const book = new PostgresRecordingBook(database.pool);
  const stored = new PostgresCallLogs(database.pool);
  return { book: Object.assign(book, { get: (id: number) => stored.get(id) }), pool: database.pool, stored };
}

describe('on PostgreSQL', () => {
  recordingBookContract(async (callLogs) => (await subject(callLogs)).book, { test, expect });
});

test('when a deletion cannot be noted, its path stays', async () => {
  const call = recordedCall(1);
  const { book, pool, stored } = await subject([call]);
  await pool.query('alter table recording_access rename to taken_away');
  const files = { remove: () => Promise.resolve({ kind: 'removed' } as const) };
  const which = {
    callLogId: 1,
    recordingUuid: call.recordings[0]?.uuid as string,
    tenantUuids: [RECORDED_TENANT] as const,
    asker: { userUuid: null, tokenId: null },
  };
  const parts = { callLogs: stored, files, book, held: { kind: 'some', filters: [] } as const, now: () => call.endedAt };
  await expect(deleteRecordingMedia(which, parts)).rejects.toThrow('recording_access');
  expect((await stored.get(1))?.recordings).toEqual(call.recordings);
  // What was stopped in between is settled by the next deletion.
  await pool.query('alter table taken_away rename to recording_access');
  const missing = { remove: () => Promise.resolve({ kind: 'missing' } as const) };
  expect(await deleteRecordingMedia(which, { ...parts, files: missing })).toEqual({ kind: 'deleted', files: 1 });
  expect((await stored.get(1))?.recordings[0]?.path).toBeNull();
});
