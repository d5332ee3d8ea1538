import type { CallLog } from '@callstitch/domain';
import type { CallLogFilter, CallLogPage, CallLogs } from '../read/call-logs.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';
import { newestFirst } from './newest-first.js';

/** Reads the call logs of a book in memory. */
export class MemoryCallLogs implements CallLogs {
  constructor(private readonly book: MemoryCallLogBook) {}

  async find(filter: CallLogFilter, { limit, after }: { readonly limit: number; readonly after: string | null }): Promise<CallLogPage> {
    const all = (await this.book.all()).filter((callLog) => matches(callLog, filter)).sort(newestFirst);
    const from = after === null ? 0 : all.findIndex(({ id }) => String(id) === after) + 1;
    const callLogs = all.slice(from, from + limit);
    return { callLogs, next: from + limit < all.length ? String(callLogs.at(-1)?.id) : null };
  }

  get(id: number): Promise<CallLog | null> {
    return this.book.callLog(id);
  }
}

function matches(callLog: CallLog, filter: CallLogFilter): boolean {
  const { source, requested, destination, participants, tags } = callLog;
  const parties = [source, requested, destination, ...participants];
  const search = filter.search?.toLowerCase();
  return (
    (filter.tenantUuid === undefined || callLog.tenantUuid === filter.tenantUuid) &&
    (filter.startedFrom === undefined || callLog.startedAt >= filter.startedFrom) &&
    (filter.startedUntil === undefined || callLog.startedAt < filter.startedUntil) &&
    (filter.direction === undefined || callLog.direction === filter.direction) &&
    (filter.statuses === undefined || filter.statuses.includes(callLog.status)) &&
    (filter.number === undefined || [source, requested, destination].some(({ number }) => isLike(number ?? '', filter.number as string))) &&
    (search === undefined || parties.some(({ name, number }) => `${name ?? ''}\n${number ?? ''}`.toLowerCase().includes(search))) &&
    (filter.tag === undefined || tags.some(({ tag }) => tag === filter.tag)) &&
    (filter.userUuid === undefined || [...parties, callLog.answeredBy].some((one) => one?.userUuid === filter.userUuid)) &&
    (filter.destinationKind === undefined || destination.kind === filter.destinationKind) &&
    (filter.talkSecondsFrom === undefined || callLog.talkSeconds >= filter.talkSecondsFrom)
  );
}

function isLike(number: string, pattern: string): boolean {
  if (pattern.length > 1 && pattern.endsWith('*')) return number.startsWith(pattern.slice(0, -1));
  if (pattern.length > 1 && pattern.startsWith('*')) return number.endsWith(pattern.slice(1));
  return number === pattern;
}
