import type { Instant } from '@callstitch/domain';
import type { NamedRecording, RecordingsPage, SweepSession, SweepStore, StillUntold } from '../sweep/sweep-store.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';
import type { MemoryCelStore } from './memory-cel-store.js';
import type { MemoryPurgeStore } from './memory-purge-store.js';

/** Sweeps the recordings of a book in memory, with the promises of the real one. */
export class MemorySweepStore implements SweepStore {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly book: MemoryCallLogBook,
    private readonly cels: MemoryCelStore,
    private readonly purges: MemoryPurgeStore,
  ) {}

  alone<Result>(work: (session: SweepSession) => Promise<Result>): Promise<Result> {
    const result = this.turn.then(() => work(this.session()));
    this.turn = result.catch(() => null);
    return result;
  }

  private session(): SweepSession {
    const remembered = new Set<string>();
    return {
      untold: (before) => this.untold(before),
      recordings: (page) => this.page(page),
      remember: (paths) => {
        for (const path of paths) remembered.add(path);
        return Promise.resolve();
      },
      unnamed: (paths) => Promise.resolve(new Set(paths.filter((path) => !remembered.has(path)))),
      clearPaths: async (recordings) => {
        const cleared = new Set<string>();
        for (const recording of recordings) if (await this.clear(recording)) cleared.add(recording.uuid);
        return cleared;
      },
    };
  }

  private async untold(before: Instant): Promise<StillUntold> {
    const { source } = this.cels;
    const conversations = this.book.waiting(source, before);
    const bounds = await this.cels.bounds();
    if (bounds === null) return { unreadRows: 0, conversations };
    const until = (await this.cels.firstIdSince(before)) ?? bounds.until;
    return { unreadRows: await this.cels.count(this.book.state(source).unread({ from: bounds.from, until })), conversations };
  }

  private async page({ after, limit, names }: RecordingsPage): Promise<readonly NamedRecording[]> {
    const marked = this.purges.markedRecordings.map((recording) => ({ ...recording, marked: true }));
    const unmarked = (await this.book.all()).flatMap(({ id, tenantUuid, startedAt, recordings }) =>
      recordings.flatMap(({ uuid, path }): NamedRecording[] => {
        if (uuid === null || path === null || this.isMarked(uuid)) return [];
        return [{ tenantUuid: tenantUuid ?? '', startedAt, uuid, callLogId: id as number, path, marked: false }];
      }),
    );
    const wanted = names === null ? null : new Set(names);
    return [...marked, ...unmarked]
      .filter(({ path }) => wanted === null || wanted.has(path.slice(path.lastIndexOf('/') + 1)))
      .filter(({ uuid }) => after === null || uuid > after.uuid)
      .sort((one, other) => (one.uuid < other.uuid ? -1 : 1))
      .slice(0, limit);
  }

  private async clear({ callLogId, uuid, path }: NamedRecording): Promise<boolean> {
    const call = await this.book.callLog(callLogId);
    if (call === null || this.isMarked(uuid)) return false;
    const mine = (one: { readonly uuid: string | null; readonly path: string | null }) => one.uuid === uuid && one.path === path;
    if (!call.recordings.some(mine)) return false;
    this.book.replace({ ...call, recordings: call.recordings.map((one) => (mine(one) ? { ...one, path: null } : one)) });
    return true;
  }

  private isMarked(uuid: string): boolean {
    return this.purges.markedRecordings.some((recording) => recording.uuid === uuid);
  }
}
