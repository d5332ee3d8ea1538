import type { BusEvents, BusState } from '@callstitch/application';
import type { AmqpSourceSettings } from '../live/sources-settings.js';

/** Consumption of a bus that was started. */
export interface BusHandle {
  state(): BusState;
  /** Finishes the event at work, and settles. */
  stop(): Promise<void>;
}

/** What a Wazo's bus brings beside CELs: transcriptions of voicemail messages, and deleted tenants. */
export interface Bus {
  /** The bus that the settings name, for `start`; nothing is heard of yet. Rejects with CONFIG_INVALID when it cannot be used; null for none. */
  open(settings: AmqpSourceSettings | null): Promise<BusEvents | null>;
  /** Does what it tells from now on, until it is stopped or everything is closed. `onTrouble` hears sentences. */
  start(events: BusEvents, onTrouble: (message: string) => void): BusHandle;
}
