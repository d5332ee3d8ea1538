import { announcementsOf } from '../announcements-of.js';
import { momentOf } from '../../testing/a-call.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedCall } from '../../testing/recorded-call.js';
import { deliveryOf } from './delivery.js';
import { nextTry } from './next-try.js';
import type { Webhook } from './webhook.js';
import { isFor } from './webhook.js';
import { listedCall } from '../../read/listed-call.js';

const ALL: Webhook = { name: 'crm', events: null, tenantUuids: null, directions: null, tags: null, userUuids: null };
const { alice, bob } = RECORDED_USERS;

const line = { seq: '7-1', at: momentOf(9), tenantUuid: RECORDED_TENANT, conversationId: '1.1', version: 1, mergedInto: null };
const of = (kind: 'created' | 'deleted') =>
  announcementsOf(
    { ...line, of: 'call-log', kind, callLogId: 1 },
    {
      callLogs: new Map([[1, listedCall(recordedCall(1, { direction: 'inbound', tags: [{ tag: 'sales', tagger: 'test' }] }))]]),
      forEverybody: { callLogDays: null, recordingDays: null, exportDays: null },
    },
  );
const told = (changed: Partial<Webhook>, kind: 'created' | 'deleted' = 'created') =>
  of(kind)
    .filter((one) => isFor({ ...ALL, ...changed }, one))
    .map(({ name, userUuid }) => `${name}${userUuid === null ? '' : ` ${userUuid}`}`);

test.each<[Partial<Webhook>, readonly string[]]>([
  [{}, ['call_log_created']],
  [{ events: ['call_log_updated'] }, []],
  [{ events: ['call_log_user_created'], userUuids: [bob] }, [`call_log_user_created ${bob}`]],
  [{ tenantUuids: ['7e7e0001-0000-4000-8000-000000000009'] }, []],
  [{ tenantUuids: [RECORDED_TENANT] }, ['call_log_created']],
  [{ directions: ['inbound'] }, ['call_log_created']],
  [{ directions: ['outbound'] }, []],
  [{ tags: ['vip', 'sales'] }, ['call_log_created']],
  [{ tags: ['vip'] }, []],
  [{ userUuids: [alice] }, ['call_log_created']],
  [{ userUuids: ['7a7a0001-0000-4000-8000-000000000009'] }, []],
])('a webhook with %j is told %j of a created call', (changed, expected) => {
  expect(told(changed)).toEqual(expected);
});

test('a deletion is told to every webhook of the tenant that wants deletions: nothing else is known of it', () => {
  expect(told({ directions: ['outbound'], tags: ['vip'] }, 'deleted')).toEqual(['call_log_deleted']);
  expect(told({ events: ['call_log_created'] }, 'deleted')).toEqual([]);
});

test('a delivery is known by line and event, and its body says both', () => {
  const [announcement] = of('deleted');
  const { id, event, body } = deliveryOf(announcement!);
  expect([id, event]).toEqual(['7-1.call_log_deleted', 'call_log_deleted']);
  expect(JSON.parse(body)).toMatchObject({
    delivery: id,
    event,
    seq: '7-1',
    tenant_uuid: RECORDED_TENANT,
    user_uuid: null,
    data: { id: 1 },
  });
});

test('no try is left after the last delay, or when the time is over', () => {
  const retries = { delaysSeconds: [5, 60], mostSeconds: 100 };
  const next = (tries: number, seconds: number) => nextTry({ tries, since: momentOf(0) }, momentOf(seconds), retries);
  expect(next(0, 0)).toEqual({ state: 'waiting', tries: 1, nextAt: momentOf(5) });
  expect(next(1, 30)).toEqual({ state: 'waiting', tries: 2, nextAt: momentOf(90) });
  expect(next(1, 41)).toMatchObject({ state: 'dead', tries: 2 });
  expect(next(2, 0)).toMatchObject({ state: 'dead', tries: 3 });
});
