/**
 * What a sweep does with a file that no recording names: it is `young`, or `doubtful` because a recording names a
 * missing file of the same name, or its call may be `untold`; or it may go.
 */
export type OrphanFate = 'young' | 'doubtful' | 'untold' | 'removable';

export interface OrphanQuestion {
  readonly ageSeconds: number;
  readonly minAgeSeconds: number;
  /** A recording that is nowhere to be found has a file of the same name: it was moved, perhaps. */
  readonly namesakeLost: boolean;
  /** There are calls that old of which nothing is told. */
  readonly untold: boolean;
  readonly force: boolean;
}

/** Decides about an orphan. A young one stays in any case: a call that is just running has a file and no row yet. */
export function decideOrphan({ ageSeconds, minAgeSeconds, namesakeLost, untold, force }: OrphanQuestion): OrphanFate {
  if (ageSeconds <= minAgeSeconds) return 'young';
  if (force) return 'removable';
  if (namesakeLost) return 'doubtful';
  return untold ? 'untold' : 'removable';
}
