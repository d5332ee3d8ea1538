import type { Leg } from '@callstitch/correlation';
import type { Cel, Instant } from '@callstitch/domain';
import type { Course } from './journey.js';
import type { Scene } from './scene.js';
import type { Stretch } from './stretch.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

/** Who or what answered, and when. */
export interface Answer {
  /** The first person's leg, or null when a conference or feature answered. */
  readonly leg: Leg | null;
  readonly at: Instant;
  /** Until when the source, or who replaced it, was connected to a person or to what it wanted. */
  readonly talkUntil: Instant;
}

/** Applications that a caller dials for their own sake. */
const WANTED: ReadonlySet<string> = new Set([
  'voicemailmain',
  'echo',
  'chanspy',
  'extenspy',
  'milliwatt',
  'directory',
  'disa',
  'record',
  'dictate',
  'stasis',
]);

/** Talks that count as connection; a consultation does not replace the call that waits for it. */
function connects({ kind }: Stretch): boolean {
  return kind === 'talk' || kind === 'conference' || kind === 'page';
}

function lastConnection(stretches: readonly Stretch[], at: Instant): Instant {
  let until = at;
  for (const stretch of stretches) if (connects(stretch) && stretch.until > until) until = stretch.until;
  return until;
}

/** The one of a first talk who answered: not the caller; of several the one whose channel answered first, on a page the first named. */
function answering({ kind, legs }: Stretch, scene: Scene): Leg | null {
  const { caller, parties } = scene;
  const number = parties.of(caller.leg).number;
  const others = legs.filter((leg) => leg !== caller.leg);
  const strangers = others.filter((leg) => parties.of(leg).number !== number);
  const candidates = strangers.length > 0 ? strangers : others;
  // Paged phones answer by themselves at one moment: which comes first is a race.
  if (kind === 'page') return candidates[0] ?? null;
  let first: Leg | null = null;
  for (const leg of candidates) {
    if (first === null || (leg.answer?.eventTime ?? Infinity) < (first.answer?.eventTime ?? Infinity)) first = leg;
  }
  return first;
}

function byPerson(scene: Scene, { stretches }: Course): Told<Answer> | null {
  const { caller, replay } = scene;
  const told = (leg: Leg, at: Instant, talkUntil: Instant, rule: string, cels: readonly Cel[]): Told<Answer> => ({
    value: { leg, at, talkUntil },
    rule,
    cels,
  });
  if (caller.kind === 'pbx') {
    const leg = replay.legs.find(({ ear, answer }) => ear && answer !== null);
    if (leg === undefined || leg.answer === null) return null;
    const at = leg.answer.eventTime;
    const heard = stretches.filter(({ kind, legs }) => kind === 'announcement' && legs.includes(leg)).map(({ until }) => until);
    const until = Math.max(lastConnection(stretches, at), ...heard) as Instant;
    return told(leg, at, until, 'called-phone-answered', [leg.answer]);
  }
  const talks = stretches.filter(({ kind }) => kind === 'talk' || kind === 'page');
  const talk = talks.find(({ legs }) => legs.includes(caller.leg)) ?? talks[0];
  const leg = talk === undefined ? null : answering(talk, scene);
  if (talk !== undefined && leg !== null) {
    // A channel that called in (a pickup, a retrieval) was up before it took this call.
    const rang = leg.origin !== 'caller' && leg.answer !== null && talk.kind !== 'page';
    const at = rang ? leg.answer.eventTime : talk.from;
    const rule = rang ? 'first-phone-that-answered-and-was-heard' : 'first-voice-heard';
    return told(leg, at, lastConnection(stretches, at), rule, celsOf(rang ? leg.answer : null, ...talk.cels));
  }
  // Without bridge events, or when the stream stops before them, the answer of a called phone is all there is.
  const bridged = replay.legs.some(({ stays }) => stays.length > 0);
  const called = replay.legs.find(
    ({ ear, origin, answer, hangup, end }) => ear && origin === 'called' && answer !== null && !(bridged && (hangup ?? end)),
  );
  if (called === undefined || called.answer === null) return null;
  const until = (called.hangup ?? called.end ?? called.last).eventTime;
  return told(called, called.answer.eventTime, until, 'called-phone-answered-without-bridge-events', celsOf(called.answer, called.hangup));
}

function byService({ caller }: Scene, { stretches }: Course, dialled: string): Told<Answer> | null {
  const joined = stretches.find(({ kind }) => kind === 'conference');
  if (joined !== undefined) {
    return {
      value: { leg: null, at: joined.from, talkUntil: lastConnection(stretches, joined.from) },
      rule: 'entered-the-conference',
      cels: joined.cels,
    };
  }
  if (caller.kind === 'pbx' || caller.leg.answer === null) return null;
  const at = caller.leg.answer.eventTime;
  const wanted = caller.leg.runs.find(({ app }) => WANTED.has(app));
  if (wanted !== undefined)
    return { value: { leg: null, at, talkUntil: wanted.until }, rule: 'reached-the-wanted-application', cels: [wanted.start] };
  // Feature codes begin with a star or hash; that the phone system answers is what was wanted.
  if (!/^[*#]/.test(dialled) || stretches.some(({ kind }) => kind === 'ring' || kind === 'voicemail' || kind === 'queue')) return null;
  return { value: { leg: null, at, talkUntil: at }, rule: 'feature-code-answered', cels: [caller.leg.answer] };
}

/** The first answer by a person, or by the conference or feature that the caller wanted; null when there was none. */
export function tellAnswer(scene: Scene, course: Course, dialled: string): Told<Answer> | null {
  return byPerson(scene, course) ?? byService(scene, course, dialled);
}
