import type { CallFilter, CallLog, Linkedid } from '@callstitch/domain';
import { instant, matches } from '@callstitch/domain';
import { openDatabase } from './database.js';
import { callFilterSql } from './call-filter-sql.js';
import { migratedDatabase } from './testing/migrated-database.js';
import { putCallLogs } from './testing/put-call-logs.js';
import { TENANT, sampleCall } from './testing/sample-call.js';
import { TEST_TENANT } from './testing/generation-subject.js';

const OTHER = '7e7e0002-0000-4000-8000-000000000002';
const MARCH = instant(Date.UTC(2026, 2, 1) * 1_000);
const at = (microseconds: number) => instant(MARCH + microseconds);

const base: Partial<CallLog> = { startedAt: MARCH, endedAt: at(60_000_000), tags: [], talkSeconds: 30, answeredAt: null, recordings: [] };

/** Calls by name: each has one thing in which it differs from the plain one. */
const CALLS: Readonly<Record<string, Partial<CallLog>>> = {
  plain: {},
  earlier: { startedAt: instant(MARCH - 1), endedAt: at(0) },
  later: { startedAt: at(1), endedAt: at(60_000_001) },
  missed: { status: 'missed', talkSeconds: 0 },
  inbound: { direction: 'inbound', tenantUuid: OTHER },
  nobodys: { tenantUuid: null },
  worded: { tenantUuid: 'acme' },
  held: { tags: [{ tag: 'legal-hold', tagger: 'number-rules' }] },
  likeHeld: { tags: [{ tag: 'legal-holder', tagger: 'userfield' }] },
  twice: {
    tags: [
      { tag: 'été, "x" {y}', tagger: 'userfield' },
      { tag: 'legal-hold', tagger: 'userfield' },
      { tag: 'vip', tagger: 'number-rules' },
    ],
  },
  long: { talkSeconds: 30.000001 },
};
const NAMES = Object.keys(CALLS);
const but = (...names: string[]): readonly string[] => NAMES.filter((name) => !names.includes(name));

const some = (...filters: CallFilter[]): CallFilter => ({ kind: 'some', filters });
const every = (...filters: CallFilter[]): CallFilter => ({ kind: 'every', filters });
const not = (filter: CallFilter): CallFilter => ({ kind: 'not', filter });
const tagged = (tag: string, tagger: string | null = null): CallFilter => ({ kind: 'tagged', tag, tagger });
const startedBefore: CallFilter = { kind: 'started-before', at: MARCH };
const endedBefore: CallFilter = { kind: 'ended-before', at: at(60_000_000) };
const ofOther: CallFilter = { kind: 'tenant', tenantUuid: OTHER };

/** What each filter picks. */
const GOLDEN: readonly (readonly [name: string, filter: CallFilter, picks: readonly string[]])[] = [
  ['some of nothing: nobody', some(), []],
  ['every of nothing: everybody', every(), NAMES],
  ['not some of nothing: everybody', not(some()), NAMES],
  ['not every of nothing: nobody', not(every()), []],
  ['expired by no policy, held by none: nobody', every(some(), not(some())), []],
  ['started before, to the microsecond', startedBefore, ['earlier']],
  ['ended before, to the microsecond', endedBefore, ['earlier']],
  ['not ended before', not(endedBefore), but('earlier')],
  ['tagged by anybody', tagged('legal-hold'), ['held', 'twice']],
  ['tagged by one tagger', tagged('legal-hold', 'number-rules'), ['held']],
  ['tagged by a tagger that gave another tag', tagged('legal-hold', 'business-hours'), []],
  ['tagged with letters that SQL knows', tagged('été, "x" {y}', 'userfield'), ['twice']],
  ['a tenant', ofOther, ['inbound']],
  ['the tenant of those that have none', { kind: 'tenant', tenantUuid: TEST_TENANT }, but('inbound', 'worded')],
  ['a tenant that is called by a word', { kind: 'tenant', tenantUuid: 'acme' }, ['worded']],
  ['a direction', { kind: 'direction', direction: 'inbound' }, ['inbound']],
  ['a status', { kind: 'status', status: 'missed' }, ['missed']],
  ['talked so long', { kind: 'talked', seconds: 30 }, but('missed')],
  ['talked a microsecond longer', { kind: 'talked', seconds: 30.000001 }, ['long']],
  ['some', some(ofOther, startedBefore), ['earlier', 'inbound']],
  ['every', every(ofOther, startedBefore), []],
  ['everything but held', every(some(every()), not(some(tagged('legal-hold')))), but('held', 'twice')],
  ['text that would end a text', tagged(`'); drop table call_log; --`), []],
];

function calls(): readonly (CallLog & { readonly id: number; readonly name: string })[] {
  return Object.entries(CALLS).map(([name, changed], index) => ({
    ...sampleCall({
      ...base,
      tenantUuid: TENANT,
      ...changed,
      id: index + 1,
      conversationId: name as Linkedid,
      linkedids: [name as Linkedid],
    }),
    name,
  }));
}

test.each(GOLDEN)('%s, in memory', (_name, filter, picks) => {
  // As it is kept: who has no tenant has the one of those that have none.
  const kept = calls().map((call) => ({ ...call, tenantUuid: call.tenantUuid ?? TEST_TENANT }));
  expect(kept.filter((call) => matches(filter, call)).map(({ name }) => name)).toEqual(picks);
});

test('the whole table on PostgreSQL', async () => {
  const database = await openDatabase({ url: await migratedDatabase() });
  await putCallLogs(database.pool, calls());
  for (const [name, filter, picks] of GOLDEN) {
    const values: unknown[] = [];
    const condition = callFilterSql(filter, (value) => `$${values.push(value)}`);
    const { rows } = await database.pool.query<{ name: string }>(
      `select conversation_id as name from call_log where ${condition} order by id`,
      values,
    );
    expect([name, rows.map((row) => row.name)]).toEqual([name, picks]);
  }
  await database.close();
});
