import type { CallLog, JourneySegment, Recording, SegmentKind } from '@callstitch/domain';

/** Stretches in which people hear each other. A person on hold, in a queue or ringing hears nobody. */
const CONNECTED: ReadonlySet<SegmentKind> = new Set<SegmentKind>(['talk', 'consult', 'conference', 'page']);

type ToldCall = Pick<CallLog, 'source' | 'destination' | 'answeredBy' | 'participants' | 'answeredAt' | 'endedAt' | 'journey'>;
type Stretch = Pick<JourneySegment, 'from' | 'until'>;

/** Whether a call rang or used a line of this user. `isUser` tells whether a name in a call is the user's. */
export function tookPart({ source, destination, answeredBy, participants }: ToldCall, isUser: (name: string) => boolean): boolean {
  return [source, destination, answeredBy, ...participants].some((one) => one?.userUuid != null && isUser(one.userUuid));
}

/**
 * Whether a user was connected to somebody at any moment of a recording: a call may be recorded after one was transferred out of
 * it, or while one's line only rang. A journey that knows none of the user's numbers cannot tell; then it counts whether the user
 * answered, or called and was answered, and the recording ran after that.
 */
export function heardWhile(
  call: ToldCall,
  recording: Pick<Recording, 'startedAt' | 'endedAt'>,
  isUser: (name: string) => boolean,
): boolean {
  const { source, destination, answeredBy, participants, answeredAt, endedAt, journey } = call;
  const own = [source, destination, answeredBy, ...participants].flatMap((one) =>
    one?.userUuid != null && isUser(one.userUuid) ? [one] : [],
  );
  const numbers = new Set(own.flatMap((one) => [one.number, 'internalNumber' in one ? one.internalNumber : null]).filter(isNumber));
  const known = journey.filter(({ parties }) => parties.some((party) => numbers.has(party)));
  if (known.length > 0) return known.some((segment) => CONNECTED.has(segment.kind) && overlap(segment, recording));
  const answered = participants.some((one) => one.answered && one.userUuid !== null && isUser(one.userUuid));
  return answered && answeredAt !== null && overlap({ from: answeredAt, until: endedAt }, recording);
}

function isNumber(number: string | null): number is string {
  return number !== null && number !== '';
}

/** A recording that begins and ends at one instant ran at that instant. */
function overlap({ from, until }: Stretch, { startedAt, endedAt }: Pick<Recording, 'startedAt' | 'endedAt'>): boolean {
  return startedAt < until && (from < endedAt || (from === startedAt && startedAt === endedAt));
}
