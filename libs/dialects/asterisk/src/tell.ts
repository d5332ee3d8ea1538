import type { Conversation, Leg } from '@callstitch/correlation';
import { closing } from '@callstitch/correlation';
import type { CallLog, Cel, ClosedBy, Evidence, Instant, Linkedid, Telling } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import { courseOf, journeyOf } from './journey.js';
import type { Scene } from './scene.js';
import { tellAnswer } from './tell-answer.js';
import { tellDestination } from './tell-destination.js';
import { tellDirection } from './tell-direction.js';
import { tellHangup } from './tell-hangup.js';
import { tellParticipants } from './tell-participants.js';
import { tellRecordings } from './tell-recordings.js';
import { tellRequested } from './tell-requested.js';
import { tellSource } from './tell-source.js';
import { tellStatus } from './tell-status.js';
import { tellTransfers } from './tell-transfers.js';
import type { Told } from './told.js';

function linkedidsOf({ cels }: Conversation): readonly Linkedid[] {
  const linkedids = new Set<Linkedid>();
  for (const { linkedid } of cels) if (linkedid !== '') linkedids.add(linkedid);
  return [...linkedids];
}

/** When the last person left; a conversation that is cut ends with its last row. */
function endOf({ replay }: Scene): { readonly at: Instant; readonly cel: Cel } {
  let last: Cel | null = null;
  for (const leg of replay.legs) {
    const gone = leg.hangup ?? leg.end ?? leg.last;
    if (leg.ear && (last === null || gone.eventTime > last.eventTime)) last = gone;
  }
  const cel = last ?? (replay.conversation.cels.at(-1) as Cel);
  return { at: cel.eventTime, cel };
}

const CLOSED_BY: Readonly<Record<ClosedBy, string>> = {
  end: 'every-linkedid-ended',
  channels: 'every-channel-ended',
  silence: 'no-end-seen',
};

/** Tells a conversation that has been laid out: each field by its own rule, with the CELs that the rule used. */
export function tell(scene: Scene): Telling {
  const { replay, parties, caller } = scene;
  const evidence: Evidence[] = [];
  const take = <Value>(field: string, { value, rule, cels }: Told<Value>): Value => {
    evidence.push({ field, rule, cels });
    return value;
  };
  const course = courseOf(scene);
  const source = take('source', tellSource(scene));
  const requested = take('requested', tellRequested(scene));
  const direction = take('direction', tellDirection(scene));
  const answer = tellAnswer(scene, course, requested.number);
  evidence.push({ field: 'startedAt', rule: 'first-row-of-the-conversation', cels: [replay.conversation.cels[0] as Cel] });
  if (answer !== null) {
    take('answeredAt', answer);
    take('answeredBy', answer);
  }
  const destination = take('destination', tellDestination(scene, course, requested.number));
  const status = take('status', tellStatus(scene, course, answer, destination));
  const answered = answer?.value ?? null;
  const answeringParty = answered?.leg == null ? null : parties.of(answered.leg);
  const end = endOf(scene);
  evidence.push({ field: 'endedAt', rule: 'last-channel-of-a-person-left', cels: [end.cel] });
  const closedBy = closing(replay.conversation) ?? 'silence';
  evidence.push({ field: 'closedBy', rule: CLOSED_BY[closedBy], cels: [replay.conversation.cels.at(-1) as Cel] });
  const callLog: CallLog = {
    id: null,
    version: 1,
    conversationId: replay.conversation.id,
    linkedids: linkedidsOf(replay.conversation),
    tenantUuid: parties.of(caller.leg).entry?.tenantUuid ?? answeringParty?.entry?.tenantUuid ?? tenantOf(scene),
    direction,
    status,
    closedBy,
    startedAt: replay.startedAt,
    answeredAt: answered?.at ?? null,
    endedAt: end.at,
    ringSeconds: Math.max(0, secondsBetween(replay.startedAt, answered?.at ?? end.at)),
    talkSeconds: answered === null ? 0 : Math.max(0, secondsBetween(answered.at, answered.talkUntil)),
    source,
    requested,
    destination,
    answeredBy:
      answeringParty === null
        ? null
        : { name: answeringParty.name, number: answeringParty.number, userUuid: answeringParty.entry?.userUuid ?? null },
    participants: take('participants', tellParticipants(scene, course, requested)),
    tags: [],
    recordings: take('recordings', tellRecordings(scene, course)),
    hangup: take('hangup', tellHangup(scene, course)),
    transfers: take('transfers', tellTransfers(scene, course)),
    journey: journeyOf(course),
    sourceInternalName: source.internalNumber === null ? null : source.name,
    userField: userFieldOf(caller.leg),
    reachedVoicemail: course.stretches.some(({ kind }) => kind === 'voicemail'),
  };
  return { callLog, evidence };
}

/** What the dialplan set last on the caller's channel. */
function userFieldOf({ last, runs }: Leg): string | null {
  if (last.userfield !== '') return last.userfield;
  return runs.at(-1)?.start.userfield ?? null;
}

/** The tenant of the first person of the directory who rang. */
function tenantOf({ replay, parties }: Scene): string | null {
  for (const leg of replay.legs) {
    const tenant = leg.ear ? (parties.of(leg).entry?.tenantUuid ?? null) : null;
    if (tenant !== null) return tenant;
  }
  return null;
}
