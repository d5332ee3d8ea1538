import type { Instant } from './instant.js';

export type SegmentKind =
  | 'ring'
  | 'talk'
  /** Talk between a transferer and the target before an attended transfer. */
  | 'consult'
  | 'queue'
  /** The named party hears music: put on hold, or waiting while a transferer consults. */
  | 'hold'
  | 'park'
  | 'conference'
  | 'ivr'
  | 'announcement'
  | 'voicemail'
  | 'page'
  | 'spy';

export type SegmentEnd =
  | 'answered'
  | 'answered-elsewhere'
  | 'busy'
  | 'declined'
  | 'unavailable'
  | 'no-answer'
  | 'abandoned'
  | 'pickup'
  | 'forward'
  | 'blind-transfer'
  | 'attended-transfer'
  | 'park'
  | 'retrieved'
  | 'park-timeout'
  | 'resumed'
  | 'joined'
  | 'left'
  | 'finished'
  | 'hangup'
  /** The stream stops here: the PBX died, or the rest of the rows is not here yet. */
  | 'cut';

/** A stretch of the conversation, `[from, until)`. Segments are ordered by `from` and may overlap. */
export interface JourneySegment {
  readonly kind: SegmentKind;
  readonly from: Instant;
  readonly until: Instant;
  /** Numbers, or a place such as `conference 5010`, `queue 4010`, `voicemail 1002`, `parking 701`. */
  readonly parties: readonly string[];
  readonly endedBy: SegmentEnd;
}
