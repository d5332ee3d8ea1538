import type { RetagBook, Retagging } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { WAKE } from '../announce/announcement-signal.js';
import { BYTES_BEFORE_TAGS, tagsDigest } from '../call-log-digest.js';

/** Changes the tags of call logs in PostgreSQL. */
export class PostgresRetagBook implements RetagBook {
  constructor(private readonly pool: Pool) {}

  async retag(source: string, retaggings: readonly Retagging[]): Promise<number> {
    const { rows } = await this.pool.query<{ changed: number }>(RETAG, [source, JSON.stringify(retaggings.map(wanted))]);
    return rows[0]?.changed ?? 0;
  }
}

/** What the statement needs to know of one call log. */
function wanted({ before, tags }: Retagging): object {
  return {
    conversation_id: before.conversationId,
    version: before.version,
    call_log_id: before.id,
    tenant_uuid: before.tenantUuid,
    started_at: formatInstant(before.startedAt),
    tags: [...new Set(tags.map(({ tag }) => tag))],
    tag_details: tags,
    tags_digest: tagsDigest(tags).toString('hex'),
  };
}

/** One statement, one transaction. A conversation's row is what everybody who writes its call log meets on. */
const RETAG = `
  with wanted as (
    select * from jsonb_to_recordset($2::jsonb) as one (
      conversation_id text, version int, call_log_id bigint, tenant_uuid uuid, started_at timestamptz, tags jsonb, tag_details jsonb, tags_digest text
    )
  ), kept as (
    update conversation set version = conversation.version + 1, updated_at = now(),
      digest = substring(digest from 1 for ${BYTES_BEFORE_TAGS}) || decode(wanted.tags_digest, 'hex')
    from wanted
    where conversation.source = $1 and conversation.conversation_id = wanted.conversation_id
      and conversation.version = wanted.version and conversation.call_log_id = wanted.call_log_id and conversation.digest is not null
    returning wanted.*
  ), changed as (
    update call_log set version = call_log.version + 1, tag_details = kept.tag_details,
      tags = array(select jsonb_array_elements_text(kept.tags))
    from kept
    where call_log.tenant_uuid = kept.tenant_uuid and call_log.started_at = kept.started_at and call_log.id = kept.call_log_id
    returning call_log.id, call_log.tenant_uuid, call_log.conversation_id, call_log.version
  ), announced as (
    insert into call_log_change (kind, call_log_id, tenant_uuid, conversation_source, conversation_id, version)
    select 'updated', id, tenant_uuid, $1, conversation_id, version from changed
  )
  select count(*)::int as changed, ${WAKE} as woken from changed`;
