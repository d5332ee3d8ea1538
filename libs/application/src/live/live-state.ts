import type { Instant } from '@callstitch/domain';

/** How live generation stands, since it was started. */
export interface LiveState {
  readonly state: 'working' | 'waiting' | 'failing' | 'stopped';
  /** When a batch was last finished; null when none was. */
  readonly lastWorkedAt: Instant | null;
  /** What the last failure said, and when; stays when it is over. */
  readonly lastFailure: { readonly at: Instant; readonly message: string } | null;
  /** Conversations that were heard of and are not told yet. */
  readonly waitingConversations: number;
  /** Whether everything unread is being looked at, as at the start. */
  readonly isCatchingUp: boolean;
  /** Call logs written, created and updated. */
  readonly calls: number;
  readonly batches: number;
  /** How often each of the arrivals told of something. */
  readonly arrivals: Readonly<Record<string, number>>;
}
