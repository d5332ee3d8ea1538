import type { Instant } from '@callstitch/domain';
import type { Announcement } from '../announcement.js';
import type { AnnouncementFeed } from '../announcement-feed.js';
import type { Publisher } from '../publisher.js';
import type { TellingParts } from '../tell-lines.js';
import { tellLines } from '../tell-lines.js';
import { deliveryOf } from './delivery.js';
import type { DeliverySender } from './delivery.js';
import type { DeliveryBook, FailedDelivery, ParkedDelivery } from './delivery-book.js';
import type { RetryPlan } from './next-try.js';
import { nextTry } from './next-try.js';
import type { Webhook } from './webhook.js';
import { isFor } from './webhook.js';

export interface WebhookParts extends TellingParts {
  readonly webhook: Webhook;
  readonly sender: DeliverySender;
  readonly book: DeliveryBook;
  readonly feed: Pick<AnnouncementFeed, 'lines'>;
  readonly retries: RetryPlan;
  readonly now: () => Instant;
}

/** After so many failures in a row it is the receiver that is away, not a delivery that is bad. */
const AWAY_AFTER = 5;

const AT_ONCE = 50;

/** How many subjects are told at the same time. */
const SIDE_BY_SIDE = 8;

/** By what prefix the names of webhooks' publishers begin. */
export const WEBHOOK_PREFIX = 'webhook:';

/**
 * Tells a webhook. What its receiver does not take is put aside and tried again later, and with it all that follows about the same
 * subject; other subjects go on. While the receiver takes nothing at all, nothing more is put aside: the feed waits.
 */
export class WebhookPublisher implements Publisher {
  readonly name: string;
  readonly atOnce = AT_ONCE;
  #failuresInRow = 0;

  constructor(private readonly parts: WebhookParts) {
    this.name = `${WEBHOOK_PREFIX}${parts.webhook.name}`;
  }

  async publish(announcements: readonly Announcement[]): Promise<void> {
    const { webhook, book } = this.parts;
    const bySubject = subjectsOf(announcements.filter((one) => isFor(webhook, one)));
    if (bySubject.size === 0) return;
    const waiting = await book.waitingSubjects(webhook.name, [...bySubject.keys()]);
    const all = [...bySubject];
    for (let from = 0; from < all.length; from += SIDE_BY_SIDE) {
      const part = all.slice(from, from + SIDE_BY_SIDE);
      const told = await Promise.allSettled(part.map(([subject, own]) => (waiting.has(subject) ? this.#parkBehind(own) : this.#tell(own))));
      const away = told.find((one) => one.status === 'rejected');
      if (away !== undefined) throw away.reason;
    }
  }

  /** Tries again what was put aside and whose time has come; while the receiver is away, one to see whether it is back. */
  async resume(): Promise<void> {
    // What waits behind one that arrived is next.
    while ((await this.#retry()) > 0);
  }

  /** How many were settled. */
  async #retry(): Promise<number> {
    const { webhook, book, feed, now, retries } = this.parts;
    const due = await book.due(webhook.name, now(), this.#isAway() ? 1 : AT_ONCE);
    if (due.length === 0) return 0;
    const announcements = await tellLines(await feed.lines(due.map(({ seq }) => seq)), this.parts);
    let settled = 0;
    for (const delivery of due) {
      const announcement = announcements.find((one) => isOf(delivery, one));
      const failure = announcement === undefined ? null : await this.#send(announcement);
      if (failure === null) await book.remove(delivery.id);
      else await book.change(delivery.id, { ...nextTry(delivery, now(), retries), failure });
      if (failure === null) settled++;
      else if (this.#isAway()) return 0;
    }
    return settled;
  }

  #isAway(): boolean {
    return this.#failuresInRow >= AWAY_AFTER;
  }

  async #send(announcement: Announcement): Promise<string | null> {
    const failure = await this.parts.sender.send(deliveryOf(announcement));
    this.#failuresInRow = failure === null ? 0 : this.#failuresInRow + 1;
    return failure;
  }

  /** In order; from the first on that is not taken all are put aside. */
  async #tell(own: readonly Announcement[]): Promise<void> {
    const { webhook, book, now, retries } = this.parts;
    for (const [index, announcement] of own.entries()) {
      const failure = await this.#send(announcement);
      if (failure === null) continue;
      if (this.#isAway()) throw new Error(failure);
      const since = now();
      const first = { ...keyOf(announcement), since, failure, ...nextTry({ tries: 0, since }, since, retries) };
      const behind = own.slice(index + 1).map((one) => this.#behind(one));
      await book.park(webhook.name, [first, ...behind]);
      return;
    }
  }

  async #parkBehind(own: readonly Announcement[]): Promise<void> {
    await this.parts.book.park(
      this.parts.webhook.name,
      own.map((one) => this.#behind(one)),
    );
  }

  #behind(announcement: Announcement): ParkedDelivery {
    const since = this.parts.now();
    return { ...keyOf(announcement), tries: 0, since, nextAt: since, failure: null };
  }
}

const keyOf = ({ seq, name, userUuid, subject, tenantUuid }: Announcement) => ({ seq, name, userUuid, subject, tenantUuid });

const isOf = (delivery: FailedDelivery, { seq, name, userUuid }: Announcement): boolean =>
  delivery.seq === seq && delivery.name === name && delivery.userUuid === userUuid;

function subjectsOf(announcements: readonly Announcement[]): ReadonlyMap<string, readonly Announcement[]> {
  const subjects = new Map<string, Announcement[]>();
  for (const one of announcements) {
    const own = subjects.get(one.subject);
    if (own === undefined) subjects.set(one.subject, [one]);
    else own.push(one);
  }
  return subjects;
}
