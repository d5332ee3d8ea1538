import type { CallLog } from '@callstitch/domain';
import type { TrueCall } from './truth.js';

/** The fields that a truth states, in the order in which they are reported. */
export const FIELDS = [
  'direction',
  'from',
  'dialled',
  'answered',
  'answeredBy',
  'destination',
  'pairs',
  'talkSeconds',
  'recorded',
  'transfers',
] as const;

export type Field = (typeof FIELDS)[number];

/** A field in which a told call and the truth differ. */
export interface Difference {
  readonly field: Field;
  readonly told: string;
  readonly truth: string;
}

/** The driver's clock is not Asterisk's. */
const TALK_TOLERANCE_SECONDS = 0.7;

function pairsAmong(parties: readonly string[], hubOnly: boolean): string[] {
  const numbers = parties.filter((party) => /^[+*#0-9]+$/.test(party));
  return numbers.flatMap((one, index) =>
    hubOnly && index > 0 ? [] : numbers.slice(index + 1).map((other) => [one, other].sort().join('-')),
  );
}

function distinct(pairs: readonly string[]): string {
  return [...new Set(pairs)].sort().join(' ');
}

function truePairs({ legs }: TrueCall): string {
  const spoken = legs.filter(({ kind }) => ['talk', 'consult', 'page', 'threeway'].includes(kind));
  return distinct(spoken.flatMap(({ a, b, kind }) => pairsAmong([a, ...b.split('+')], kind === 'page')));
}

function toldPairs({ journey }: CallLog): string {
  const spoken = journey.filter(({ kind }) => kind === 'talk' || kind === 'consult' || kind === 'page');
  return distinct(spoken.flatMap(({ parties, kind }) => pairsAmong(parties, kind === 'page')));
}

/** Which fields of a told call differ from the truth; `shownRecording` says whether the stream shows a recorder at all. */
export function compareCall(told: CallLog, truth: TrueCall, shownRecording: boolean): readonly Difference[] {
  const differences: Difference[] = [];
  const check = (field: Field, said: unknown, happened: unknown): void => {
    const [one, other] = [String(said), String(happened)];
    if (one !== other) differences.push({ field, told: one, truth: other });
  };
  check('direction', told.direction, truth.direction);
  const name = truth.from.name;
  check('from', `${told.source.number} ${name === undefined ? '' : told.source.name}`, `${truth.from.number} ${name ?? ''}`);
  check('dialled', told.requested.number, truth.dialed);
  check('answered', told.status === 'answered', truth.answered);
  check('answeredBy', told.answeredBy?.number ?? null, truth.answeredBy?.number ?? null);
  check(
    'destination',
    `${told.destination.kind} ${told.destination.number}`,
    `${truth.finalDestination.kind} ${truth.finalDestination.number}`,
  );
  check('pairs', toldPairs(told), truePairs(truth));
  if (Math.abs(told.talkSeconds - truth.approxTalkSeconds) > TALK_TOLERANCE_SECONDS) {
    differences.push({ field: 'talkSeconds', told: told.talkSeconds.toFixed(2), truth: String(truth.approxTalkSeconds) });
  }
  if (shownRecording || !truth.recorded) check('recorded', told.recordings.length > 0, truth.recorded);
  const transfers = (list: readonly { readonly by: string; readonly to: string }[], kind: (index: number) => string): string =>
    list.map(({ by, to }, index) => `${kind(index)} ${by}>${to}`).join(' ');
  check(
    'transfers',
    transfers(told.transfers, (index) => told.transfers[index]?.kind ?? ''),
    transfers(truth.transfers ?? [], (index) => truth.transfers?.[index]?.type ?? ''),
  );
  return differences;
}
