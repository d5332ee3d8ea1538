import type { Batch } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { TENANT, sampleCall } from '../testing/sample-call.js';
import { PostgresCallLogBook } from './postgres-call-log-book.js';

let database: Database;
let book: PostgresCallLogBook;

beforeAll(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
  book = new PostgresCallLogBook({ pool: database.pool, defaultTenantUuid: TENANT });
});

afterAll(async () => {
  book.close();
  await database.close();
});

function told(callLog: CallLog): Batch {
  const { conversationId, linkedids, endedAt: lastEventAt } = callLog;
  const extent = { conversationId, linkedids, celCount: 1, firstCelId: 1, lastCelId: 1, lastEventAt };
  return { source: 'default', read: [], outcomes: [{ state: 'told', extent, callLog }], teller: 'test' };
}

async function counted(): Promise<readonly unknown[]> {
  const { rows } = await database.pool.query<{ recording_count: number; rows: number }>(
    'select recording_count, (select count(*) from recording where call_log_id = call_log.id) as rows from call_log',
  );
  return rows.map(({ recording_count, rows: there }) => [recording_count, there]);
}

test('a call log counts its recordings, also one that it speaks of no more and whose file is still to be removed', async () => {
  const call = sampleCall();
  await book.write(told(call), null);
  expect(await counted()).toEqual([[2, 2]]);
  await database.pool.query('update recording set deleted_at = now() where path is not null');
  await book.write(told({ ...call, recordings: call.recordings.slice(1) }), null);
  expect(await counted()).toEqual([[2, 2]]);
  await book.write(told({ ...call, recordings: [] }), null);
  expect(await counted()).toEqual([[1, 1]]);
});
