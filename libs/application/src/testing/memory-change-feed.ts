import type { CallLogChange, ChangeFeed } from '../read/change-feed.js';
import { momentOf } from './a-call.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';

/** The change feed of a book in memory; each line a second after the one before it. */
export class MemoryChangeFeed implements ChangeFeed {
  constructor(
    private readonly book: MemoryCallLogBook,
    private readonly defaultTenantUuid: string,
  ) {}

  after(seq: string | null, { tenantUuids, limit }: { readonly tenantUuids: readonly string[]; readonly limit: number }) {
    const all = this.book.announced().map((one, index): CallLogChange => ({
      ...one,
      seq: String(index + 1),
      at: momentOf(index + 1),
      tenantUuid: one.tenantUuid ?? this.defaultTenantUuid,
    }));
    const changes = all.slice(Number(seq ?? 0)).filter(({ tenantUuid }) => tenantUuids.includes(tenantUuid));
    const page = changes.slice(0, limit);
    return Promise.resolve({ changes: page, next: changes.length > limit ? (page.at(-1)?.seq ?? null) : null });
  }
}
