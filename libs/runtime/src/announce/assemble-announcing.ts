import process from 'node:process';
import type {
  AnnouncementBook,
  AnnouncementFeed,
  ChangeFeed,
  DeliveryBook,
  PublisherPosition,
  TellingParts,
} from '@callstitch/application';
import { ChangeStream, WEBHOOK_PREFIX, justBefore } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError, secondsAfter } from '@callstitch/domain';
import { explained } from '../database-failure.js';
import { announceLoop } from './announce-loop.js';
import type { Announcing, AnnouncingHandle, PublisherState } from './announcing.js';
import { followChanges } from './follow-changes.js';
import { openPublishers } from './open-publishers.js';
import { WakeUp } from './wake-up.js';

/** What announcing is made of. */
export interface AnnouncementParts {
  readonly book: AnnouncementBook;
  readonly feed: AnnouncementFeed;
  readonly deliveries: DeliveryBook;
  /** Calls when something was written, until it is ended. */
  readonly listen: (onWake: () => void) => { end(): Promise<void> };
  readonly close: () => Promise<void>;
}

export interface AssembledAnnouncing {
  readonly announcing: Announcing;
  close(): Promise<void>;
}

const MOST_BEHIND = 10_000;
const KEPT_SECONDS = 30 * 86_400;
const FORGET_MS = 3_600_000;

/** Connects the feed with publishers and with who listens. */
export function assembleAnnouncing(
  { book, feed, deliveries, listen, close }: AnnouncementParts,
  { changes, now, ...telling }: TellingParts & { readonly changes: ChangeFeed; readonly now: () => Instant },
): AssembledAnnouncing {
  const wakeUps = new Set<WakeUp>();
  const handles = new Set<AnnouncingHandle>();
  let listening: { end(): Promise<void> } | null = null;
  const open = (): void => {
    listening ??= listen(() => {
      for (const { wake } of wakeUps) wake();
    });
  };
  const newWakeUp = (): WakeUp => {
    const wakeUp = new WakeUp();
    wakeUps.add(wakeUp);
    return wakeUp;
  };
  const followed = new ChangeStream({ feed, changes, search: telling.search });
  const stateOf = async (position: PublisherPosition): Promise<PublisherState> => ({
    ...position,
    behind: await feed.count(position.position, MOST_BEHIND),
  });
  const statesOf = async (isMeant: (publisher: string) => boolean): Promise<readonly PublisherState[]> => {
    const positions = await book.positions();
    return Promise.all(positions.filter(({ publisher }) => isMeant(publisher)).map(stateOf));
  };
  const publisherOf = async (webhook: string): Promise<string> => {
    const publisher = `${WEBHOOK_PREFIX}${webhook}`;
    if ((await book.positions()).some((one) => one.publisher === publisher)) return publisher;
    throw new CallstitchError(
      'ARGUMENT_INVALID',
      `Nothing was ever announced to a webhook ${webhook}; callstitch webhooks list names those that there are.`,
    );
  };

  const announcing: Announcing = {
    async start(settings, { environment = process.env, retries, onTrouble = () => undefined } = {}) {
      const opened = await openPublishers(settings, {
        ...telling,
        ...{ feed, deliveries, environment, now },
        ...(retries === undefined ? {} : { retries }),
      });
      const names = new Set(opened.map(({ publisher }) => publisher.name));
      const failures = new Map([...names].map((name) => [name, 0]));
      const hear = (publisher: string, reason: string): void => {
        failures.set(publisher, (failures.get(publisher) ?? 0) + 1);
        onTrouble(publisher, reason);
      };
      const wakeUp = newWakeUp();
      open();
      const loops = opened.map((one) => announceLoop(one, { ...telling, book, feed, wakeUp, now, onTrouble: hear }));
      const forget = (): void => void book.forget(secondsAfter(now(), -KEPT_SECONDS)).catch(() => undefined);
      const forgetting = setInterval(forget, FORGET_MS).unref();
      const handle: AnnouncingHandle = {
        state: () => explained(() => statesOf((publisher) => names.has(publisher))),
        failures: () => failures,
        async stop() {
          clearInterval(forgetting);
          wakeUp.stop();
          wakeUps.delete(wakeUp);
          await Promise.all(loops);
          await Promise.all(opened.map(async ({ publisher }) => publisher.close?.()));
          handles.delete(handle);
        },
      };
      handles.add(handle);
      return handle;
    },
    changes: followChanges(followed, { wakeUp: newWakeUp(), open }),
    webhooks: () =>
      explained(async () => {
        const states = await statesOf((publisher) => publisher.startsWith(WEBHOOK_PREFIX));
        return Promise.all(
          states.map(async (state) => {
            const failed = await deliveries.failed(state.publisher.slice(WEBHOOK_PREFIX.length));
            const waiting = failed.filter((one) => one.state === 'waiting').length;
            return { ...state, waiting, dead: failed.length - waiting };
          }),
        );
      }),
    failedDeliveries: (webhook) =>
      explained(async () => {
        await publisherOf(webhook);
        return deliveries.failed(webhook);
      }),
    replay: (webhook, seq) =>
      explained(async () => {
        const publisher = await publisherOf(webhook);
        await deliveries.removeFrom(webhook, seq);
        await book.put(publisher, justBefore(seq));
      }),
  };
  return {
    announcing,
    async close() {
      for (const wakeUp of wakeUps) wakeUp.stop();
      await Promise.all([...handles].map((handle) => handle.stop()));
      await listening?.end();
      await close();
    },
  };
}
