import type { Cel, Instant, Linkedid } from '@callstitch/domain';
import type { CelStore, SpanRead } from '../generate/cel-store.js';
import type { IdSpan } from '../generate/id-span.js';
import { MESSAGE_CHANNEL } from '../generate/tell-conversations.js';

function sorted(cels: readonly Cel[]): readonly Cel[] {
  return [...cels].sort((one, other) => one.id - other.id);
}

/** A `cel` table in memory; rows may be added, or taken away, at any time. */
export class MemoryCelStore implements CelStore {
  private rows: readonly Cel[] = [];

  constructor(
    rows: readonly Cel[] = [],
    readonly source = 'default',
  ) {
    this.rows = sorted(rows);
  }

  /** Adds rows, in any order of their ids. */
  put(rows: readonly Cel[]): Promise<void> {
    this.rows = sorted([...this.rows, ...rows]);
    return Promise.resolve();
  }

  /** Removes the rows that match, as a purge of Asterisk's table does. */
  purge(matches: (cel: Cel) => boolean): Promise<void> {
    this.rows = this.rows.filter((cel) => !matches(cel));
    return Promise.resolve();
  }

  bounds(): Promise<IdSpan | null> {
    const [first, last] = [this.rows[0], this.rows.at(-1)];
    return Promise.resolve(first === undefined || last === undefined ? null : { from: first.id, until: last.id + 1 });
  }

  newestPart(spans: readonly IdSpan[], count: number): Promise<IdSpan | null> {
    for (const { from, until } of spans) {
      const ids = this.rows.filter(({ id }) => id >= from && id < until).map(({ id }) => id);
      if (ids.length === 0) continue;
      const taken = ids.slice(-count);
      return Promise.resolve({ from: taken[0] as number, until: (taken.at(-1) as number) + 1 });
    }
    return Promise.resolve(null);
  }

  count(spans: readonly IdSpan[]): Promise<number> {
    return Promise.resolve(this.rows.filter(({ id }) => spans.some(({ from, until }) => id >= from && id < until)).length);
  }

  read({ from, until }: IdSpan): Promise<SpanRead> {
    return Promise.resolve({ cels: this.rows.filter(({ id }) => id >= from && id < until), unusable: [] });
  }

  readKin(names: readonly string[], outside: IdSpan | null): Promise<readonly Cel[]> {
    const wanted = new Set(names);
    const covered = (id: number): boolean => outside !== null && id >= outside.from && id < outside.until;
    return Promise.resolve(
      this.rows.filter(({ id, linkedid, uniqueid }) => !covered(id) && (wanted.has(linkedid) || wanted.has(uniqueid))),
    );
  }

  firstIdSince(instant: Instant): Promise<number | null> {
    return Promise.resolve(this.rows.find(({ eventTime }) => eventTime >= instant)?.id ?? null);
  }

  rowsOfLinkedids(since: Instant): Promise<ReadonlyMap<Linkedid, number>> {
    const counts = new Map<Linkedid, number>();
    for (const { eventTime, linkedid, channelName } of this.rows) {
      if (eventTime >= since && linkedid !== '' && channelName !== MESSAGE_CHANNEL) counts.set(linkedid, (counts.get(linkedid) ?? 0) + 1);
    }
    return Promise.resolve(counts);
  }

  digestOf(id: number): Promise<string | null> {
    const cel = this.rows.find((row) => row.id === id);
    return Promise.resolve(cel === undefined ? null : `${cel.eventTime} ${cel.uniqueid} ${cel.eventType}`);
  }

  stillThere(linkedids: readonly Linkedid[]): Promise<ReadonlySet<Linkedid>> {
    const wanted = new Set(linkedids);
    return Promise.resolve(new Set(this.rows.map(({ linkedid }) => linkedid).filter((linkedid) => wanted.has(linkedid))));
  }
}
