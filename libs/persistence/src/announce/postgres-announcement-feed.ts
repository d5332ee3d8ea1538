import type { AnnouncementFeed, CallLogChange, ExportState, FeedLine, TenantRetention, Transcription } from '@callstitch/application';
import { feedPlace } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { Pool } from 'pg';

interface LineRecord {
  readonly about: 'call-log' | 'export' | 'retention' | 'transcription';
  readonly place: string;
  readonly at: Instant;
  readonly kind: string;
  readonly tenant_uuid: string;
  readonly call_log_id: number | null;
  readonly conversation_id: string | null;
  readonly version: number | null;
  readonly merged_into: number | null;
  readonly data: unknown;
}

/** Both tables as one; each is cut before they are put together. */
const lines = (condition: string, limit: string): string => `
  select *, xid::text || '-' || seq as place from (
    (select 'call-log' as about, xid, seq, at, kind, tenant_uuid, call_log_id, conversation_id, version, merged_into, null::jsonb as data
       from call_log_change where ${condition} order by xid, seq ${limit})
    union all
    (select about, xid, seq, at, kind, tenant_uuid, null, null, null, null, data
       from announcement_outbox where ${condition} order by xid, seq ${limit})
  ) as line order by line.xid, line.seq ${limit}`;

/** Nothing is shown of a transaction while an earlier one may still commit: what is read is complete up to there. */
const AFTER = lines('xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid, seq) > ($1::xid8, $2::bigint)', 'limit $3');

const NAMED = lines('(xid, seq) in (select one::xid8, two from unnest($1::text[], $2::bigint[]) as named (one, two))', '');

const COUNT = `
  select least(count(*), $3::int)::int as count from (
    (select from call_log_change where (xid, seq) > ($1::xid8, $2::bigint) limit $3)
    union all
    (select from announcement_outbox where (xid, seq) > ($1::xid8, $2::bigint) limit $3)
  ) as line`;

/** What is to be announced, in PostgreSQL, in the order of transactions. */
export class PostgresAnnouncementFeed implements AnnouncementFeed {
  constructor(private readonly pool: Pool) {}

  async after(seq: string, limit: number): Promise<readonly FeedLine[]> {
    return this.#read(AFTER, [...placeValues(seq), limit]);
  }

  async lines(seqs: readonly string[]): Promise<readonly FeedLine[]> {
    const places = seqs.map(placeValues);
    return this.#read(NAMED, [places.map(([xid]) => xid), places.map(([, line]) => line)]);
  }

  async end(): Promise<string> {
    // Whoever may still commit comes behind it.
    const { rows } = await this.pool.query<{ place: string }>("select pg_snapshot_xmin(pg_current_snapshot())::text || '-0' as place");
    return rows[0]?.place ?? '0-0';
  }

  async count(seq: string, most: number): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(COUNT, [...placeValues(seq), most]);
    return rows[0]?.count ?? 0;
  }

  async #read(sql: string, values: readonly unknown[]): Promise<readonly FeedLine[]> {
    const { rows } = await this.pool.query<LineRecord>(sql, [...values]);
    return rows.map(lineOf);
  }
}

/** A place as a statement takes it. */
export function placeValues(seq: string): readonly [xid: string, line: string] {
  const { transaction, line } = feedPlace(seq);
  return [String(transaction), String(line)];
}

function lineOf(record: LineRecord): FeedLine {
  const base = { seq: record.place, at: record.at, tenantUuid: record.tenant_uuid };
  if (record.about === 'export') {
    return { ...base, of: 'export', kind: record.kind as 'created' | 'updated', state: record.data as ExportState };
  }
  if (record.about === 'retention') return { ...base, of: 'retention', retention: record.data as TenantRetention };
  if (record.about === 'transcription') {
    return { ...base, of: 'transcription', kind: record.kind as 'created' | 'deleted', transcription: record.data as Transcription };
  }
  return {
    ...base,
    of: 'call-log',
    kind: record.kind as CallLogChange['kind'],
    callLogId: record.call_log_id ?? 0,
    conversationId: record.conversation_id ?? '',
    version: record.version ?? 0,
    mergedInto: record.merged_into,
  };
}
