import type { Instant } from '@callstitch/domain';
import type { Announcement } from '../announcement.js';

/** Which announcement a delivery is of; what it says is told anew each time. */
export type DeliveryKey = Pick<Announcement, 'seq' | 'name' | 'userUuid' | 'subject' | 'tenantUuid'>;

/** A delivery that a receiver did not take. */
export interface FailedDelivery extends DeliveryKey {
  readonly id: number;
  /** `dead`: it is not tried any more, unless it is replayed. */
  readonly state: 'waiting' | 'dead';
  readonly tries: number;
  /** When it was put aside. */
  readonly since: Instant;
  /** When it is tried again. */
  readonly nextAt: Instant;
  /** Why the last try failed; null for one that waits behind another of its subject. */
  readonly failure: string | null;
}

/** A delivery to put aside. */
export type ParkedDelivery = DeliveryKey & Pick<FailedDelivery, 'tries' | 'since' | 'nextAt' | 'failure'>;

/** Deliveries that receivers did not take, by webhook. */
export interface DeliveryBook {
  /** Puts deliveries aside in this order; one that is there already stays as it is. */
  park(webhook: string, deliveries: readonly ParkedDelivery[]): Promise<void>;
  /** Those of some subjects for which something waits. */
  waitingSubjects(webhook: string, subjects: readonly string[]): Promise<ReadonlySet<string>>;
  /** The first that waits of each subject, where its time has come; those that waited longest first. */
  due(webhook: string, now: Instant, limit: number): Promise<readonly FailedDelivery[]>;
  /** It arrived, or there is nothing to tell any more. */
  remove(id: number): Promise<void>;
  /** It failed again. */
  change(id: number, changed: Pick<FailedDelivery, 'state' | 'tries' | 'nextAt' | 'failure'>): Promise<void>;
  /** In the order of the feed. */
  failed(webhook: string): Promise<readonly FailedDelivery[]>;
  /** Removes those of a line and of all behind it. */
  removeFrom(webhook: string, seq: string): Promise<void>;
}
