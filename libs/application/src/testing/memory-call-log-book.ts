import type { CallLog, Instant, Linkedid } from '@callstitch/domain';
import { callLogJson, matches } from '@callstitch/domain';
import type { ArchivedConversation } from '../archive/archived-call.js';
import type { Restoration } from '../archive/decide-restore.js';
import type { Batch, CallLogBook, Claim, Spared } from '../generate/call-log-book.js';
import type { ConversationWrite, Decision } from '../generate/decide-writes.js';
import { decideWrites } from '../generate/decide-writes.js';
import type { IdSpan } from '../generate/id-span.js';
import { spansOf, uncovered, without } from '../generate/id-span.js';
import type { KnownConversation, Outcome } from '../generate/outcome.js';
import type { BookStatus } from '../read/book-status.js';
import type { RetagBook, Retagging } from '../retag/retag-book.js';

/** One line of the change feed. */
export interface MemoryChange {
  readonly kind: 'created' | 'updated' | 'deleted' | 'purged';
  readonly callLogId: number;
  readonly version: number;
  readonly mergedInto: number | null;
}

/** The same with what only the feed's own readers see. */
export interface MemoryAnnouncement extends MemoryChange {
  readonly conversationId: string;
  readonly tenantUuid: string | null;
}

interface Entry extends KnownConversation {
  readonly outcome: Outcome;
  readonly teller: string;
}

/** A book in memory with the promises of the real one. */
export class MemoryCallLogBook implements CallLogBook, RetagBook {
  private readonly feed: MemoryAnnouncement[] = [];
  private readonly entries = new Map<string, Entry>();
  private readonly callLogs = new Map<number, CallLog>();
  private readonly readIds = new Map<string, Set<number>>();
  private readonly bookmarks = new Map<string, { readonly id: number; readonly digest: string }>();
  private readonly claims = new Set<Claim>();
  private lastId = 0;
  private turn: Promise<unknown> = Promise.resolve();

  /** Every call log that stands, by id. */
  all(): Promise<readonly CallLog[]> {
    return Promise.resolve([...this.callLogs.values()].sort((one, other) => (one.id ?? 0) - (other.id ?? 0)));
  }

  /** The change feed from its beginning. */
  changes(): Promise<readonly MemoryChange[]> {
    return Promise.resolve(this.feed.map(({ kind, callLogId, version, mergedInto }) => ({ kind, callLogId, version, mergedInto })));
  }

  /** The change feed from its beginning, with whose calls they are. */
  announced(): readonly MemoryAnnouncement[] {
    return this.feed;
  }

  private announce(
    kind: MemoryChange['kind'],
    { id, version, conversationId, tenantUuid }: CallLog,
    mergedInto: number | null = null,
  ): void {
    this.feed.push({ kind, callLogId: id as number, version, mergedInto, conversationId, tenantUuid });
  }

  /** Takes a call log away and says so; false when it did not stand. */
  private remove(kind: 'deleted' | 'purged', callLogId: number, mergedInto: number | null = null): boolean {
    const callLog = this.callLogs.get(callLogId);
    if (callLog === undefined) return false;
    this.callLogs.delete(callLogId);
    this.announce(kind, callLog, mergedInto);
    return true;
  }

  claim(source: string, within: IdSpan, choose: (unread: readonly IdSpan[]) => Promise<IdSpan | null>): Promise<Claim | null> {
    // One after the other, as the real book's lock sees to it.
    const claimed = this.turn.then(() => this.claimNow(source, within, choose));
    this.turn = claimed.catch(() => null);
    return claimed;
  }

  private async claimNow(
    source: string,
    within: IdSpan,
    choose: (unread: readonly IdSpan[]) => Promise<IdSpan | null>,
  ): Promise<Claim | null> {
    const taken = [...spansOf(this.readIds.get(source) ?? []), ...[...this.claims].map(({ span }) => span)];
    const span = await choose(uncovered(within, taken));
    if (span === null) return null;
    const claim = { span };
    this.claims.add(claim);
    return claim;
  }

  release(claim: Claim): Promise<void> {
    this.claims.delete(claim);
    return Promise.resolve();
  }

  unread(source: string, spans: readonly IdSpan[]): Promise<readonly IdSpan[]> {
    return Promise.resolve(
      without(
        [...spans].sort((one, other) => other.from - one.from),
        spansOf(this.readIds.get(source) ?? []),
      ),
    );
  }

