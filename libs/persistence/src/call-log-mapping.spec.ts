import type { CallLog } from '@callstitch/domain';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from './call-log-columns.js';
import type { CallLogRecord, RecordingRecord } from './call-log-columns.js';
import { callLogOf, callLogRecord, callLogRow, recordingRecords, recordingRows } from './call-log-mapping.js';
import { copyIn } from './copy/copy-in.js';
import type { Database } from './database.js';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { ensurePartitions } from './partitions.js';
import { freshDatabase } from './testing/fresh-database.js';
import { ALICE, BOB, sampleCall } from './testing/sample-call.js';
import { uuidOf } from './uuid-of.js';

const PLACE = { source: 'pbx "1"\n', defaultTenantUuid: '7e7e0001-0000-4000-8000-00000000000d' };

let database: Database;

beforeAll(async () => {
  const url = await freshDatabase();
  await migrate(url);
  database = await openDatabase({ url });
});

afterAll(async () => {
  await database.close();
});

async function roundTrip(call: ReturnType<typeof sampleCall>): Promise<CallLog> {
  const { pool } = database;
  await ensurePartitions(pool, [call.startedAt]);
  const client = await pool.connect();
  try {
    await client.query('truncate call_log, recording');
    await copyIn(client, { table: 'call_log', columns: CALL_LOG_COLUMNS }, [callLogRow(call, PLACE)]);
    await copyIn(client, { table: 'recording', columns: RECORDING_COLUMNS }, recordingRows(call, PLACE));
    const calls = await client.query<CallLogRecord>('select * from call_log');
    const recordings = await client.query<RecordingRecord>('select * from recording order by uuid desc');
    return callLogOf(calls.rows[0]!, recordings.rows);
  } finally {
    client.release();
  }
}

test('a call log comes back from PostgreSQL as it went in', async () => {
  expect(await roundTrip(sampleCall())).toEqual(sampleCall());
});

test('nobody and nothing come back too', async () => {
  const nobody = {
    context: null,
    channel: null,
    internalNumber: null,
    internalContext: null,
    line: null,
    userUuid: null,
    name: '',
    number: '',
  };
  const call = sampleCall({
    linkedids: [],
    answeredAt: null,
    answeredBy: null,
    source: nobody,
    destination: { ...nobody, kind: 'unknown', details: {} },
    participants: [],
    tags: [],
    recordings: [],
    hangup: { cause: null, by: null },
    transfers: [],
    journey: [],
  });
  expect(await roundTrip(call)).toEqual(call);
});

test('the columns are those of the tables, in any order', async () => {
  const { rows } = await database.pool.query<{ table: string; columns: string[] }>(
    `select attrelid::regclass::text as table, array_agg(attname::text) as columns from pg_attribute
      where attrelid in ('call_log'::regclass, 'recording'::regclass) and attnum > 0 group by 1 order by 1`,
  );
  expect(rows.map(({ columns }) => [...columns].sort())).toEqual(
    [CALL_LOG_COLUMNS, RECORDING_COLUMNS].map((columns) => columns.map(([name]) => name).sort()),
  );
});

test('a call without a tenant is the default tenant’s, one of a tenant by name always the same one’s', async () => {
  expect(await roundTrip(sampleCall({ tenantUuid: null }))).toMatchObject({ tenantUuid: PLACE.defaultTenantUuid });
  expect(await roundTrip(sampleCall({ tenantUuid: 'acme' }))).toMatchObject({ tenantUuid: uuidOf('acme') });
  expect(recordingRecords(sampleCall({ tenantUuid: 'acme' }), PLACE)[0]).toMatchObject({ tenant_uuid: uuidOf('acme') });
});

test('a recording without a uuid always gets the same one, and no two get one', () => {
  const recording = { ...sampleCall().recordings[0]!, uuid: null };
  const uuids = (call: ReturnType<typeof sampleCall>) => recordingRecords(call, PLACE).map(({ uuid }) => uuid);
  const call = sampleCall({ recordings: [recording, recording] });
  expect(uuids(call)).toEqual(uuids({ ...call, id: 7, version: 9 }));
  expect(new Set([...uuids(call), ...recordingRecords(call, { ...PLACE, source: 'other' }).map(({ uuid }) => uuid)]).size).toBe(4);
});

test('a recording lies in the month of its call', () => {
  const call = sampleCall();
  for (const { started_at, call_log_id } of recordingRecords(call, PLACE)) {
    expect([started_at, call_log_id]).toEqual([call.startedAt, call.id]);
  }
});

test('names and numbers are searched in lower case, each on a line of its own, those of source and destination before a form feed', () => {
  expect(callLogRecord(sampleCall(), PLACE).search.split('\n')).toEqual([
    `élodie "lo" o'neil\t🦉`,
    '1001',
    'bob',
    'tremblay',
    '1002',
    '\fsales',
    '*4010#',
    'bob tremblay',
    // The last line has an end too.
    '',
  ]);
});

test('a call is found by everybody whose line it rang or used', () => {
  expect(callLogRecord(sampleCall(), PLACE).participant_user_uuids).toEqual([ALICE, BOB]);
  const [participant] = sampleCall().participants;
  const call = sampleCall({ participants: [{ ...participant!, userUuid: 'carol' }] });
  expect(callLogRecord(call, PLACE).participant_user_uuids).toEqual([ALICE, BOB, uuidOf('carol')]);
});

test('a tag that two taggers put there is one word', () => {
  expect(callLogRecord(sampleCall(), PLACE).tags).toEqual(['sales', 'été']);
});

test('a name with a form feed ends nothing', () => {
  const { source } = sampleCall();
  expect(callLogRecord(sampleCall({ source: { ...source, name: 'a\fb' } }), PLACE).search).toMatch(/^a b\n/);
});

test('what Wazo derives has columns of its own, with users as the database knows them', () => {
  const [bob, caller] = sampleCall().participants;
  const call = sampleCall({ participants: [bob!, { ...caller!, userUuid: 'alice', lineId: 3 }] });
  expect(callLogRecord(call, { ...PLACE, furtherRecordings: () => 3 })).toMatchObject({
    wazo_status: 'answered',
    duration_seconds: 62,
    recording_count: 5,
    source_user_uuids: [uuidOf('alice')],
    source_line_id: 3,
    destination_user_uuid: BOB,
    destination_line_id: 12,
    requested_user_uuid: null,
  });
});
