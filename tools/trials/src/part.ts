import type { Nodes } from './stage/nodes.js';
import type { KillablePostgres } from './stage/killable-postgres.js';
import type { TrialOptions } from './trial.js';

/** A running system under load. */
export interface Stage {
  readonly nodes: Nodes;
  readonly databaseUrl: string;
  /** The server of that database. */
  readonly postgres: KillablePostgres;
}

/** Somebody outside who was told of calls. */
export interface Told {
  /** When each conversation was told of first, in milliseconds since the epoch. */
  readonly firstAt: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

/** What one trial has beside services, a database and calls. */
export interface Part {
  /** The text of `callstitch.yml`. */
  readonly configuration: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Does what the trial is about; answers when the part was let back, in milliseconds since the epoch, or null when none was away. */
  readonly disturb: (stage: Stage) => Promise<number | null>;
  /** Waits until all calls were told outside, or too long, and judges it; absent where nobody is told. */
  readonly told?: (calls: readonly string[], stage: Stage) => Promise<Told>;
  /** Whether the API must answer every request meanwhile. */
  readonly mustAnswer: boolean;
  readonly close: () => Promise<void>;
}

/** Opens what a trial has beside the common parts; a sentence when it cannot be had here. */
export type OpenPart = (options: TrialOptions, directory: string) => Promise<Part | string>;
