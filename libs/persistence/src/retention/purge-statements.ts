import { WAKE } from '../announce/announcement-signal.js';

/**
 * What follows from call logs that are gone: their conversations are purged for good, the change feed says so, recordings
 * with files are marked, those without go. It hangs on a part `gone` of the same statement.
 */
export const CONSEQUENCES = `
  changes as (
    insert into call_log_change (kind, call_log_id, tenant_uuid, conversation_source, conversation_id, version, purge_run_id)
    select 'purged', id, tenant_uuid, conversation_source, conversation_id, version, $1::bigint from gone
  ), marked as (
    update recording as kept set deleted_at = coalesce(deleted_at, now()) from gone
     where kept.tenant_uuid = gone.tenant_uuid and kept.started_at = gone.started_at and kept.call_log_id = gone.id
       and kept.started_at >= $2::timestamptz and kept.started_at < $3::timestamptz and kept.path is not null
  ), without_file as (
    delete from recording as kept using gone
     where kept.tenant_uuid = gone.tenant_uuid and kept.started_at = gone.started_at and kept.call_log_id = gone.id
       and kept.started_at >= $2::timestamptz and kept.started_at < $3::timestamptz and kept.path is null
  )
  select tenant_uuid, count(*)::int as count, ${WAKE} as woken from gone group by tenant_uuid`;

/** Makes the conversations of `gone` purged. */
export const PURGED = `update conversation as own set state = 'purged', reason = null, digest = null, updated_at = now()`;
