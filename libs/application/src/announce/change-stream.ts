import type { CdrItem } from '../read/cdr-item.js';
import { cdrItem } from '../read/cdr-item.js';
import type { ListedCall } from '../read/listed-call.js';
import type { CallLogSearch } from '../read/call-log-search.js';
import type { CallLogChange, ChangeFeed } from '../read/change-feed.js';
import type { AnnouncementFeed } from './announcement-feed.js';
import { changedCallLogs } from './tell-lines.js';

/** A change of a call log with the call log as it stands; null for one that is gone. */
export interface StreamedChange {
  readonly change: CallLogChange;
  readonly item: CdrItem | null;
  /** Users who took part; nobody is known of one that is gone. */
  readonly userUuids: readonly string[];
}

export interface ChangeStreamParts {
  readonly feed: Pick<AnnouncementFeed, 'after' | 'end'>;
  readonly changes: ChangeFeed;
  readonly search: Pick<CallLogSearch, 'find'>;
}

/** Hears what happened, in order. */
export type StreamListener = (changes: readonly StreamedChange[]) => void;

const AT_ONCE = 200;

/**
 * Follows the feed for all who listen in one process: it is read once, whoever listens. Created and updated call logs that are gone
 * meanwhile are passed over.
 */
export class ChangeStream {
  readonly #listeners = new Set<StreamListener>();
  #position: string | null = null;

  constructor(private readonly parts: ChangeStreamParts) {}

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  /** Tells what comes from now on; gives how to end it. */
  async listen(listener: StreamListener): Promise<() => void> {
    // Who listens first begins at the end of the feed; nobody listened to what came before.
    const end = this.isHeard ? null : await this.parts.feed.end();
    if (end !== null && !this.isHeard) this.#position = end;
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Reads on and tells everybody; says how many lines there were. One at a time. */
  async advance(): Promise<number> {
    if (!this.isHeard || this.#position === null) return 0;
    const lines = await this.parts.feed.after(this.#position, AT_ONCE);
    const last = lines.at(-1);
    if (last === undefined) return 0;
    const changes = await this.#told(lines.flatMap((line) => (line.of === 'call-log' ? [line] : [])));
    this.#position = last.seq;
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
    return lines.length;
  }

  /** What came behind a place for some tenants, for who was away; no `more` when that is all for now. */
  async missed(
    after: string,
    tenantUuids: readonly [string, ...string[]],
  ): Promise<{ readonly changes: readonly StreamedChange[]; readonly last: string; readonly more: boolean }> {
    const { changes, next } = await this.parts.changes.after(after, { tenantUuids, limit: AT_ONCE });
    return { changes: await this.#told(changes), last: changes.at(-1)?.seq ?? after, more: next !== null };
  }

  async #told(changes: readonly CallLogChange[]): Promise<readonly StreamedChange[]> {
    const callLogs = await changedCallLogs(changes, this.parts.search);
    return changes.flatMap((change) => streamed(change, callLogs.get(change.callLogId)));
  }
}

function streamed(change: CallLogChange, call: ListedCall | undefined): readonly StreamedChange[] {
  if (change.kind === 'deleted' || change.kind === 'purged') return [{ change, item: null, userUuids: [] }];
  return call === undefined ? [] : [{ change, item: cdrItem(call), userUuids: call.userUuids }];
}
