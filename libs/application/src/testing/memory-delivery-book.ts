import type { Instant } from '@callstitch/domain';
import { deliveryId } from '../announce/webhooks/delivery.js';
import type { DeliveryBook, FailedDelivery, ParkedDelivery } from '../announce/webhooks/delivery-book.js';
import { isBehind, justBefore } from '../announce/feed-place.js';

type Kept = FailedDelivery & { readonly webhook: string };

/** Deliveries that receivers did not take, in memory. */
export class MemoryDeliveryBook implements DeliveryBook {
  #kept: readonly Kept[] = [];
  #lastId = 0;

  park(webhook: string, deliveries: readonly ParkedDelivery[]): Promise<void> {
    for (const delivery of deliveries) {
      if (this.#of(webhook).some((one) => deliveryId(one) === deliveryId(delivery))) continue;
      this.#kept = [...this.#kept, { state: 'waiting', ...delivery, webhook, id: ++this.#lastId }];
    }
    return Promise.resolve();
  }

  waitingSubjects(webhook: string, subjects: readonly string[]): Promise<ReadonlySet<string>> {
    const waiting = this.#of(webhook).filter(({ state }) => state === 'waiting');
    return Promise.resolve(new Set(waiting.map(({ subject }) => subject).filter((one) => subjects.includes(one))));
  }

  due(webhook: string, now: Instant, limit: number): Promise<readonly FailedDelivery[]> {
    const waiting = this.#of(webhook).filter(({ state }) => state === 'waiting');
    const first = waiting.filter(({ subject }, index) => waiting.findIndex((one) => one.subject === subject) === index);
    const due = first.filter(({ nextAt }) => nextAt <= now).sort((one, other) => one.since - other.since || one.id - other.id);
    return Promise.resolve(due.slice(0, limit).map(withoutWebhook));
  }

  remove(id: number): Promise<void> {
    this.#kept = this.#kept.filter((one) => one.id !== id);
    return Promise.resolve();
  }

  change(id: number, changed: Pick<FailedDelivery, 'state' | 'tries' | 'nextAt' | 'failure'>): Promise<void> {
    this.#kept = this.#kept.map((one) => (one.id === id ? { ...one, ...changed } : one));
    return Promise.resolve();
  }

  failed(webhook: string): Promise<readonly FailedDelivery[]> {
    const inOrder = (one: Kept, other: Kept) => (one.seq === other.seq ? one.id - other.id : isBehind(one.seq, other.seq) ? 1 : -1);
    return Promise.resolve([...this.#of(webhook)].sort(inOrder).map(withoutWebhook));
  }

  removeFrom(webhook: string, seq: string): Promise<void> {
    this.#kept = this.#kept.filter((one) => one.webhook !== webhook || !isBehind(one.seq, justBefore(seq)));
    return Promise.resolve();
  }

  #of(webhook: string): readonly Kept[] {
    return this.#kept.filter((one) => one.webhook === webhook);
  }
}

const withoutWebhook = ({ webhook: _, ...delivery }: Kept): FailedDelivery => delivery;
