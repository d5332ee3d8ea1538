import type { ListedCall } from '../read/listed-call.js';
import type { CallLogSearch } from '../read/call-log-search.js';
import type { CallLogChange } from '../read/change-feed.js';
import type { TenantRetention } from '../retention/tenant-retention.js';
import type { Announcement } from './announcement.js';
import type { FeedLine } from './announcement-feed.js';
import { announcementsOf } from './announcements-of.js';

export interface TellingParts {
  readonly search: Pick<CallLogSearch, 'find'>;
  /** The numbers of days of a tenant without any of its own. */
  readonly retentionForEverybody: () => Promise<Omit<TenantRetention, 'tenantUuid'>>;
}

const NEVER = { callLogDays: null, recordingDays: null, exportDays: null };

/** What lines of the feed say to the outside, in their order; the call logs of all of them are read at once. */
export async function tellLines(lines: readonly FeedLine[], parts: TellingParts): Promise<readonly Announcement[]> {
  const changes = lines.flatMap((line) => (line.of === 'call-log' ? [line] : []));
  const callLogs = await changedCallLogs(changes, parts.search);
  const asked = lines.some(({ of }) => of === 'retention');
  const forEverybody = asked ? await parts.retentionForEverybody() : NEVER;
  return lines.flatMap((line) => announcementsOf(line, { callLogs, forEverybody }));
}

/** The call logs that changes are about as they stand now, by id; those of deletions are not asked for. */
export async function changedCallLogs(
  changes: readonly CallLogChange[],
  search: Pick<CallLogSearch, 'find'>,
): Promise<ReadonlyMap<number, ListedCall>> {
  const changed = changes.filter(({ kind }) => kind === 'created' || kind === 'updated');
  const ids = [...new Set(changed.map(({ callLogId }) => callLogId))];
  const [tenantUuid, ...others] = new Set(changed.map((one) => one.tenantUuid));
  if (tenantUuid === undefined) return new Map();
  const found = await search.find(
    { tenantUuids: [tenantUuid, ...others], ids, blockedToo: true },
    { order: 'id', descending: false, offset: 0, limit: ids.length },
  );
  return new Map(found.map((call) => [call.id, call]));
}
