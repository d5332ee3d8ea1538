import type { Instant } from '@callstitch/domain';
import type { GenerateOptions } from '../generate/generate-options.js';
import type { ArrivalTrouble, CelArrivals } from './cel-arrivals.js';
import type { LiveClaims } from './live-claims.js';
import type { BeginWait } from './waits.js';

export interface LiveOptions {
  readonly arrivals: readonly CelArrivals[];
  readonly claims: LiveClaims;
  /** How to generate just now: asked before each batch, so that a changed directory is used soon. */
  readonly generation: () => Promise<GenerateOptions>;
  readonly now: () => Instant;
  readonly beginWait: BeginWait;
  /** How often everything unread is looked at, and silent conversations are closed. */
  readonly silenceCheckSeconds: number;
  readonly onTrouble?: (trouble: ArrivalTrouble) => void;
}
