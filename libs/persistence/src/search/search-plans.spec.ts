import type { CdrFilter, CdrPlace } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { manyCallLogs } from '../testing/many-call-logs.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import type { Plan } from '../testing/plan-of.js';
import { planOf } from '../testing/plan-of.js';
import { PostgresCallLogSearch } from './postgres-call-log-search.js';

const [OWN, OTHER] = ['7e7e0001-0000-4000-8000-000000000001', '7e7e0001-0000-4000-8000-000000000002'] as const;
const NEWEST: CdrPlace = { order: 'start', descending: true, offset: 0, limit: 100 };
const NUMBERS = ['call_log_by_destination_number', 'call_log_by_source_number'];

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
  await manyCallLogs(database.pool);
}, 120_000);

afterAll(() => database.close());

/** How the statements of some work are run, in their order. */
async function plans(work: (search: PostgresCallLogSearch) => Promise<unknown>): Promise<readonly Plan[]> {
  const sent: (readonly [string, unknown[]])[] = [];
  const pool = {
    query(sql: string, values: unknown[]) {
      if (!sql.includes('pg_inherits')) sent.push([sql, values]);
      return database.pool.query(sql, values);
    },
  };
  await work(new PostgresCallLogSearch(pool as unknown as Pool));
  return Promise.all(sent.map((statement) => planOf(database.pool, ...statement)));
}

async function plan(filter: Partial<CdrFilter>, changed: Partial<CdrPlace> = {}): Promise<Plan> {
  const [first] = await plans((search) => search.find({ tenantUuids: [OWN], ...filter }, { ...NEWEST, ...changed }));
  return first!;
}

const at = (year: number, month: number, day: number) => instant(Date.UTC(year, month - 1, day) * 1_000);
const RARE_USER = '7a7a0001-0000-4000-8000-000000000999';

const RARE: readonly (readonly [string, Partial<CdrFilter>, readonly string[]])[] = [
  ['blocked ones', { statuses: ['blocked'] }, ['call_log_by_status']],
  ['voicemails', { statuses: ['voicemail'] }, ['call_log_voicemail']],
  ['a direction', { direction: 'outbound', blockedToo: true }, ['call_log_by_direction']],
  ['a number', { number: '1777', blockedToo: true }, NUMBERS],
  ['the beginning of a number', { number: '177_', blockedToo: true }, NUMBERS],
  ['the end of a number', { number: '_4711', blockedToo: true }, ['call_log_by_text']],
  ['the middle of a number', { number: '_0471_', blockedToo: true }, ['call_log_by_text']],
  ['a part of a name', { search: 'Zazie', blockedToo: true }, ['call_log_by_text']],
  ['a tag', { tags: ['rare'], blockedToo: true }, ['call_log_by_tag']],
  ['a user', { userUuids: [RARE_USER], blockedToo: true }, ['call_log_by_user']],
  ['somebody who took part', { participantUuid: RARE_USER, blockedToo: true }, ['call_log_by_user']],
  ['what was recorded', { recorded: true }, ['call_log_recorded']],
  ['long ones', { durationMin: 3_600, blockedToo: true }, ['call_log_by_duration']],
  ['a cause', { hangupCause: 17 }, ['call_log_by_hangup_cause']],
  ['a kind of destination', { destinationKinds: ['parking'], blockedToo: true }, ['call_log_by_destination_kind']],
  ['a conversation', { conversationId: '4711' }, ['call_log_by_conversation']],
  ['ids', { ids: [1, 2, 3] }, ['call_log_by_id']],
  ['an id and all after it', { fromId: 23_990 }, ['call_log_by_id']],
  ['a number dialled inside', { requestedInternalNumber: '1001' }, ['call_log_by_requested_internal']],
];

describe('the index of a filter finds what is rare', () => {
  test.each(RARE)('by %s', async (_name, filter, indexes) => {
    const { steps, indexes: used } = await plan(filter);
    expect(steps).not.toContain('Seq Scan');
    expect(used).toEqual(indexes);
    expect((await plan({ ...filter, tenantUuids: [OWN, OTHER] })).steps).not.toContain('Seq Scan');
  });
});

