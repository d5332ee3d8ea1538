import type { ArrivalTrouble, CelArrivals, LiveState } from '@callstitch/application';
import type { SourcesSettings } from './sources-settings.js';

export interface LiveSettings {
  readonly enabled: boolean;
  /** Whether the table `cel` gets our trigger: `auto` only where we made that table, `yes` because its owner asked for it. */
  readonly trigger: 'auto' | 'yes' | 'no';
  /** How often the table is looked at, beside what the trigger tells. */
  readonly pollSeconds: number;
  /** How often everything unread is looked at, and silent conversations are closed. */
  readonly silenceCheckSeconds: number;
}

export const DEFAULT_LIVE: LiveSettings = { enabled: true, trigger: 'auto', pollSeconds: 2, silenceCheckSeconds: 60 };

/** Live generation that was started. */
export interface LiveHandle {
  state(): LiveState;
  /** Finishes the batch at work, and settles. */
  stop(): Promise<void>;
}

export interface LiveWishes {
  /** What tells of CELs beside the database. */
  readonly arrivals?: readonly CelArrivals[];
  /** Hears of the first failure in a row; live generation goes on by itself. */
  readonly onTrouble?: (trouble: ArrivalTrouble) => void;
}

export interface Live {
  /** The sources that settings name, for `start`; nothing is heard of yet. Rejects with a sentence when one cannot be used here. */
  openSources(settings: SourcesSettings): Promise<readonly CelArrivals[]>;
  /** Generates from now on, what was missed first, until it is stopped or everything is closed. Settings are as the caller says, `enabled` too. */
  start(settings: LiveSettings, wishes?: LiveWishes): LiveHandle;
}