  known(source: string, linkedids: readonly Linkedid[]): Promise<readonly KnownConversation[]> {
    const wanted = new Set<string>(linkedids);
    const entries = [...this.entries].filter(
      ([key, { linkedids: own }]) => key.startsWith(`${source} `) && own.some((id) => wanted.has(id)),
    );
    return Promise.resolve(entries.map(([, entry]) => entry));
  }

  async preview({ source, outcomes }: Batch): Promise<Decision> {
    const linkedids = outcomes.flatMap(({ extent }) => extent.linkedids);
    return decideWrites(outcomes, await this.known(source, linkedids), contentOf);
  }

  async write(batch: Batch, claim: Claim | null): Promise<Decision> {
    const decision = await this.preview(batch);
    for (const conversation of decision.conversations) this.apply(batch, conversation);
    const read = this.readIds.get(batch.source) ?? new Set<number>();
    for (const { from, until } of batch.read) for (let id = from; id < until; id++) read.add(id);
    this.readIds.set(batch.source, read);
    if (claim !== null) this.claims.delete(claim);
    return decision;
  }

  private apply({ source, teller }: Batch, { outcome, write, kept, merged }: ConversationWrite): void {
    let entry: Entry = { ...outcome.extent, ...kept, state: outcome.state, outcome, teller };
    if (write !== null) {
      const id = write.callLogId ?? ++this.lastId;
      entry = { ...entry, callLogId: id, version: write.version, digest: write.digest };
      const callLog = { ...write.callLog, id, version: write.version };
      this.callLogs.set(id, callLog);
      this.announce(write.kind, callLog);
    }
    for (const other of merged) {
      this.entries.delete(`${source} ${other.conversationId}`);
      if (other.callLogId === null || other.callLogId === entry.callLogId) continue;
      this.remove('deleted', other.callLogId, entry.callLogId);
    }
    this.entries.set(`${source} ${outcome.extent.conversationId}`, entry);
  }

  retag(source: string, retaggings: readonly Retagging[]): Promise<number> {
    let changed = 0;
    for (const { before, tags } of retaggings) {
      const key = `${source} ${before.conversationId}`;
      const entry = this.entries.get(key);
      if (entry?.callLogId == null || entry.callLogId !== before.id || entry.version !== before.version) continue;
      const callLog = { ...before, tags, version: before.version + 1 };
      this.callLogs.set(entry.callLogId, callLog);
      this.entries.set(key, { ...entry, version: callLog.version, digest: contentOf(callLog) });
      this.announce('updated', callLog);
      changed++;
    }
    return Promise.resolve(changed);
  }

  callLog(id: number): Promise<CallLog | null> {
    return Promise.resolve(this.callLogs.get(id) ?? null);
  }

  dueAgain(source: string, silentSince: Instant, teller: string): Promise<readonly Linkedid[]> {
    const due = [...this.entries].filter(
      ([key, entry]) =>
        key.startsWith(`${source} `) &&
        ((entry.state === 'open' && entry.outcome.extent.lastEventAt <= silentSince) ||
          (entry.outcome.state === 'refused' && (entry.outcome.waiting || entry.teller !== teller))),
    );
    return Promise.resolve(due.flatMap(([, { linkedids }]) => linkedids));
  }

  bookmark(source: string): Promise<{ readonly id: number; readonly digest: string } | null> {
    return Promise.resolve(this.bookmarks.get(source) ?? null);
  }

  setBookmark(source: string, bookmark: { readonly id: number; readonly digest: string }): Promise<void> {
    this.bookmarks.set(source, bookmark);
    return Promise.resolve();
  }

  private started(source: string, since: Instant | null): [string, Entry][] {
    return [...this.entries].filter(([key, { callLogId }]) => {
      const startedAt = callLogId === null ? undefined : this.callLogs.get(callLogId)?.startedAt;
      return key.startsWith(`${source} `) && startedAt !== undefined && (since === null || startedAt >= since);
    });
  }

  standing(source: string, since: Instant | null): Promise<readonly Linkedid[]> {
    return Promise.resolve(this.started(source, since).map(([, { conversationId }]) => conversationId));
  }

