import type { Leg } from '@callstitch/correlation';
import type { Cel, DestinationKind, Instant, SegmentEnd, SegmentKind } from '@callstitch/domain';

/** Somewhere a call can be other than with a person. */
export interface Place {
  readonly kind: DestinationKind;
  readonly number: string;
  readonly context: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** A segment of the journey while it is being told: it still knows its legs, its place and its CELs. */
export interface Stretch {
  readonly kind: SegmentKind;
  readonly from: Instant;
  readonly until: Instant;
  readonly parties: readonly string[];
  readonly endedBy: SegmentEnd;
  /** Ears, in order of their first row. */
  readonly legs: readonly Leg[];
  readonly place: Place | null;
  readonly cels: readonly Cel[];
}

/** Rows of one call may stand this far apart and yet be one happening (10.9 ms seen under load; transfers up to some tenths). */
export const SAME_MOMENT = 300_000;

/** Whether two instants are one happening. */
export function atOnce(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) <= SAME_MOMENT;
}
