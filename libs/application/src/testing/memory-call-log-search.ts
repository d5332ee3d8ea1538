import type { CallLog } from '@callstitch/domain';
import type { CallLogSearch, CdrFilter, CdrPageAt, CdrPlace } from '../read/call-log-search.js';
import type { ListedCall } from '../read/listed-call.js';
import { listedCall } from '../read/listed-call.js';
import { cdrOrderKey } from './cdr-order-key.js';
import { distinctPeers } from './distinct-peers.js';
import { matchesCdrFilter } from './matches-cdr-filter.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';

type Stored = CallLog & { readonly id: number; readonly tenantUuid: string };

/** Searches the call logs of a book in memory. */
export class MemoryCallLogSearch implements CallLogSearch {
  constructor(
    private readonly book: MemoryCallLogBook,
    private readonly defaultTenantUuid: string,
  ) {}

  async find(filter: CdrFilter, { order, descending, offset, limit }: CdrPlace): Promise<readonly ListedCall[]> {
    const picked = [...(await this.picked(filter))];
    const ascending = picked.sort((one, other) => compare(cdrOrderKey(one, order), cdrOrderKey(other, order)) || compare(one.id, other.id));
    return (descending ? ascending.reverse() : ascending).slice(offset, limit === null ? undefined : offset + limit).map(listedCall);
  }

  async page(filter: CdrFilter, { after, descending, limit }: CdrPageAt) {
    const all = await this.find(filter, { order: 'start', descending, offset: 0, limit: null });
    const from = after === null ? 0 : all.findIndex(({ id }) => String(id) === after) + 1;
    const calls = all.slice(from, from + limit);
    return { calls, next: from + limit < all.length ? String(calls.at(-1)?.id) : null };
  }

  async *stream(filter: CdrFilter, place: CdrPlace): AsyncGenerator<readonly ListedCall[]> {
    yield await this.find(filter, place);
  }

  async mostRecordings(filter: CdrFilter, place: CdrPlace): Promise<number> {
    return Math.max(0, ...(await this.find(filter, place)).map(({ recordings }) => recordings.length));
  }

  async count(filter: CdrFilter): Promise<number> {
    return (await this.picked(filter)).length;
  }

  async get(id: number, tenantUuids: readonly [string, ...string[]]): Promise<ListedCall | null> {
    const whole = await this.getWhole(id, tenantUuids);
    return whole === null ? null : listedCall(whole);
  }

  async getWhole(id: number, tenantUuids: readonly [string, ...string[]]): Promise<Stored | null> {
    return (await this.picked({ tenantUuids, ids: [id], blockedToo: true }))[0] ?? null;
  }

  private async picked(filter: CdrFilter): Promise<readonly Stored[]> {
    const all = (await this.book.all()).map((call) => ({
      ...call,
      id: call.id ?? 0,
      tenantUuid: call.tenantUuid ?? this.defaultTenantUuid,
    }));
    const matching = all.filter((call) => matchesCdrFilter(call, filter));
    return filter.distinctPeers === undefined ? matching : distinctPeers(matching, filter.distinctPeers.ofUsers);
  }
}

/** What has no value comes first. */
function compare(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
