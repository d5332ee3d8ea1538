import type { CallLogChange, ChangeFeed } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { Pool } from 'pg';
import { uuidOf } from '../uuid-of.js';

interface ChangeRecord {
  readonly xid: string;
  readonly seq: number;
  readonly at: Instant;
  readonly kind: CallLogChange['kind'];
  readonly call_log_id: number;
  readonly tenant_uuid: string;
  readonly conversation_id: string;
  readonly version: number;
  readonly merged_into: number | null;
}

/** A transaction and a line of it. */
const SEQ = /^(\d{1,19})-(\d{1,15})$/;

/**
 * Nothing is shown of a transaction while an earlier one may still commit: what is read is complete up to there. A bare `xid` would be
 * the text of the select list, of which 1000 comes before 999.
 */
const CHANGES = `
  select xid::text, seq, at, kind, call_log_id, tenant_uuid, conversation_id, version, merged_into from call_log_change
   where xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid, seq) > ($1::xid8, $2::bigint) and tenant_uuid = any($3::uuid[])
   order by call_log_change.xid, call_log_change.seq limit $4`;

/** The change feed in PostgreSQL, in the order of transactions. */
export class PostgresChangeFeed implements ChangeFeed {
  constructor(private readonly pool: Pool) {}

  async after(seq: string | null, { tenantUuids, limit }: { readonly tenantUuids: readonly string[]; readonly limit: number }) {
    const [xid, line] = readSeq(seq ?? '0-0');
    // One more says whether there is more.
    const { rows } = await this.pool.query<ChangeRecord>(CHANGES, [xid, line, tenantUuids.map(uuidOf), limit + 1]);
    const changes = rows.slice(0, limit).map(changeOf);
    return { changes, next: rows.length > limit ? (changes.at(-1)?.seq ?? null) : null };
  }
}

function readSeq(text: string): readonly [xid: string, line: string] {
  const [, xid, line] = SEQ.exec(text) ?? [];
  if (xid === undefined || line === undefined) {
    throw new CallstitchError('ARGUMENT_INVALID', `"${text}" is no line of the change feed; take it from the last one that was read.`);
  }
  return [xid, line];
}

function changeOf({ xid, seq, at, kind, call_log_id, tenant_uuid, conversation_id, version, merged_into }: ChangeRecord): CallLogChange {
  return {
    seq: `${xid}-${seq}`,
    at,
    kind,
    callLogId: call_log_id,
    tenantUuid: tenant_uuid,
    conversationId: conversation_id,
    version,
    mergedInto: merged_into,
  };
}
