import type { CelStore, IdSpan, SpanRead } from '@callstitch/application';
import { MESSAGE_CHANNEL } from '@callstitch/application';
import type { Cel, Instant, Linkedid } from '@callstitch/domain';
import { SharedStrings, formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { escapeLiteral } from 'pg';
import { readCelRow } from './cel-rows.js';
import { celSelectList } from './cel-select-list.js';
import { copyOutViews } from './copy/copy-out.js';

/** Among the first rows of a period by time, the one with the lowest id begins it: rows are written nearly in order of time. */
const OUT_OF_ORDER = 10_000;

/** Spans smaller than this are looked into together, in one query. */
const SMALL = 1_000;

/**
 * Thousands of names are a reason for PostgreSQL to read the whole table, in parallel, and every batch would cost as much
 * as there are rows. Where Asterisk's table has no index for them, it is read whole all the same.
 */
const BY_INDEX = 'begin; set local enable_seqscan = off; set local max_parallel_workers_per_gather = 0';

/** Asterisk's `cel` table in PostgreSQL; rows are only read. */
export class PostgresCelStore implements CelStore {
  private selectList: string | null = null;
  private readonly strings = new SharedStrings();

  constructor(
    private readonly pool: Pool,
    readonly source = 'default',
  ) {}

  async bounds(): Promise<IdSpan | null> {
    const { rows } = await this.pool.query<{ low: number | null; high: number | null }>('select min(id) as low, max(id) as high from cel');
    const [row] = rows;
    return row === undefined || row.low === null || row.high === null ? null : { from: row.low, until: row.high + 1 };
  }

  async newestPart(spans: readonly IdSpan[], count: number): Promise<IdSpan | null> {
    for (let index = 0; index < spans.length;) {
      const together = [spans[index] as IdSpan];
      while (together.length < SMALL && isSmall(together.at(-1)) && isSmall(spans[index + together.length])) {
        together.push(spans[index + together.length] as IdSpan);
      }
      index += together.length;
      const newest = await this.newestOf(together);
      if (newest !== null) return { from: await this.lowestOf(newest, count), until: newest.until };
    }
    return null;
  }

  /** The first of some spans that holds a row, ending with its newest one. */
  private async newestOf(spans: readonly IdSpan[]): Promise<IdSpan | null> {
    const { rows } = await this.pool.query<{ low: number; high: number }>(
      `select span.low, newest.id as high
       from unnest($1::bigint[], $2::bigint[]) with ordinality as span (low, until, place),
         lateral (select id from cel where id >= span.low and id < span.until order by id desc limit 1) as newest
       order by span.place limit 1`,
      [spans.map(({ from }) => from), spans.map(({ until }) => until)],
    );
    const [found] = rows;
    return found === undefined ? null : { from: found.low, until: found.high + 1 };
  }

  /** Where the newest `count` rows of a span begin. */
  private async lowestOf({ from, until }: IdSpan, count: number): Promise<number> {
    if (until - from <= count) return from;
    const { rows } = await this.pool.query<{ id: number }>(
      'select id from cel where id >= $1 and id < $2 order by id desc offset $3 limit 1',
      [from, until, count - 1],
    );
    return rows[0]?.id ?? from;
  }

  async count(spans: readonly IdSpan[]): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      `select coalesce(sum(part.rows), 0)::bigint as count from unnest($1::bigint[], $2::bigint[]) as span (low, until),
         lateral (select count(*) as rows from cel where id >= span.low and id < span.until) as part`,
      [spans.map(({ from }) => from), spans.map(({ until }) => until)],
    );
    return rows[0]?.count ?? 0;
  }

  read({ from, until }: IdSpan): Promise<SpanRead> {
    return this.copy(`id >= ${from} and id < ${until}`);
  }

  async readKin(names: readonly string[], outside: IdSpan | null): Promise<readonly Cel[]> {
    if (outside !== null && !(await this.hasRowsOutside(outside))) return [];
    const list = escapeLiteral(`{${names.map((name) => `"${name.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
    const elsewhere = outside === null ? '' : ` and (id < ${outside.from} or id >= ${outside.until})`;
    return (await this.copy(`(linkedid = any(${list}::text[]) or uniqueid = any(${list}::text[]))${elsewhere}`, BY_INDEX)).cels;
  }

  /** Thousands of names are not looked up where there is nothing to find: a first run often covers the whole table. */
  private async hasRowsOutside({ from, until }: IdSpan): Promise<boolean> {
    const { rows } = await this.pool.query<{ some: boolean }>(
      'select exists (select from cel where id < $1) or exists (select from cel where id >= $2) as some',
      [from, until],
    );
    return rows[0]?.some ?? false;
  }

  async firstIdSince(instant: Instant): Promise<number | null> {
    const { rows } = await this.pool.query<{ id: number | null }>(
      'select min(id) as id from (select id from cel where eventtime >= $1 order by eventtime limit $2) as first',
      [formatInstant(instant), OUT_OF_ORDER],
    );
    return rows[0]?.id ?? null;
  }

  async rowsOfLinkedids(since: Instant): Promise<ReadonlyMap<Linkedid, number>> {
    this.selectList ??= await celSelectList(this.pool);
    const isCall = this.selectList.includes('"channame"') ? `and channame is distinct from ${escapeLiteral(MESSAGE_CHANNEL)}` : '';
    const { rows } = await this.pool.query<[Linkedid, number]>({
      text: `select linkedid, count(*) from cel where eventtime >= $1 and linkedid <> '' ${isCall} group by linkedid`,
      values: [formatInstant(since)],
      rowMode: 'array',
    });
    return new Map(rows);
  }

  async digestOf(id: number): Promise<string | null> {
    const { rows } = await this.pool.query<{ digest: string }>(
      "select md5(concat_ws('|', eventtype, eventtime, uniqueid, linkedid)) as digest from cel where id = $1",
      [id],
    );
    return rows[0]?.digest ?? null;
  }

  async stillThere(linkedids: readonly Linkedid[]): Promise<ReadonlySet<Linkedid>> {
    const { rows } = await this.pool.query<{ linkedid: Linkedid }>(
      'select linkedid from unnest($1::text[]) as wanted (linkedid) where exists (select from cel where cel.linkedid = wanted.linkedid)',
      [linkedids],
    );
    return new Set(rows.map(({ linkedid }) => linkedid));
  }

  private async copy(condition: string, begin = 'begin'): Promise<SpanRead> {
    const client = await this.pool.connect();
    try {
      this.selectList ??= await celSelectList(client);
      await client.query(begin);
      const cels: Cel[] = [];
      const unusable: { id: number; reason: string }[] = [];
      for await (const rows of copyOutViews(client, `select ${this.selectList} from cel where ${condition}`)) {
        for (const fields of rows) {
          const cel = readCelRow(fields, this.strings);
          if (typeof cel !== 'string') cels.push(cel);
          else unusable.push({ id: Number(fields[0]), reason: cel });
        }
      }
      await client.query('commit');
      client.release();
      return { cels, unusable };
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

function isSmall(span: IdSpan | undefined): boolean {
  return span !== undefined && span.until - span.from < SMALL;
}
