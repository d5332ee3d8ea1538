import type { AnnouncementBook, AnnouncementFeed, TellingParts } from '@callstitch/application';
import { announceChanges, retryDelaySeconds } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { OpenPublisher } from './open-publishers.js';
import type { WakeUp } from './wake-up.js';

export interface LoopParts extends TellingParts {
  readonly book: AnnouncementBook;
  readonly feed: AnnouncementFeed;
  readonly wakeUp: WakeUp;
  /** Hears why a publisher does not go on, or that the database is lost. */
  readonly onTrouble: (publisher: string, reason: string) => void;
  readonly now: () => Instant;
}

/** How long who does not announce waits before it tries to take over. */
const TAKE_OVER_SECONDS = 5;

/** Announces by one publisher, whenever no other process does, until it is stopped. */
export async function announceLoop({ publisher, from }: OpenPublisher, parts: LoopParts): Promise<void> {
  const { book, feed, wakeUp, onTrouble, now } = parts;
  const waiter = wakeUp.waiter();
  while (!wakeUp.isStopped) {
    try {
      await book.alone(publisher.name, from, async (session) => {
        let failures = 0;
        while (!wakeUp.isStopped) {
          // Asked before it fails: it may be back before the pause begins.
          const back = publisher.whenBack?.();
          const announced = await announceChanges({ ...parts, publisher, feed, session, now });
          if (announced.kind === 'failed') {
            onTrouble(publisher.name, announced.reason);
            await waiter.pause(retryDelaySeconds(++failures), back);
            continue;
          }
          if (failures > 0) await session.note(null, now());
          failures = 0;
          if (announced.lines === 0) await waiter.wait();
        }
      });
    } catch (error) {
      onTrouble(publisher.name, error instanceof Error ? error.message : String(error));
    }
    await waiter.pause(TAKE_OVER_SECONDS);
  }
}
