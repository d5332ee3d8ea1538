export type { Linkedid, Uniqueid } from './asterisk-ids.js';
export type {
  AnsweredBy,
  CallDestination,
  CallEnd,
  CallLog,
  CallRequested,
  CallSource,
  CallStatus,
  CallTag,
  ClosedBy,
  DestinationKind,
  Direction,
  Hangup,
  Participant,
  Recording,
  Transfer,
  TransferKind,
} from './call-log.js';
export { matches } from './call-filter.js';
export type { CallFilter, FilteredCall } from './call-filter.js';
export { callLogJson } from './call-log-json.js';
export type { CallLogJson } from './call-log-json.js';
export type { Cel } from './cel.js';
export type { Directory, Mailbox, Voicemail } from './directory.js';
export type { DirectoryEntry } from './directory-entry.js';
export { CallstitchError } from './errors.js';
export type { CallstitchErrorCode } from './errors.js';
export { EVENT_TYPE_NAMES } from './event-type-names.js';
export { extraNumber, extraText, readExtra } from './extra.js';
export { formatInstant, instant, isInstant, readInstant, secondsAfter, secondsBetween } from './instant.js';
export type { Instant } from './instant.js';
export type { JourneySegment, SegmentEnd, SegmentKind } from './journey.js';
export { readEventType } from './read-event-type.js';
export { SharedStrings } from './shared-strings.js';
export { isUuid } from './is-uuid.js';
export { LONGEST_WORD, cutUserfieldWords, userfieldWords } from './userfield-words.js';
export { isRefusal } from './telling.js';
export type { Evidence, Refusal, Telling } from './telling.js';
