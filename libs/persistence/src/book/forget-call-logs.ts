import type { Spared } from '@callstitch/application';
import type { Instant, Linkedid } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';
import { WAKE } from '../announce/announcement-signal.js';
import { callFilterSql } from '../call-filter-sql.js';

/** What a purge has taken does not stand, although its conversations say so until that is written down. */
const STANDING = `source = $1 and call_log_id is not null and digest is not null and ($2::timestamptz is null or started_at >= $2::timestamptz)
  and not exists (select from purged_call_log as gone where gone.id = call_log_id)`;

const values = (source: string, since: Instant | null): unknown[] => [source, since === null ? null : formatInstant(since)];

/** Conversations whose call logs stand and started at or after an instant. */
export async function standingConversations(
  client: ClientBase | Pool,
  source: string,
  since: Instant | null,
): Promise<readonly Linkedid[]> {
  const { rows } = await client.query<{ conversation_id: Linkedid }>(
    `select conversation_id from conversation where ${STANDING} order by started_at`,
    values(source, since),
  );
  return rows.map(({ conversation_id }) => conversation_id);
}

/**
 * Deletes call logs that started at or after an instant and makes their rows unread, set by set.
 *
 * A conversation's rows lie among others': all ids from its first to its last become unread. Telling the others again
 * changes nothing. Of recordings whose media was deleted the rows stay: it must not come back with the call log.
 */
export async function forgetCallLogs(
  client: ClientBase,
  { source, since, spared }: { readonly source: string; readonly since: Instant | null; readonly spared: Spared | null },
): Promise<number> {
  const bound = values(source, since);
  const bind = (value: unknown): string => `$${bound.push(value)}`;
  const notSpared =
    spared === null
      ? ''
      : `and not (conversation_id = any(${bind(spared.conversations)}::text[]) and exists (
           select from call_log where id = conversation.call_log_id and call_log.started_at = conversation.started_at
             and (${callFilterSql(spared.held, bind)})))`;
  await client.query('select from cel_progress where source = $1 for update', [source]);
  const same = 'kept.tenant_uuid = forgotten.tenant_uuid and kept.started_at = forgotten.started_at';
  // One statement: what was forgotten passes from part to part without being written down and found again.
  const { rows } = await client.query<{ deleted: number }>(
    `with forgotten as (
       update conversation set state = 'forgotten', digest = null, updated_at = now() where ${STANDING} ${notSpared}
       returning conversation_id, call_log_id, tenant_uuid, started_at, version, first_cel_id, last_cel_id
     ), recordings as (
       delete from recording as kept using forgotten where ${same} and kept.call_log_id = forgotten.call_log_id and deleted_at is null
     ), deleted as (
       delete from call_log as kept using forgotten where ${same} and kept.id = forgotten.call_log_id returning 1
     ), changes as (
       insert into call_log_change (kind, call_log_id, tenant_uuid, conversation_source, conversation_id, version)
       select 'deleted', call_log_id, tenant_uuid, $1, conversation_id, version from forgotten
     ), unread as (
       update cel_progress set read = read - coalesce(
         (select range_agg(int8range(first_cel_id, last_cel_id, '[]')) from forgotten), '{}'::int8multirange) where source = $1
     )
     select count(*)::int as deleted, ${WAKE} as woken from deleted`,
    bound,
  );
  return rows[0]?.deleted ?? 0;
}
