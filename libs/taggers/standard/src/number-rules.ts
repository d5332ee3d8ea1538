import { defineTagger, type CallLog } from '@callstitch/plugin-api';
import { dialplanPattern } from './dialplan-pattern.js';
import { NumberRulesOptions, type NumberRule } from './number-rules-options.js';

interface ReadyRule {
  readonly tag: string;
  readonly side: NumberRule['side'];
  readonly fits: (number: string) => boolean;
}

/** Tags calls by who called, what was dialled or who was reached. Every rule that fits gives its tag. */
export const numberRules = defineTagger({
  name: 'number-rules',
  options: NumberRulesOptions,
  prepare: ({ rules }) => Promise.resolve(rules.map(readyRule)),
  tag: (call, _options, rules) => rules.filter(({ side, fits }) => numbersOf(call, side).some(fits)).map(({ tag }) => tag),
});

function readyRule({ tag, side, prefix, pattern }: NumberRule): ReadyRule {
  const expression = pattern === undefined ? null : dialplanPattern(pattern);
  return { tag, side, fits: (number) => (prefix === undefined ? (expression?.test(number) ?? false) : number.startsWith(prefix)) };
}

function numbersOf({ source, requested, destination }: CallLog, side: NumberRule['side']): readonly string[] {
  const numbers = { source: source.number, requested: requested.number, destination: destination.number };
  const asked = side === 'any' ? Object.values(numbers) : [numbers[side]];
  return asked.filter((number) => number !== null && number !== '') as string[];
}
