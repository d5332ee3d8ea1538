import type { AgentSums, CountedAgent, FiguresQuestion, QueueSums, StatisticsBook, WaitSums } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';

/** Which rows of a table count: `$1` to `$6` of every sum; `width_bucket` tells the part of time. */
const counts = (table: string, key: string): string => `${table}.${key} = any($1::int[])
  and ${table}.time >= ($2::timestamptz[])[1] and ${table}.time < ($2::timestamptz[])[cardinality($2::timestamptz[])]
  and extract(isodow from ${table}.time at time zone $3)::int = any($4::int[])
  and ($5::int is null or extract(hour from ${table}.time at time zone $3) between $5 and $6::int)`;

const part = (table: string): string => `width_bucket(${table}.time, $2::timestamptz[]) - 1 as part`;

const seconds = (column: string): string => `coalesce(extract(epoch from sum(${column})), 0)::bigint`;
const sum = (column: string): string => `coalesce(sum(${column}), 0)::bigint`;

const AGENT_SUMS = `
  select slice.stat_agent_id as key, ${part('slice')}, queue.queue_id as "queueId", ${seconds('slice.login_time')} as "loginSeconds",
    ${seconds('slice.pause_time')} as "pauseSeconds", ${seconds('slice.wrapup_time')} as "wrapupSeconds",
    0::bigint as answered, 0::bigint as "conversationSeconds"
  from stat_agent_periodic slice left join stat_queue queue on queue.id = slice.stat_queue_id
  where ${counts('slice', 'stat_agent_id')} group by 1, 2, 3
  union all
  select call.stat_agent_id, ${part('call')}, queue.queue_id, 0, 0, 0, count(*), ${sum('call.talktime')}
  from stat_call_on_queue call left join stat_queue queue on queue.id = call.stat_queue_id
  where ${counts('call', 'stat_agent_id')} and call.status::text = 'answered' group by 1, 2, 3`;

const SLICE_FIGURES = ['total', 'answered', 'abandoned', '"full"', 'closed', 'joinempty', 'leaveempty'];

const QUEUE_SUMS = `
  select slice.stat_queue_id as key, ${part('slice')}, ${SLICE_FIGURES.map((figure) => `${sum(`slice.${figure}`)} as ${figure}`).join(', ')},
    ${sum('slice.divert_ca_ratio')} as "divertedByRatio", ${sum('slice.divert_waittime')} as "divertedByWait", ${sum('slice.timeout')} as timeout,
    0::bigint as "waitingSeconds", 0::bigint as "answeredInTime"
  from stat_queue_periodic slice where ${counts('slice', 'stat_queue_id')} group by 1, 2
  union all
  select call.stat_queue_id, ${part('call')}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ${sum('call.waittime')},
    count(*) filter (where call.status::text = 'answered' and call.waittime <= $7::bigint)
  from stat_call_on_queue call where ${counts('call', 'stat_queue_id')} group by 1, 2`;

const WAIT_SUMS = `
  select ${part('call')}, width_bucket(call.waittime::bigint, $7::bigint[]) as "waitClass",
    count(*) filter (where call.status::text = 'answered') as answered, count(*) filter (where call.status::text = 'abandoned') as abandoned
  from stat_call_on_queue call where ${counts('call', 'stat_queue_id')} and call.waittime is not null group by 1, 2`;

const NO_SUCH_TABLE = '42P01';

/** Figures in the tables that Wazo's `wazo-stat` fills beside Asterisk's CELs; rows are only read. Without tables nothing was counted. */
export class PostgresStatisticsBook implements StatisticsBook {
  constructor(private readonly pool: Pool) {}

  agents(tenantUuids: readonly string[], id?: number): Promise<readonly CountedAgent[]> {
    return this.counted('agent', tenantUuids, id);
  }

  queues(tenantUuids: readonly string[], id?: number): Promise<readonly CountedAgent[]> {
    return this.counted('queue', tenantUuids, id);
  }

  agentSums(question: FiguresQuestion): Promise<readonly AgentSums[]> {
    return this.rows(AGENT_SUMS, valuesOf(question));
  }

  queueSums(question: FiguresQuestion, thresholdSeconds: number | null): Promise<readonly QueueSums[]> {
    return this.rows(QUEUE_SUMS, [...valuesOf(question), thresholdSeconds]);
  }

  waitSums(question: FiguresQuestion, thresholds: readonly number[]): Promise<readonly WaitSums[]> {
    // Without a threshold all are in the first class, and an empty array has no buckets.
    if (thresholds.length > 0) return this.rows(WAIT_SUMS, [...valuesOf(question), thresholds]);
    return this.rows(WAIT_SUMS, [...valuesOf(question), [Number.MAX_SAFE_INTEGER]]);
  }

  private counted(kind: 'agent' | 'queue', tenantUuids: readonly string[], id?: number): Promise<readonly CountedAgent[]> {
    return this.rows(
      `select one.id as key, one.${kind}_id as id, one.tenant_uuid as "tenantUuid", one.name,
         (select min(slice.time) from stat_${kind}_periodic slice where slice.stat_${kind}_id = one.id) as "oldestAt"
       from stat_${kind} one
       where one.tenant_uuid = any($1::text[]) and not coalesce(one.deleted, false) and one.${kind}_id is not null
         and ($2::bigint is null or one.${kind}_id = $2)
       order by one.id`,
      [tenantUuids, id ?? null],
    );
  }

  private async rows<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return (await this.pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE) return [];
      throw error;
    }
  }
}

function valuesOf({ keys, edges, zone, weekDays, hours }: FiguresQuestion): unknown[] {
  return [keys, edges.map(formatInstant), zone.name, weekDays, hours?.first ?? null, hours?.last ?? null];
}
