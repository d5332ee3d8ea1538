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

const SELECT = `
  select conversation_id, linkedids, state, cel_count, call_log_id, version, digest, tenant_uuid, started_at
  from conversation
  where source = $1 and conversation_id in (
    select conversation_id from conversation_linkedid where source = $1 and linkedid = any($2::text[])
  )`;

/** The conversations that share one of some linkedids; `lock` keeps others from changing them until the transaction ends. */
export async function knownConversations(
  client: ClientBase | Pool,
  source: string,
  linkedids: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<readonly StoredConversation[]> {
  const { rows } = await client.query<Row>(`${SELECT} order by conversation_id${lock ? ' for update' : ''}`, [source, linkedids]);
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
