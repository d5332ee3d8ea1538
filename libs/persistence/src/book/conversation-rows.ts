import type { Batch, ConversationWrite } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { copyIn } from '../copy/copy-in.js';

/** How conversations are written by COPY. */
export const CONVERSATIONS = {
  table: 'conversation',
  columns: [
    ['source', 'text'],
    ['conversation_id', 'text'],
    ['state', 'plain'],
    ['reason', 'text'],
    ['linkedids', 'text[]'],
    ['cel_count', 'plain'],
    ['first_cel_id', 'plain'],
    ['last_cel_id', 'plain'],
    ['last_event_at', 'timestamptz'],
    ['teller', 'text'],
    ['call_log_id', 'plain'],
    ['tenant_uuid', 'plain'],
    ['started_at', 'timestamptz'],
    ['version', 'plain'],
    ['digest', 'bytea'],
  ],
} as const;

/** How their linkedids are written by COPY. */
export const LINKEDIDS = {
  table: 'conversation_linkedid',
  columns: [
    ['source', 'text'],
    ['linkedid', 'text'],
    ['conversation_id', 'text'],
  ],
} as const;

/** Where the call log of a conversation lies, or lay. */
export interface ConversationPlace {
  readonly callLogId: number | null;
  readonly version: number;
  readonly digest: string | null;
  readonly tenantUuid: string | null;
  readonly startedAt: Instant | null;
}

/**
 * Writes what is known of some conversations, in place of what was.
 *
 * A linkedid belongs to one conversation: two generators that tell the same one meet on its key, the second waits for
 * the first, is refused, and decides again on what it finds then.
 */
export async function writeConversations(
  client: ClientBase,
  { source, teller }: Batch,
  rows: readonly { readonly conversation: ConversationWrite; readonly where: ConversationPlace }[],
  locked: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  // Only what this transaction has locked is replaced. What came in since then is another generator's word: it is met
  // on the key below.
  const written = new Set(
    rows.flatMap(({ conversation: { outcome, merged } }): string[] => [
      outcome.extent.conversationId,
      ...merged.map(({ conversationId }) => conversationId),
    ]),
  );
  const replaced = locked.filter((conversationId) => written.has(conversationId));
  if (replaced.length > 0) {
    await client.query('delete from conversation_linkedid where source = $1 and conversation_id = any($2::text[])', [source, replaced]);
    await client.query('delete from conversation where source = $1 and conversation_id = any($2::text[])', [source, replaced]);
  }
  await copyIn(
    client,
    CONVERSATIONS,
    rows.map(({ conversation: { outcome }, where }) => [
      source,
      outcome.extent.conversationId,
      outcome.state,
      outcome.state === 'refused' ? outcome.reason : null,
      outcome.extent.linkedids,
      outcome.extent.celCount,
      outcome.extent.firstCelId,
      outcome.extent.lastCelId,
      outcome.extent.lastEventAt,
      // Nobody's word: whoever comes next tries again.
      outcome.state === 'refused' && outcome.waiting ? '' : teller,
      where.callLogId,
      where.tenantUuid,
      where.startedAt,
      where.version,
      where.digest === null ? null : Buffer.from(where.digest, 'hex'),
    ]),
  );
  await copyIn(
    client,
    LINKEDIDS,
    rows.flatMap(({ conversation: { outcome } }) =>
      outcome.extent.linkedids.map((linkedid) => [source, linkedid, outcome.extent.conversationId]),
    ),
  );
}
