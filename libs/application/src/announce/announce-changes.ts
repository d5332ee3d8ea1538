import type { Instant } from '@callstitch/domain';
import type { AnnouncementSession } from './announcement-book.js';
import type { AnnouncementFeed } from './announcement-feed.js';
import type { Publisher } from './publisher.js';
import type { TellingParts } from './tell-lines.js';
import { tellLines } from './tell-lines.js';

export interface AnnounceParts extends TellingParts {
  readonly publisher: Publisher;
  readonly feed: Pick<AnnouncementFeed, 'after'>;
  readonly session: AnnouncementSession;
  readonly now: () => Instant;
}

export type Announced =
  /** `lines` 0: there is nothing more for now. */
  | { readonly kind: 'announced'; readonly lines: number; readonly announcements: number }
  /** The outside does not take it; the position stays. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Announces the next lines behind a publisher's position, in order, and moves the position when the publisher has taken them: what is
 * killed in between is announced again. Rejects only when the database fails or the session is lost.
 */
export async function announceChanges({ publisher, feed, session, now, ...telling }: AnnounceParts): Promise<Announced> {
  const from = await session.position();
  const lines = await feed.after(from, publisher.atOnce);
  const announcements = await tellLines(lines, telling);
  const failure = await failureOf(async () => {
    await publisher.resume?.();
    if (announcements.length > 0) await publisher.publish(announcements);
  });
  if (failure !== null) {
    await session.note(failure, now());
    return { kind: 'failed', reason: failure };
  }
  const last = lines.at(-1);
  // Who put it elsewhere meanwhile wants it there.
  if (last !== undefined) await session.move(from, last.seq);
  return { kind: 'announced', lines: lines.length, announcements: announcements.length };
}

async function failureOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
