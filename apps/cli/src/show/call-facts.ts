import type { CallDestination, CallLog, CallRequested, CallSource, ClosedBy, Participant } from '@callstitch/domain';
import { STATUS_PAINTS, person } from '../call-row.js';
import { causeName } from '../cel-meaning.js';
import { cleanText } from '../clean-text.js';
import { duration } from '../duration.js';
import type { Painter } from '../paint.js';
import type { WallClock } from '../wall-clock.js';

interface FactsLook {
  readonly clock: WallClock;
  readonly paint: Painter;
}

const LABEL_WIDTH = 14;

const CLOSED_BY: Readonly<Record<ClosedBy, string>> = {
  end: 'Asterisk said so',
  channels: 'all channels had ended',
  silence: 'no end seen, only silence',
};

/** What is known of a call, a line each; nothing is said about what is not known. */
export function callFacts(call: CallLog, { clock, paint }: FactsLook): string[] {
  const facts: (readonly [string, string | null])[] = [
    ['Status', paint(call.status, STATUS_PAINTS[call.status])],
    ['Direction', call.direction],
    ['From', party(call.source)],
    ['Dialled', party(call.requested)],
    ['Reached', party(call.destination, call.destination.kind)],
    ['Answered by', call.answeredBy === null ? null : person(call.answeredBy)],
    ['Started', `${clock.dateAndTime(call.startedAt)} (${clock.timezone})`],
    ['Answered', call.answeredAt === null ? null : `${clock.dateAndTime(call.answeredAt)}, after ${duration(call.ringSeconds)}`],
    ['Ended', `${clock.dateAndTime(call.endedAt)}, ${CLOSED_BY[call.closedBy]}`],
    ['Talked', call.answeredAt === null ? null : duration(call.talkSeconds)],
    ['Hung up', hangup(call)],
    ...call.transfers.map(
      ({ kind, by, to, at }) => ['Transfer', `${kind}, by ${by || '?'} to ${to || '?'} at ${clock.dateAndTime(at)}`] as const,
    ),
    ...call.participants.map((participant) => ['Participant', participantText(participant)] as const),
    ...call.recordings.map(
      ({ path, startedAt, endedAt }) => ['Recording', `${path ?? 'somewhere'}, ${duration((endedAt - startedAt) / 1_000_000)}`] as const,
    ),
    ['Tags', call.tags.map(({ tag, tagger }) => `${tag} (${tagger})`).join(', ')],
    ['Tenant', call.tenantUuid],
    ['Conversation', call.conversationId],
    ['Linkedids', call.linkedids.length > 1 ? call.linkedids.join(', ') : null],
    ['Version', String(call.version)],
  ];
  return facts.flatMap(([label, text]) => (text === null || text === '' ? [] : [`  ${label.padEnd(LABEL_WIDTH)}${coloured(text)}`]));
}

/** A status is coloured by us; everything else is cleaned of what could paint. */
function coloured(text: string): string {
  return text.startsWith('\u001B[') ? text : cleanText(text);
}

function party(who: CallSource | CallRequested | CallDestination, kind?: string): string {
  const { name, number, internalNumber, context, userUuid } = who;
  const details = 'details' in who ? Object.entries(who.details).map(([key, value]) => `${key} ${value}`) : [];
  const beside = [
    ...(internalNumber === null || internalNumber === number ? [] : [`internally ${internalNumber}`]),
    ...(context === null ? [] : [`in ${context}`]),
    ...('channel' in who && who.channel !== null ? [who.channel] : []),
    ...(userUuid === null ? [] : [`user ${userUuid}`]),
    ...details,
  ];
  const shown = `${kind === undefined || kind === 'unknown' ? '' : `${kind} `}${person({ name, number })}`;
  return beside.length === 0 ? shown : `${shown} (${beside.join(', ')})`;
}

function hangup({ hangup: { cause, by } }: CallLog): string | null {
  if (cause === null && by === null) return null;
  const why = cause === null ? [] : [`cause ${cause}${causeName(cause) === '' ? '' : ` ${causeName(cause)}`}`];
  return [...(by === null ? [] : [`by the ${by}`]), ...why].join(', ');
}

function participantText({ role, name, number, answered, requested, userUuid, tags }: Participant): string {
  const more = [
    role,
    ...(answered ? ['answered'] : []),
    ...(requested ? ['requested'] : []),
    ...(userUuid === null ? [] : [`user ${userUuid}`]),
    ...tags,
  ];
  return `${person({ name, number })} (${more.join(', ')})`;
}
