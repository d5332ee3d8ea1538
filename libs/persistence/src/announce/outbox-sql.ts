import { WAKE } from './announcement-signal.js';

const COLUMNS = 'announcement_outbox (tenant_uuid, seq, about, kind, data)';

/** The sequence of the change feed: lines of both tables have one order. */
const NEXT = "nextval('call_log_change_seq_seq')";

/** Statement that writes down the state of the exports that a source of rows (a table with a condition, a part `with`) gives. */
export function noteExports(kind: 'created' | 'updated', source: string): string {
  return `insert into ${COLUMNS}
    select tenant_uuid, ${NEXT}, 'export', '${kind}', jsonb_build_object('uuid', uuid, 'tenantUuid', tenant_uuid, 'userUuid', user_uuid,
      'requestedAt', (extract(epoch from requested_at) * 1000000)::bigint, 'status', status) from ${source}`;
}

/** Statement that writes down what became of the transcriptions that a source of rows (a part `with`) gives. */
export function noteTranscriptions(kind: 'created' | 'deleted', source: string): string {
  return `insert into ${COLUMNS}
    select tenant_uuid, ${NEXT}, 'transcription', '${kind}', jsonb_build_object('messageId', message_id, 'tenantUuid', tenant_uuid,
      'voicemailId', voicemail_id, 'text', text, 'providerId', provider_id, 'language', language, 'durationSeconds', duration_seconds,
      'createdAt', (extract(epoch from created_at) * 1000000)::bigint) from ${source}`;
}

/** Statement that writes down a tenant's new numbers of days: its tenant is the first value, the numbers follow. */
export const NOTE_RETENTION = `
  with noted as (
    insert into ${COLUMNS} values ($1, ${NEXT}, 'retention', 'updated', jsonb_build_object('tenantUuid', $1::uuid,
      'callLogDays', $2::int, 'recordingDays', $3::int, 'exportDays', $4::int))
  )
  select ${WAKE}`;
