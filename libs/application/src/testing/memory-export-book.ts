import type { Instant } from '@callstitch/domain';
import type { ExportBook, ExportItem, ExportLimits, ExportSession, LocatedItem, NewExport, SettledItem } from '../exports/export-book.js';
import type { RecordingExport } from '../exports/recording-export.js';
import type { RecordingAction, RecordingAsker } from '../recordings/recording-audit.js';
import type { MemoryRecordingBook } from './memory-recording-book.js';

interface Entry {
  readonly asked: RecordingExport;
  readonly tokenId: number | null;
  readonly items: readonly { readonly item: ExportItem; readonly included: boolean | null }[];
}

/** Exports in memory, of recordings in memory. */
export class MemoryExportBook implements ExportBook {
  readonly #entries = new Map<string, Entry>();
  readonly #busy = new Set<string>();

  constructor(private readonly recordings: MemoryRecordingBook) {}

  async create({ tokenId, ...request }: NewExport, recordings: AsyncIterable<readonly ExportItem[]>): Promise<RecordingExport | null> {
    const items = new Map<string, ExportItem>();
    for await (const some of recordings) for (const item of some) items.set(keyOf(item), item);
    if (items.size === 0) return null;
    const counts = { recordings: items.size, included: 0, skipped: 0 };
    const asked: RecordingExport = { ...request, ...counts, status: 'pending', path: null, error: null };
    const sorted = [...items.values()].sort(inOrder).map((item) => ({ item, included: null }));
    this.#entries.set(request.uuid, { asked, tokenId, items: sorted });
    return asked;
  }

  get(uuid: string): Promise<RecordingExport | null> {
    return Promise.resolve(this.#entries.get(uuid)?.asked ?? null);
  }

  unfinished(): Promise<readonly string[]> {
    const waiting = [...this.#entries.values()].filter(({ asked: { status } }) => status === 'pending' || status === 'processing');
    return Promise.resolve(waiting.sort((one, other) => one.asked.requestedAt - other.asked.requestedAt).map(({ asked }) => asked.uuid));
  }

  async alone<Result>(uuid: string, work: (session: ExportSession) => Promise<Result>): Promise<Result | null> {
    const entry = this.#entries.get(uuid);
    if (entry === undefined || this.#busy.has(uuid)) return null;
    this.#busy.add(uuid);
    try {
      return await work(this.session(entry.asked));
    } finally {
      this.#busy.delete(uuid);
    }
  }

  /** What a worker may do; a spec may put something else in its place. */
  session(asked: RecordingExport): ExportSession {
    const { uuid } = asked;
    return {
      asked,
      begin: () => Promise.resolve(this.#change(uuid, { status: 'processing', included: 0, skipped: 0 }, () => null)),
      items: (after, limit) => this.#items(uuid, after, limit),
      settle: (settled) => this.#settle(uuid, settled),
      finish: async ({ path, at }) => {
        const finished = this.#change(uuid, { status: 'finished', path });
        await this.#note(uuid, 'export', { userUuid: asked.userUuid, tokenId: this.#entries.get(uuid)?.tokenId ?? null }, at);
        return finished;
      },
      fail: (error) => Promise.resolve(this.#change(uuid, { status: 'error', error })),
      remove: () => Promise.resolve(void this.#entries.delete(uuid)),
    };
  }

  async #items(uuid: string, after: ExportItem | null, limit: number): Promise<readonly LocatedItem[]> {
    const all = (this.#entries.get(uuid)?.items ?? []).map(({ item }) => item);
    const from = after === null ? 0 : all.findIndex((item) => keyOf(item) === keyOf(after)) + 1;
    return Promise.all(
      all.slice(from, from + limit).map(async (item) => {
        const recordings = (await this.recordings.get(item.callLogId))?.recordings ?? [];
        return { ...item, path: recordings.find((one) => one.uuid === item.recordingUuid)?.path ?? null };
      }),
    );
  }

  #settle(uuid: string, settled: readonly SettledItem[]): Promise<void> {
    const became = new Map(settled.map(({ item, included }) => [keyOf(item), included]));
    const { asked } = this.#entries.get(uuid) as Entry;
    const included = settled.filter((one) => one.included).length;
    const counts = { included: asked.included + included, skipped: asked.skipped + settled.length - included };
    this.#change(uuid, counts, ({ item, included: before }) => became.get(keyOf(item)) ?? before);
    return Promise.resolve();
  }

  noteDownload(uuid: string, asker: RecordingAsker, at: Instant): Promise<void> {
    return this.#note(uuid, 'download', asker, at);
  }

  countExpired(limits: ExportLimits): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { tenantUuid } of this.#expired(limits)) counts.set(tenantUuid, (counts.get(tenantUuid) ?? 0) + 1);
    return Promise.resolve(counts);
  }

  expired(
    limits: ExportLimits,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly uuid: string; readonly tenantUuid: string }[]> {
    const uuids = this.#expired(limits)
      .map(({ uuid, tenantUuid }) => ({ uuid, tenantUuid }))
      .sort((one, other) => (one.uuid < other.uuid ? -1 : 1));
    return Promise.resolve(uuids.filter(({ uuid }) => after === null || uuid > after).slice(0, limit));
  }

  #expired({ before, beforeOfTenants }: ExportLimits): readonly RecordingExport[] {
    return [...this.#entries.values()]
      .map(({ asked }) => asked)
      .filter(({ tenantUuid, requestedAt }) => {
        const limit = Object.hasOwn(beforeOfTenants, tenantUuid) ? (beforeOfTenants[tenantUuid] ?? null) : before;
        return limit !== null && requestedAt < limit;
      });
  }

  async #note(uuid: string, action: RecordingAction, asker: RecordingAsker, at: Instant): Promise<void> {
    for (const { item, included } of this.#entries.get(uuid)?.items ?? []) {
      if (included !== true) continue;
      const { callLogId, recordingUuid, tenantUuid } = item;
      await this.recordings.note({ at, tenantUuid, ...asker, action, callLogId, recordingUuid, exportUuid: uuid });
    }
  }

  #change(
    uuid: string,
    changed: Partial<RecordingExport>,
    included: (one: Entry['items'][number]) => boolean | null = (one) => one.included,
  ): RecordingExport {
    const entry = this.#entries.get(uuid) as Entry;
    const items = entry.items.map((one) => ({ ...one, included: included(one) }));
    const asked = { ...entry.asked, ...changed };
    this.#entries.set(uuid, { ...entry, asked, items });
    return asked;
  }
}

const keyOf = ({ callLogId, recordingUuid }: ExportItem): string => `${callLogId} ${recordingUuid}`;

const inOrder = (one: ExportItem, other: ExportItem): number =>
  one.callLogId - other.callLogId || (one.recordingUuid < other.recordingUuid ? -1 : 1);
