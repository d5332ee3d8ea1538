import type { Lifetime } from '../live/cel-arrivals.js';

/** What is heard from a Wazo's bus beside CELs. */
export const BUS_EVENTS = [
  'voicemail_transcription_completed',
  'user_voicemail_message_deleted',
  'global_voicemail_message_deleted',
  'auth_tenant_deleted',
] as const;

/** One event, as a bus tells it. */
export interface BusEvent {
  readonly name: string;
  /** Whatever came: nobody has looked at it yet. */
  readonly data: unknown;
}

/** Settles when the work is done, or when there is none; rejects when the event is to come again. */
export type TakeBusEvent = (event: BusEvent) => Promise<void>;

/** A bus. Nothing that it once told is lost while nobody listens. */
export interface BusEvents {
  /** Whether events would come now. */
  isConnected(): boolean;
  /**
   * Has each event taken, one after the other, and settles when stopped; connects again by itself. Never rejects: `onTrouble` hears
   * of the first failure in a row.
   */
  listen(take: TakeBusEvent, lifetime: Omit<Lifetime, 'onTrouble'> & { readonly onTrouble: (message: string) => void }): Promise<void>;
}
