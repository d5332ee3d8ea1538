import type { CallLog, Instant } from '@callstitch/domain';
import type { Announcement } from '../announce/announcement.js';
import type { Publisher } from '../announce/publisher.js';
import { momentOf } from './a-call.js';
import { MemoryAnnouncementBook } from './memory-announcement-book.js';
import { MemoryAnnouncementFeed } from './memory-announcement-feed.js';
import { RECORDED_TENANT, recordedCall } from './recorded-call.js';
import type { OwnedCallLog } from '../read/listed-call.js';
import { listedCall } from '../read/listed-call.js';

type Stored = OwnedCallLog;

/** A publisher that remembers; while it is told to fail it takes what comes before the failing one. */
export class MemoryPublisher implements Publisher {
  readonly name = 'memory';
  readonly taken: Announcement[] = [];
  /** The index, among those that come at once, of the first that is not taken; null for none. */
  failsAt: number | null = null;

  constructor(readonly atOnce = 3) {}

  publish(announcements: readonly Announcement[]): Promise<void> {
    this.taken.push(...announcements.slice(0, this.failsAt ?? announcements.length));
    return this.failsAt === null ? Promise.resolve() : Promise.reject(new Error('no answer'));
  }
}

/** A feed in memory with calls to tell, and how to announce from it. */
export function announceSubject() {
  const callLogs = new Map<number, Stored>();
  const feed = new MemoryAnnouncementFeed();
  const book = new MemoryAnnouncementBook();
  const told = {
    search: {
      find: ({ ids = [] }: { readonly ids?: readonly number[] }) =>
        Promise.resolve(ids.flatMap((id) => callLogs.get(id) ?? []).map(listedCall)),
    },
    retentionForEverybody: () => Promise.resolve({ callLogDays: null, recordingDays: null, exportDays: null }),
  };
  let version = 0;
  /** Writes that something happened to a call log; what is created or updated is there from then on. Gives the line's `seq`. */
  const happen = (kind: 'created' | 'updated' | 'deleted' | 'purged', callLogId: number, changed: Partial<CallLog> = {}): string => {
    if (kind === 'created' || kind === 'updated') callLogs.set(callLogId, recordedCall(callLogId, { participants: [], ...changed }));
    else callLogs.delete(callLogId);
    const line = { at: momentOf(callLogId), tenantUuid: RECORDED_TENANT, conversationId: `${callLogId}.1`, version: ++version };
    return feed.add({ ...line, of: 'call-log', kind, callLogId, mergedInto: null })[0] ?? '';
  };
  let seconds = 0;
  const clock = { now: (): Instant => momentOf(1_000 + seconds), pass: (more: number) => void (seconds += more) };
  return { feed, book, told, happen, clock };
}
