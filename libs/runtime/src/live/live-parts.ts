import type { CelArrivals, LiveClaims } from '@callstitch/application';
import type { LiveSettings } from './live.js';
import type { SourcesSettings } from './sources-settings.js';

/** What live generation needs of the databases. */
export interface LiveParts {
  readonly claims: LiveClaims;
  readonly arrivals: (settings: LiveSettings) => readonly CelArrivals[];
  readonly openSources: (settings: SourcesSettings) => Promise<readonly CelArrivals[]>;
  /** Installs the trigger where the settings and the table allow it; rejects when it was asked for and is refused. */
  readonly prepare: (settings: LiveSettings) => Promise<void>;
}

/** Nothing tells of CELs, and there is nobody to share them with. */
export const NO_LIVE_PARTS: LiveParts = {
  claims: { claim: (_source, linkedids) => Promise.resolve({ linkedids: new Set(linkedids), release: () => Promise.resolve() }) },
  arrivals: () => [],
  openSources: () => Promise.resolve([]),
  prepare: () => Promise.resolve(),
};
