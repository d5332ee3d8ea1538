import type { CdrFilter, CdrPlace } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Bind } from '../call-filter-sql.js';
import { cdrConditions } from './cdr-conditions.js';
import { cdrOrderSql } from './cdr-order-sql.js';
import { LISTED_COLUMNS } from './listed-columns.js';

/** A statement and its values, numbered from `$1`. */
export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

/** What identifies a row. */
export interface RowPlace {
  readonly tenant_uuid: string;
  readonly started_at: Instant;
  readonly id: number;
}

const IDENTITY = 'tenant_uuid, started_at, id';

/** Where rows are, only; no wide row is read or sorted, and mostly an index is enough. */
export function placesStatement(filter: CdrFilter, place: CdrPlace): Statement {
  return statement((bind) => `select ${IDENTITY} from ${picked(filter, bind)} ${part(place, bind)}`);
}

/** A call log by whose start and id a list goes on. */
export interface ListPlace {
  readonly startedAt: Instant;
  readonly id: number;
}

interface TimePart {
  /** Where the part before ended; null for the beginning. */
  readonly last: ListPlace | null;
  readonly descending: boolean;
  readonly limit: number;
}

/** What is shown of call logs in the order of time, beyond the last one of the part before. */
export function listStatement(filter: CdrFilter, { last, descending, limit }: TimePart): Statement {
  return statement((bind) => {
    const rows = `select ${LISTED_COLUMNS} from ${picked(filter, bind)}`;
    const order = cdrOrderSql({ order: 'start', descending });
    if (last === null) return `${rows} ${order} limit ${bind(limit)}`;
    const [start, id, beyond] = [`${bind(formatInstant(last.startedAt))}::timestamptz`, `${bind(last.id)}::bigint`, descending ? '<' : '>'];
    // Of a pair PostgreSQL does not see which months it leaves out.
    return `${rows} and started_at ${beyond}= ${start} and (started_at, id) ${beyond} (${start}, ${id}) ${order} limit ${bind(limit)}`;
  });
}

/** One row without columns for each call log. */
export function rowsStatement(filter: CdrFilter): Statement {
  return statement((bind) => `select from ${picked(filter, bind)}`);
}

export function countStatement(filter: CdrFilter): Statement {
  return statement((bind) => `select count(*) as count from ${picked(filter, bind)}`);
}

/** The number of recordings of the call log with most, in a part of a list. */
export function mostRecordingsStatement(filter: CdrFilter, place: CdrPlace): Statement {
  const whole = place.offset === 0 && place.limit === null;
  return statement((bind) => {
    const rows = picked(filter, bind);
    return whole
      ? `select coalesce(max(recording_count), 0) as most from ${rows}`
      : `select coalesce(max(recording_count), 0) as most from (select recording_count from ${rows} ${part(place, bind)}) as part`;
  });
}

function statement(sql: (bind: Bind) => string): Statement {
  const values: unknown[] = [];
  return { sql: sql((value) => `$${values.push(value)}`), values };
}

function part({ order, descending, offset, limit }: CdrPlace, bind: Bind): string {
  return `${cdrOrderSql({ order, descending })} limit ${bind(limit)}::bigint offset ${bind(offset)}::bigint`;
}

/** The table or what is left of it, with a condition that more can follow. */
function picked(filter: CdrFilter, bind: Bind): string {
  const conditions = cdrConditions(filter, bind);
  if (filter.distinctPeers === undefined) return `call_log where ${conditions}`;
  const { ofUsers } = filter.distinctPeers;
  const theirs = ofUsers === null ? '' : `and lower(one ->> 'userUuid') = any(${bind(ofUsers.map((uuid) => uuid.toLowerCase()))}::text[])`;
  return `(
    select distinct ${IDENTITY} from (
      select distinct on (peer.user_uuid, peer.peer) ${IDENTITY}
        from call_log cross join lateral (
          select lower(one ->> 'userUuid') as user_uuid,
                 case one ->> 'role' when 'source' then requested ->> 'number' else source_number end as peer
            from jsonb_array_elements(participants) as one where one ->> 'userUuid' is not null ${theirs}
        ) as peer
       where ${conditions}
       order by peer.user_uuid, peer.peer, started_at desc, id desc
    ) as newest_of_pairs
  ) as newest join call_log using (${IDENTITY}) where true`;
}
