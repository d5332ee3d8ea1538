import type { Announcement } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import { amqpMessage } from './amqp-message.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const USER = '7a7a0001-0000-4000-8000-000000000001';
const ORIGIN = '5f3e0001-0000-4000-8000-000000000001';
const AT = instant(new Date(2026, 0, 5, 11, 2, 14).getTime() * 1_000 + 120_031);

function announcement(changed: Partial<Announcement>): Announcement {
  const about = { seq: '7-1', tenantUuid: TENANT, userUuid: null, at: AT, subject: 'cdr 812', data: { id: 812 }, call: null };
  return { ...about, name: 'call_log_created', ...changed };
}

const message = (changed: Partial<Announcement>, originUuid: string | null = ORIGIN) =>
  amqpMessage(announcement(changed), { originUuid, at: AT });

test('a tenant event is for all users of the tenant', () => {
  const sent = message({});
  expect(sent?.routingKey).toBe('call_log.created');
  expect(sent?.headers).toEqual({
    name: 'call_log_created',
    tenant_uuid: TENANT,
    'user_uuid:*': true,
    required_access: 'event.call_log_created',
    required_acl: 'events.call_log.created',
    origin_uuid: ORIGIN,
    timestamp: '2026-01-05T11:02:14.120031',
  });
  expect(JSON.parse(String(sent?.content))).toEqual({ ...sent?.headers, data: { id: 812 } });
});

test('a user event is for that user alone', () => {
  const sent = message({ name: 'call_log_user_created', userUuid: USER });
  expect(sent?.headers).toMatchObject({ [`user_uuid:${USER}`]: true, required_acl: `events.call_log.user.${USER}.created` });
  expect(sent?.headers).not.toHaveProperty('user_uuid:*');
});

test.each([
  ['call_log_updated', 'call_log.updated'],
  ['call_logd_export_created', 'call_logd.export.created'],
  ['call_logd_export_updated', 'call_logd.export.updated'],
  ['call_logd_retention_updated', 'call_logd.retention.updated'],
  ['call_logd_voicemail_transcription_created', 'call_logd.voicemail_transcription.created'],
  ['call_logd_voicemail_transcription_deleted', 'call_logd.voicemail_transcription.deleted'],
] as const)('%s goes by %s', (name, routingKey) => {
  expect(message({ name })).toMatchObject({ routingKey, headers: { required_acl: `events.${routingKey}` } });
});

test('the bus hears of no deletion, as from the reference', () => {
  expect([message({ name: 'call_log_deleted' }), message({ name: 'call_log_purged' })]).toEqual([null, null]);
});

test('without an origin there is no such header', () => {
  expect(message({}, null)?.headers).not.toHaveProperty('origin_uuid');
});
