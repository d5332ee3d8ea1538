import type { KnownConversation } from '@callstitch/application';
import type { Instant, Linkedid } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';

/** A known conversation with where its call log lies. */
export interface StoredConversation extends KnownConversation {
  readonly tenantUuid: string | null;
  readonly startedAt: Instant | null;
}

interface Row {
  readonly conversation_id: Linkedid;
  readonly linkedids: Linkedid[];
  readonly state: KnownConversation['state'];
  readonly cel_count: number;
  readonly call_log_id: number | null;
  readonly version: number;
  readonly digest: Buffer | null;
  readonly tenant_uuid: string | null;
  readonly started_at: Instant | null;
}

/**
 * Each linkedid and each conversation is looked up by its key. Left to join them as it likes, PostgreSQL takes many names
 * for a reason to read both tables whole, and every batch would cost as much as there are conversations. A call log of a
 * month that a purge has taken is purged, although that is not yet written down.
 */
const select = (lock: string): string => `
  select known.conversation_id, linkedids,
    case when exists (select from purged_call_log as gone where gone.id = known.call_log_id) then 'purged' else state end as state, cel_count, call_log_id, version, digest, tenant_uuid, started_at
  from (
    select distinct own.conversation_id
    from unnest($2::text[]) as wanted (linkedid),
      lateral (select conversation_id from conversation_linkedid where source = $1 and linkedid = wanted.linkedid limit 1) as own
    order by own.conversation_id
  ) as shared,
    lateral (select * from conversation where source = $1 and conversation_id = shared.conversation_id limit 1 ${lock}) as known`;

/** The conversations that share one of some linkedids; `lock` keeps others from changing them until the transaction ends. */
export async function knownConversations(
  client: ClientBase | Pool,
  source: string,
  linkedids: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<readonly StoredConversation[]> {
  const { rows } = await client.query<Row>(select(lock ? 'for update' : ''), [source, linkedids]);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    linkedids: row.linkedids,
    state: row.state,
    celCount: row.cel_count,
    callLogId: row.call_log_id,
    version: row.version,
    digest: row.digest === null ? null : row.digest.toString('hex'),
    tenantUuid: row.tenant_uuid,
    startedAt: row.started_at,
  }));
}
