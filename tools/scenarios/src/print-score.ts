import { FIELDS } from './compare-call.js';
import type { Held, Score } from './score.js';
import { isRight } from './score.js';

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function line(name: string, held: readonly Held[], right: (call: Held) => boolean): string {
  const count = held.filter(right).length;
  return `  ${name.padEnd(18)}${String(count).padStart(5)} of ${String(held.length).padEnd(5)}${percent(count, held.length).padStart(8)}`;
}

/** The score as text: in all, by field, by family, and every difference with its reason when one is known. */
export function printScore(title: string, { held, tooMany }: Score): string {
  const families = [...new Set(held.map(({ family }) => family))].sort();
  const faults = held
    .filter((call) => !isRight(call))
    .map(({ scenario, differences, lost, reason }) => {
      const what = lost ? 'no call log' : differences.map(({ field, told, truth }) => `${field} is "${told}", not "${truth}"`).join('; ');
      return `  ${scenario}: ${what}${reason === null ? '' : `\n      ${reason}`}`;
    });
  return [
    title,
    line('every field', held, (call) => isRight(call)),
    '',
    ...FIELDS.map((field) => line(field, held, (call) => isRight(call, [field]))),
    '',
    ...families.map((family) =>
      line(
        family,
        held.filter((call) => call.family === family),
        (call) => isRight(call),
      ),
    ),
    '',
    ...(faults.length === 0 ? ['  no differences'] : faults),
    ...tooMany.map(({ scenario, call }) => `  ${scenario}: ${call.conversationId} is a call too many`),
    '',
  ].join('\n');
}
