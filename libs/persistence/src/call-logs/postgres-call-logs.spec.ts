import type { CallLogFilter } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from '../call-log-columns.js';
import { callLogRow, recordingRows } from '../call-log-mapping.js';
import { copyIn } from '../copy/copy-in.js';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { ensurePartitions } from '../partitions.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { ALICE, TENANT, sampleCall } from '../testing/sample-call.js';
import { PostgresCallLogs } from './postgres-call-logs.js';

const PLACE = { source: 'cel', defaultTenantUuid: TENANT };

const { source, requested, destination } = sampleCall();

/** A call on a day of November 2026 without anybody in it but what is changed. */
function call(id: number, day: number, changed: Partial<CallLog>): CallLog & { readonly id: number } {
  const startedAt = instant(Date.UTC(2026, 10, day) * 1_000);
  const nobody = { name: '', number: '', userUuid: null };
  return sampleCall({
    id,
    startedAt,
    source: { ...source, ...nobody },
    requested: { ...requested, ...nobody },
    destination: { ...destination, ...nobody },
    answeredBy: null,
    participants: [],
    tags: [],
    recordings: [],
    ...changed,
  });
}

const CALLS = [
  call(1, 1, { source: { ...source, name: 'Anna 50%', number: '1001', userUuid: ALICE }, talkSeconds: 5 }),
  call(2, 1, { requested: { ...requested, name: '', number: '10010', userUuid: null }, talkSeconds: 60, status: 'missed' }),
  call(3, 2, { destination: { ...destination, name: 'Ends 001', number: '+33-SIP_a', userUuid: null, kind: 'external' }, status: 'busy' }),
  call(4, 30, { direction: 'outbound', tags: [{ tag: 'vip', tagger: 'rules' }], recordings: sampleCall().recordings }),
];

let database: Database;
let callLogs: PostgresCallLogs;

beforeAll(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
  callLogs = new PostgresCallLogs(database.pool);
  await ensurePartitions(
    database.pool,
    CALLS.map(({ startedAt }) => startedAt),
  );
  const client = await database.pool.connect();
  const rowsOf = { call_log: CALLS.map((one) => callLogRow(one, PLACE)), recording: CALLS.flatMap((one) => recordingRows(one, PLACE)) };
  await copyIn(client, { table: 'call_log', columns: CALL_LOG_COLUMNS }, rowsOf.call_log);
  await copyIn(client, { table: 'recording', columns: RECORDING_COLUMNS }, rowsOf.recording);
  client.release();
});

afterAll(() => database.close());

async function idsOf(filter: CallLogFilter): Promise<readonly (number | null)[]> {
  return (await callLogs.find(filter, { limit: 10, after: null })).callLogs.map(({ id }) => id);
}

test.each<readonly [CallLogFilter, readonly number[]]>([
  [{}, [4, 3, 2, 1]],
  [{ tenantUuid: TENANT }, [4, 3, 2, 1]],
  [{ tenantUuid: 'another' }, []],
  [{ startedFrom: CALLS[2]!.startedAt, startedUntil: CALLS[3]!.startedAt }, [3]],
  [{ direction: 'outbound' }, [4]],
  [{ statuses: ['missed', 'busy'] }, [3, 2]],
  [{ tag: 'vip' }, [4]],
  [{ userUuid: ALICE }, [1]],
  [{ destinationKind: 'external' }, [3]],
  [{ talkSecondsFrom: 60 }, [4, 3, 2]],
  [{ number: '1001' }, [1]],
  [{ number: '1001*' }, [2, 1]],
  [{ number: '*001' }, [1]],
  [{ number: '*01' }, [1]],
  [{ number: '*0' }, [2]],
  [{ number: '*SIP_a' }, [3]],
  [{ number: '*sip_a' }, []],
  [{ number: '*SIPxa' }, []],
  [{ number: '*' }, []],
  [{ search: 'ANNA' }, [1]],
  [{ search: '0%' }, [1]],
  [{ search: 'p_a' }, [3]],
  [{ search: '001' }, [3, 2, 1]],
])('%j finds %j', async (filter, ids) => {
  expect(await idsOf(filter)).toEqual(ids);
});

test('page by page every call log comes once, also those of one instant, and the last page knows that it is the last', async () => {
  const seen: (number | null)[] = [];
  let after: string | null = null;
  do {
    const page = await callLogs.find({}, { limit: 1, after });
    seen.push(...page.callLogs.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([4, 3, 2, 1]);
});

test('where a page ends that never was is refused', async () => {
  await expect(callLogs.find({}, { limit: 1, after: 'there' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
});

test('call logs come with their recordings', async () => {
  const { callLogs: found } = await callLogs.find({}, { limit: 10, after: null });
  expect(found.map(({ recordings }) => recordings.length)).toEqual([2, 0, 0, 0]);
  expect((await callLogs.get(4))?.recordings).toEqual(sampleCall().recordings);
  expect(await callLogs.get(5)).toBeNull();
});
