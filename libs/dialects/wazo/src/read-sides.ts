import type { Cel } from '@callstitch/domain';
import { CALLEE_RULES } from './callee-rules.js';
import { CALLER_RULES } from './caller-rules.js';
import type { Rule } from './caller-rules.js';
import type { Draft, Pass } from './draft.js';
import { eventName } from './event-name.js';
import type { Sides } from './reading.js';

function apply(draft: Draft, pass: Pass, rules: Readonly<Record<string, Rule>>, cels: readonly Cel[]): void {
  draft.pass = pass;
  for (const cel of cels) {
    const name = eventName(cel);
    if (Object.hasOwn(rules, name)) (rules[name] as Rule)(draft, cel);
  }
}

/** Reads all of the caller's rows, then all of the others': who was called may correct what the caller's rows said. */
export function readSides(draft: Draft, { caller, callees }: Sides): void {
  apply(draft, 'caller', CALLER_RULES, caller);
  apply(draft, 'callee', CALLEE_RULES, callees);
}
