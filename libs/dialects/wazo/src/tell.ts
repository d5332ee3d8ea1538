import type { Conversation } from '@callstitch/correlation';
import type { CallDestination, CallLog, CallStatus, Cel, DestinationKind, Instant, Participant, Telling } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import { findAnsweringLine } from './answering-line.js';
import type { Draft } from './draft.js';
import type { LineInCall } from './lines-in-call.js';
import { linesInCall } from './lines-in-call.js';
import type { WazoDialectOptions } from './options.js';
import { participantsOf, reachedUser } from './participants.js';
import type { RecordingEnds } from './recordings.js';
import { recordingsOf } from './recordings.js';
import { fillInternalNumbers, resolveTenant, resolveVoicemail } from './resolve-directory.js';

const KINDS: ReadonlySet<string> = new Set(['user', 'group', 'conference', 'meeting', 'voicemail']);

/** What stays as the story tells it; the events of Wazo's dialplan say the rest. */
const STORY_FIELDS: ReadonlySet<string> = new Set(['closedBy', 'hangup', 'transfers', 'answeredBy']);

const NUMBERS = [
  'sourceNumber',
  'sourceInternalNumber',
  'requestedNumber',
  'requestedInternalNumber',
  'destinationNumber',
  'destinationInternalNumber',
] as const;

function statusOf({ found }: Draft, story: CallLog): CallStatus {
  if (found.blocked) return 'blocked';
  if (found.answeredAt !== null) return 'answered';
  if (found.reachedVoicemail) return 'voicemail';
  return story.status === 'busy' || story.status === 'failed' ? story.status : 'missed';
}

function destinationOf({ found }: Draft, story: CallLog, participants: readonly Participant[]): CallDestination {
  const type = found.destinationDetails['type'] ?? '';
  return {
    kind: KINDS.has(type) ? (type as DestinationKind) : story.destination.kind,
    name: found.destinationName,
    number: found.destinationNumber,
    context: story.destination.context,
    channel: story.destination.channel,
    internalNumber: found.destinationInternalNumber,
    internalContext: found.destinationInternalContext,
    line: found.destinationLine,
    userUuid: reachedUser(participants),
    details: found.destinationDetails,
  };
}

/** The dialplan's own numbers are nobody's: they are hidden wherever they stand. */
function hideNumbers({ found, hiddenNumbers }: Draft): void {
  for (const field of NUMBERS) {
    const number = found[field];
    if (number !== null && hiddenNumbers.has(number)) found[field] = '';
  }
}

function lastEndOf(cels: readonly Cel[], without: ReadonlySet<string>): Instant | null {
  return cels.findLast(({ eventType, uniqueid }) => eventType === 'CHAN_END' && !without.has(uniqueid))?.eventTime ?? null;
}

/** When a call ended: with its caller, unless the caller sent the others on and left. */
function endOf(draft: Draft, { cels }: Conversation, story: CallLog): Instant {
  const own = draft.found.endedAt;
  if (own === null) return story.endedAt;
  const last = draft.callerLeftAt === null ? null : cels.findLast(({ eventType }) => eventType === 'CHAN_END');
  if (last === undefined || last === null || last.eventTime <= own) return own;
  draft.find('endedAt', last.eventTime, last);
  return last.eventTime;
}

function recordingEnds(draft: Draft, { cels }: Conversation): RecordingEnds {
  if (draft.pass === 'originate') return { caller: null, lastEndAt: draft.found.endedAt };
  const caller = draft.channels.all().find(({ role }) => role === 'source');
  if (caller === undefined) return { caller: null, lastEndAt: lastEndOf(cels, new Set()) };
  return {
    caller: { uniqueid: caller.uniqueid, endedAt: draft.found.endedAt },
    lastEndAt: lastEndOf(cels, new Set([caller.uniqueid])),
  };
}

/** Makes the call log of what was read: the events' findings, the directory's people, the story's journey. */
export function tell(conversation: Conversation, draft: Draft, story: Telling, options: WazoDialectOptions): Telling {
  const { directory } = options;
  const { found } = draft;
  const before = story.callLog;
  const first = conversation.cels[0] as Cel;
  const ends = recordingEnds(draft, conversation);
  findAnsweringLine(draft, before, first);
  hideNumbers(draft);
  const lines: readonly LineInCall[] = linesInCall(draft.channels.all(), directory);
  const participants = participantsOf(lines, draft.announced, directory);
  const tenantUuid = resolveTenant(draft, lines, options);
  fillInternalNumbers(draft, lines, first);
  resolveVoicemail(draft, tenantUuid, directory, first);
  const startedAt = found.startedAt ?? before.startedAt;
  const endedAt = endOf(draft, conversation, before);
  const { answeredAt } = found;
  const heard = answeredAt !== null || draft.channels.all().some(({ answered }) => answered);
  const callLog: CallLog = {
    ...before,
    tenantUuid,
    direction: found.direction,
    status: statusOf(draft, before),
    startedAt,
    answeredAt,
    endedAt,
    ringSeconds: Math.max(0, secondsBetween(startedAt, answeredAt ?? endedAt)),
    talkSeconds: answeredAt === null ? 0 : before.talkSeconds > 0 ? before.talkSeconds : Math.max(0, secondsBetween(answeredAt, endedAt)),
    source: {
      name: found.sourceName ?? '',
      number: found.sourceNumber ?? '',
      context: before.source.context,
      channel: before.source.channel,
      internalNumber: found.sourceInternalNumber,
      internalContext: found.sourceInternalContext,
      line: found.sourceLine,
      userUuid: participants.find(({ role }) => role === 'source')?.userUuid ?? null,
    },
    requested: {
      name: found.requestedName,
      number: found.requestedNumber,
      context: found.requestedContext,
      internalNumber: found.requestedInternalNumber,
      internalContext: found.requestedInternalContext,
      userUuid: participants.find(({ requested }) => requested)?.userUuid ?? null,
    },
    destination: destinationOf(draft, before, participants),
    answeredBy: answeredAt === null ? null : before.answeredBy,
    participants,
    recordings: heard ? recordingsOf(conversation.cels, ends) : [],
    sourceInternalName: found.sourceInternalName,
    userField: found.userField,
    reachedVoicemail: found.reachedVoicemail,
  };
  const kept = story.evidence.filter(({ field }) => STORY_FIELDS.has(field));
  return { callLog, evidence: [...draft.evidence(), ...kept] };
}
