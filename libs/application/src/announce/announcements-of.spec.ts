import type { CallLogChange } from '../read/change-feed.js';
import { momentOf } from '../testing/a-call.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedCall } from '../testing/recorded-call.js';
import type { FeedLine } from './announcement-feed.js';
import { announcementsOf } from './announcements-of.js';
import { listedCall } from '../read/listed-call.js';

const FOR_EVERYBODY = { callLogDays: 365, recordingDays: 365, exportDays: 2 };

function changed(kind: CallLogChange['kind'], callLogId = 812, mergedInto: number | null = null): FeedLine {
  const line = { seq: '7-1', at: momentOf(9), tenantUuid: RECORDED_TENANT, conversationId: '812.1', version: 3 };
  return { ...line, of: 'call-log', kind, callLogId, mergedInto };
}

const call = recordedCall(812, { tags: [{ tag: 'sales', tagger: 'test' }] });
const told = (line: FeedLine, callLogs = [call]) =>
  announcementsOf(line, { callLogs: new Map(callLogs.map((one) => [one.id, listedCall(one)])), forEverybody: FOR_EVERYBODY });

test('a created call log is told to its tenant with tags, and to each user who took part without them', () => {
  const [tenant, ...users] = told(changed('created'));
  expect(tenant).toMatchObject({ name: 'call_log_created', userUuid: null, tenantUuid: RECORDED_TENANT, subject: 'cdr 812' });
  expect(tenant?.data).toMatchObject({ id: 812, tags: ['sales'], source_user_uuid: RECORDED_USERS.alice });
  expect(users.map(({ name, userUuid }) => [name, userUuid]).sort()).toEqual(
    Object.values(RECORDED_USERS).map((user) => ['call_log_user_created', user]),
  );
  expect(users.map(({ data }) => 'tags' in data)).toEqual([false, false, false, false]);
});

test('a user who took part twice is told once', () => {
  const [one] = call.participants;
  const twice = { ...call, participants: [one!, { ...one!, role: 'destination' as const }] };
  const [, ...users] = told(changed('updated'), [twice]).map(({ name, userUuid }) => `${name} ${userUuid ?? ''}`);
  expect(users).toContain(`call_log_user_updated ${one!.userUuid ?? ''}`);
  expect(new Set(users).size).toBe(users.length);
});

test('a call log that is gone meanwhile is not told, but for its deletion', () => {
  expect(told(changed('created'), [])).toEqual([]);
  const data = { id: 812, tenant_uuid: RECORDED_TENANT, conversation_id: '812.1', version: 3, merged_into: 900 };
  expect(told(changed('deleted', 812, 900), [])).toMatchObject([{ name: 'call_log_deleted', subject: 'cdr 812', data, call: null }]);
  expect(told(changed('purged'), [])).toMatchObject([{ name: 'call_log_purged' }]);
});

test('an export is told as it was at that moment', () => {
  const uuid = 'ec500000-0000-4000-8000-000000000001';
  const state = { uuid, tenantUuid: RECORDED_TENANT, userUuid: null, requestedAt: momentOf(0), status: 'processing' } as const;
  const line = { seq: '7-2', at: momentOf(9), tenantUuid: RECORDED_TENANT, of: 'export', kind: 'updated', state } as const;
  const data = {
    uuid,
    tenant_uuid: RECORDED_TENANT,
    user_uuid: null,
    requested_at: '2026-01-05T08:00:00+00:00',
    filename: `2026-01-05T08_00_00UTC-${uuid}.zip`,
    status: 'processing',
  };
  expect(told(line)).toMatchObject([{ name: 'call_logd_export_updated', subject: `export ${uuid}`, data }]);
});

test('a retention is told as the API shows it, with the days of everybody', () => {
  const retention = { tenantUuid: RECORDED_TENANT, callLogDays: 90, recordingDays: null, exportDays: 1 };
  const line = { seq: '7-3', at: momentOf(9), tenantUuid: RECORDED_TENANT, of: 'retention', retention } as const;
  expect(told(line)[0]?.data).toEqual({
    tenant_uuid: RECORDED_TENANT,
    cdr_days: 90,
    export_days: 1,
    recording_days: null,
    default_cdr_days: 365,
    default_export_days: 2,
    default_recording_days: 365,
  });
});

test('what becomes of a transcription is told as the API shows it', () => {
  const said = { messageId: '1-2', voicemailId: 3, text: 'Hello', providerId: null, language: 'fr', durationSeconds: 1.5 };
  const transcription = { ...said, tenantUuid: RECORDED_TENANT, createdAt: momentOf(5) };
  const line = { seq: '7-3', at: momentOf(9), tenantUuid: RECORDED_TENANT, of: 'transcription', kind: 'deleted', transcription } as const;
  const data = {
    ...{ message_id: '1-2', tenant_uuid: RECORDED_TENANT, voicemail_id: 3, transcription_text: 'Hello', provider_id: null },
    ...{ language: 'fr', duration: 1.5, created_at: expect.stringMatching(/^2026-.*\+00:00$/) as string },
  };
  const name = 'call_logd_voicemail_transcription_deleted';
  expect(told(line)).toMatchObject([{ name, subject: 'transcription 1-2', userUuid: null, call: null, data }]);
  expect(told({ ...line, kind: 'created' })).toMatchObject([{ name: 'call_logd_voicemail_transcription_created', data }]);
});
