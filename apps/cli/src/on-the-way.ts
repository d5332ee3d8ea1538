import type { CallLog, Instant, JourneySegment } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import { duration } from './duration.js';
import { reachedPlace } from './reached-place.js';

interface Mark {
  readonly at: Instant;
  readonly text: string;
}

/** Shorter holds are the moments of a transfer. */
const HOLD_WORTH_SAYING_SECONDS = 1;

/** What happened between dialling and the end, in order: `queue q10 4010 › 1003 · blind transfer to 1002 by 1003 · recorded`. */
export function onTheWay(call: CallLog): string {
  const marks: Mark[] = [
    ...call.journey.flatMap((segment) => segmentMark(segment, call)),
    ...answerMark(call),
    ...call.transfers.map(({ kind, by, to, at }) => ({ at, text: `${kind} transfer to ${to || '?'} by ${by || '?'}` })),
  ];
  const inOrder = marks.sort((one, other) => one.at - other.at).map(({ text }) => text);
  const { group } = call.destination.details;
  const all = [
    ...(group === undefined || `group ${group}` === reachedPlace(call) ? [] : [`group ${group}`]),
    ...inOrder,
    ...holdText(call),
    ...(call.recordings.length > 0 ? ['recorded'] : []),
    ...(call.closedBy === 'silence' ? ['no end seen'] : []),
  ];
  return [...new Set(all)].join(' · ');
}

function segmentMark(segment: JourneySegment, call: CallLog): Mark[] {
  const text = segment.kind === 'ring' ? ringText(segment, call) : placeText(segment, call);
  return text === null ? [] : [{ at: segment.from, text }];
}

/** How a phone that rang did not get the call, when the call went on. */
function ringText({ parties, endedBy, until }: JourneySegment, call: CallLog): string | null {
  const who = parties.join(', ');
  const goesOn = call.journey.some(({ from }) => from >= until);
  switch (endedBy) {
    case 'pickup':
      return `picked up from ${who}`;
    case 'forward':
      return `forwarded by ${who}`;
    case 'busy':
      return goesOn ? `${who} busy` : null;
    case 'declined':
      return goesOn ? `${who} declined` : null;
    case 'unavailable':
      return goesOn ? `${who} unavailable` : null;
    case 'no-answer':
      return goesOn ? `${who} did not answer` : null;
    default:
      return null;
  }
}

function placeText(segment: JourneySegment, call: CallLog): string | null {
  const { kind, parties, endedBy } = segment;
  const label =
    parties.find((party) => party === kind || party.startsWith(`${kind} `) || (kind === 'park' && party.startsWith('parking'))) ?? kind;
  switch (kind) {
    case 'queue':
      return queueText(label, segment, call);
    case 'park':
      return `parked${endedBy === 'retrieved' ? ', retrieved' : endedBy === 'park-timeout' ? ', timed out' : ''}`;
    case 'page':
    case 'spy':
      return label;
    case 'conference':
    case 'ivr':
    case 'announcement':
    case 'voicemail':
      return label === reachedPlace(call) ? null : label;
    default:
      return null;
  }
}

/** `queue q10 4010 › 1003`: name and number of the queue and who took the call. */
function queueText(label: string, { endedBy, until }: JourneySegment, call: CallLog): string | null {
  const name = call.destination.details['queueName'];
  const named = name === undefined || label.endsWith(` ${name}`) ? label : label.replace(/^queue /, `queue ${name} `);
  if (endedBy !== 'answered') return label === reachedPlace(call) ? null : named;
  const agent = call.journey.find(({ kind, from }) => kind === 'talk' && from >= until)?.parties.at(-1);
  return agent === undefined ? named : `${named} › ${agent}`;
}

/** Who answered first, when that is not who was reached in the end and no queue says it. */
function answerMark({ answeredAt, answeredBy, destination, journey }: CallLog): Mark[] {
  if (answeredAt === null || answeredBy === null || answeredBy.number === destination.number) return [];
  if (journey.some(({ kind, endedBy }) => kind === 'queue' && endedBy === 'answered')) return [];
  return [{ at: answeredAt, text: `answered by ${answeredBy.number || answeredBy.name}` }];
}

function holdText({ journey }: CallLog): string[] {
  const seconds = journey.filter(({ kind }) => kind === 'hold').reduce((sum, { from, until }) => sum + secondsBetween(from, until), 0);
  return seconds < HOLD_WORTH_SAYING_SECONDS ? [] : [`on hold ${duration(seconds)}`];
}
