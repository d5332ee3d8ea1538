import type { AnnouncementFeed, FeedLine } from '../announce/announcement-feed.js';
import { isBehind } from '../announce/feed-place.js';

/** What is to be announced, in memory. */
export class MemoryAnnouncementFeed implements AnnouncementFeed {
  readonly #lines: FeedLine[] = [];

  /** Writes the next lines, one transaction each; gives their `seq`s. */
  add(...lines: readonly NewLine[]): readonly string[] {
    return lines.map((line) => {
      const seq = `${this.#lines.length + 1}-1`;
      this.#lines.push({ ...line, seq });
      return seq;
    });
  }

  after(seq: string, limit: number): Promise<readonly FeedLine[]> {
    return Promise.resolve(this.#lines.filter((line) => isBehind(line.seq, seq)).slice(0, limit));
  }

  lines(seqs: readonly string[]): Promise<readonly FeedLine[]> {
    return Promise.resolve(this.#lines.filter(({ seq }) => seqs.includes(seq)));
  }

  end(): Promise<string> {
    return Promise.resolve(this.#lines.at(-1)?.seq ?? '0-0');
  }

  count(seq: string, most: number): Promise<number> {
    return Promise.resolve(Math.min(most, this.#lines.filter((line) => isBehind(line.seq, seq)).length));
  }
}

/** A line before it has its place. */
export type NewLine = FeedLine extends infer Line ? (Line extends FeedLine ? Omit<Line, 'seq'> : never) : never;