const COMMON: readonly (readonly [string, Partial<CdrFilter>])[] = [
  ['all', {}],
  ['all, blocked ones too', { blockedToo: true }],
  ['a period', { startedFrom: at(2026, 9, 20), startedUntil: at(2026, 10, 20) }],
  ['a status', { statuses: ['answered'] }],
  ['several statuses', { statuses: ['answered', 'unknown'] }],
  ['a direction', { direction: 'inbound' }],
  ['the beginning of a number', { number: '+33_' }],
  ['the end of a number', { number: '_0' }],
  ['the middle of a number', { number: '_3_' }],
  ['a part of a name', { search: 'user' }],
  ['a text too short for trigrams', { search: 'u' }],
  ['a tag', { tags: ['common'] }],
  ['a kind of destination', { destinationKinds: ['user'] }],
  ['what was not recorded', { recorded: false }],
  ['a duration', { durationMin: 1 }],
  ['the usual cause', { hangupCause: 16 }],
  ['early ids', { fromId: 5 }],
];

describe('what is common is read in the order of time, and nothing is sorted', () => {
  test.each(COMMON)('by %s', async (_name, filter) => {
    for (const tenants of [[OWN], [OWN, OTHER]] as const) {
      for (const descending of [true, false]) {
        const { steps } = await plan({ ...filter, tenantUuids: tenants }, { descending });
        expect(steps).not.toContain('Seq Scan');
        expect(steps).not.toContain('Sort');
      }
    }
  });
});

const READS_INDEX_ONLY: readonly (readonly [string, Partial<CdrFilter>])[] = [
  ['all that is shown', {}],
  ['all', { blockedToo: true }],
  ['all of several tenants', { tenantUuids: [OWN, OTHER] }],
  ['a status', { statuses: ['answered'] }],
  ['a direction', { direction: 'inbound' }],
  ['a kind of destination', { destinationKinds: ['user'] }],
];

describe('no call log is read to know', () => {
  test.each(READS_INDEX_ONLY)('where a deep page of %s begins, and how many there are', async (_name, filter) => {
    const { steps } = await plan(filter, { offset: 1_000 });
    const [counted] = await plans((search) => search.count({ tenantUuids: [OWN], ...filter }, 'exact'));
    for (const one of [steps, counted!.steps]) {
      expect(one).toContain('Index Only Scan');
      expect(one).not.toContain('Index Scan');
      expect(one).not.toContain('Seq Scan');
    }
  });
});

test('durations are in the order of an index, both ways', async () => {
  for (const descending of [true, false]) {
    expect(await plan({ blockedToo: true }, { order: 'duration', descending })).toMatchObject({ indexes: ['call_log_by_duration'] });
  }
});

test('a deep page does not look into later months', async () => {
  const filter: CdrFilter = { tenantUuids: [OWN] };
  const [rows] = await plans((search) => search.page(filter, { after: `${at(2026, 10, 1) - 1}-1`, descending: true, limit: 100 }));
  expect(rows?.tables).toEqual(['call_log_2026_09']);
});

test('a page that the newest month fills asks for no other, and one that nothing fills for each once', async () => {
  const tables = async (filter: Partial<CdrFilter>) =>
    (await plans((search) => search.find({ tenantUuids: [OWN], ...filter }, NEWEST))).map((one) => one.tables);
  expect(await tables({})).toEqual([['call_log_2026_11']]);
  expect(await tables({ conversationId: 'none' })).toEqual([['call_log_2026_11'], ['call_log_2026_10'], ['call_log_2026_09']]);
});

test('the call logs of a page are found by index, be they together or far apart', async () => {
  for (const filter of [{}, { tags: ['rare'], blockedToo: true }]) {
    const [, rows] = await plans((search) => search.find({ tenantUuids: [OWN], ...filter }, { ...NEWEST, order: 'source_name' }));
    expect(rows?.steps).not.toContain('Seq Scan');
  }
});