  forget(source: string, since: Instant | null, spared?: Spared): Promise<number> {
    const forgotten = this.started(source, since).filter(([, { conversationId, callLogId }]) => {
      const callLog = this.callLogs.get(callLogId ?? 0);
      const stays = spared?.conversations.includes(conversationId) === true && callLog !== undefined && matches(spared.held, callLog);
      return !stays;
    });
    for (const [key, entry] of forgotten) {
      this.remove('deleted', entry.callLogId as number);
      this.entries.set(key, { ...entry, state: 'forgotten', digest: null });
      const { firstCelId, lastCelId } = entry.outcome.extent;
      for (let id = firstCelId; id <= lastCelId; id++) this.readIds.get(source)?.delete(id);
    }
    return Promise.resolve(forgotten.length);
  }

  /** Deletes a call log for good. */
  purge(callLogId: number): void {
    for (const [key, entry] of this.entries) {
      if (entry.callLogId !== callLogId || !this.remove('purged', callLogId)) continue;
      this.entries.set(key, { ...entry, state: 'purged', digest: null });
    }
  }

  /** What is known of the conversation of a call log that stands. */
  conversationOf(callLogId: number): ArchivedConversation | null {
    for (const [key, { outcome, conversationId, teller, digest, ...own }] of this.entries) {
      if (own.callLogId !== callLogId || !this.callLogs.has(callLogId)) continue;
      const { celCount, firstCelId, lastCelId, lastEventAt } = outcome.extent;
      return { source: key.slice(0, -1 - conversationId.length), celCount, firstCelId, lastCelId, lastEventAt, teller, digest };
    }
    return null;
  }

  /** Whose the ids of call logs are. */
  owners(): ReadonlyMap<number, string> {
    return new Map(
      [...this.entries.values()].flatMap(({ callLogId, conversationId }) => (callLogId === null ? [] : [[callLogId, conversationId]])),
    );
  }

  /** Puts an archived call log back, as told as it was. */
  restore({ call: { callLog, conversation }, kind }: Restoration): void {
    const { id, version, conversationId, linkedids } = callLog;
    const { source, teller, digest, ...extent } = conversation;
    const outcome = { state: 'told', extent: { ...extent, conversationId, linkedids }, callLog } as const;
    const own = { state: 'told', callLogId: id, version, digest: digest ?? contentOf(callLog) } as const;
    this.entries.set(`${source} ${conversationId}`, { ...outcome.extent, ...own, outcome, teller });
    this.callLogs.set(id, callLog);
    this.lastId = Math.max(this.lastId, id);
    this.announce(kind, callLog);
  }

  /** Puts a call log as it is in the place of the one of its id. */
  replace(callLog: CallLog): void {
    if (callLog.id !== null && this.callLogs.has(callLog.id)) this.callLogs.set(callLog.id, callLog);
  }

  /** Whether a row was read. */
  hasRead(source: string, id: number): boolean {
    return this.readIds.get(source)?.has(id) ?? false;
  }

  /** How many conversations are open or wait for a directory, silent since before an instant. */
  waiting(source: string, before: Instant): number {
    const entries = [...this.entries].filter(([key]) => key.startsWith(`${source} `)).map(([, { outcome }]) => outcome);
    return entries.filter((one) => (one.state === 'open' || (one.state === 'refused' && one.waiting)) && one.extent.lastEventAt < before)
      .length;
  }

  /** What a status says of a source: what is open, what was refused, which spans nobody has read. */
  state(source: string): Pick<BookStatus, 'open' | 'refused'> & { readonly unread: (within: IdSpan) => readonly IdSpan[] } {
    const entries = [...this.entries].filter(([key]) => key.startsWith(`${source} `)).map(([, { outcome }]) => outcome);
    const reasons = entries.flatMap((outcome) => (outcome.state === 'refused' ? [outcome.reason] : []));
    return {
      open: entries.filter(({ state }) => state === 'open').length,
      refused: [...new Set(reasons)].map((reason) => ({ reason, conversations: reasons.filter((one) => one === reason).length })),
      unread: (within) => uncovered(within, spansOf(this.readIds.get(source) ?? [])),
    };
  }

  forgetRead(source: string): Promise<void> {
    this.readIds.delete(source);
    this.bookmarks.delete(source);
    return Promise.resolve();
  }
}

function contentOf(callLog: CallLog): string {
  return JSON.stringify({ ...callLogJson(callLog), id: null, version: 0 });
}
