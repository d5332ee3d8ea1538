import type { FailedDelivery, PublisherPosition, RetryPlan, StreamListener, StreamedChange } from '@callstitch/application';
import type { AnnounceSettings } from './announce-settings.js';

/** How a publisher does. */
export interface PublisherState extends PublisherPosition {
  /** How many lines of the feed it has not announced yet; counting stops at ten thousand. */
  readonly behind: number;
}

/** How a webhook does, with the deliveries that its receiver did not take. */
export interface WebhookState extends PublisherState {
  readonly waiting: number;
  readonly dead: number;
}

export interface AnnounceWishes {
  /** Where secrets are; this process's unless named. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** When deliveries are tried again. */
  readonly retries?: RetryPlan;
  /** Hears why a publisher does not go on. */
  readonly onTrouble?: (publisher: string, reason: string) => void;
}

/** Announcing in this process. */
export interface AnnouncingHandle {
  /** Of the publishers of the settings, also while another process announces. */
  state(): Promise<readonly PublisherState[]>;
  /** How often each failed in this process. */
  failures(): ReadonlyMap<string, number>;
  /** What is being announced is announced; others take over. */
  stop(): Promise<void>;
}

/** What happened, as it happens, for who listens in this process. */
export interface FollowedChanges {
  listen(listener: StreamListener): Promise<() => void>;
  missed(
    after: string,
    tenantUuids: readonly [string, ...string[]],
  ): Promise<{ readonly changes: readonly StreamedChange[]; readonly last: string; readonly more: boolean }>;
}

/** Telling the outside what happens, at least once and in order for each call. */
export interface Announcing {
  /** Announces whatever comes, until it is stopped. Rejects with CONFIG_INVALID when the settings cannot be used. */
  start(settings: AnnounceSettings, wishes?: AnnounceWishes): Promise<AnnouncingHandle>;
  readonly changes: FollowedChanges;
  /** Of every webhook that was ever announced to. */
  webhooks(): Promise<readonly WebhookState[]>;
  /** Rejects with ARGUMENT_INVALID for one that nobody knows, as does `replay`. */
  failedDeliveries(webhook: string): Promise<readonly FailedDelivery[]>;
  /** Tells a webhook everything again from a line on. */
  replay(webhook: string, seq: string): Promise<void>;
}
