import type { Instant } from '@callstitch/domain';
import type { AnnouncementBook, AnnouncementSession, PublisherPosition } from '../announce/announcement-book.js';

/** Positions that several books in memory share, as processes share a database. */
export class MemoryPositions {
  readonly known = new Map<string, PublisherPosition>();
  readonly held = new Set<string>();
}

/** How far publishers have come, in memory. */
export class MemoryAnnouncementBook implements AnnouncementBook {
  constructor(
    private readonly positionsOf: MemoryPositions = new MemoryPositions(),
    private readonly end: () => Promise<string> = () => Promise.resolve('0-0'),
  ) {}

  async alone<Result>(
    publisher: string,
    from: string | null,
    work: (session: AnnouncementSession) => Promise<Result>,
  ): Promise<Result | null> {
    const { known, held } = this.positionsOf;
    if (held.has(publisher)) return null;
    held.add(publisher);
    try {
      const before = known.get(publisher);
      if (before === undefined) this.#set({ publisher, position: from ?? (await this.end()), failure: null, failedAt: null });
      return await work({
        position: () => Promise.resolve(this.#get(publisher).position),
        move: (expected, to) => Promise.resolve(this.#get(publisher).position === expected && this.#set(movedTo(publisher, to))),
        note: (failure: string | null, at: Instant) =>
          Promise.resolve(void this.#set({ ...this.#get(publisher), failure, failedAt: failure === null ? null : at })),
      });
    } finally {
      held.delete(publisher);
    }
  }

  positions(): Promise<readonly PublisherPosition[]> {
    return Promise.resolve([...this.positionsOf.known.values()].sort((one, other) => (one.publisher < other.publisher ? -1 : 1)));
  }

  put(publisher: string, position: string): Promise<boolean> {
    return Promise.resolve(this.positionsOf.known.has(publisher) && this.#set(movedTo(publisher, position)));
  }

  forget(): Promise<number> {
    return Promise.resolve(0);
  }

  #get(publisher: string): PublisherPosition {
    return this.positionsOf.known.get(publisher) as PublisherPosition;
  }

  #set(position: PublisherPosition): true {
    this.positionsOf.known.set(position.publisher, position);
    return true;
  }
}

const movedTo = (publisher: string, position: string): PublisherPosition => ({ publisher, position, failure: null, failedAt: null });
