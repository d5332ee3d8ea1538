import type { Difference, Field } from './compare-call.js';
import { FIELDS, compareCall } from './compare-call.js';
import { KNOWN_DIFFERENCES } from './known-differences.js';
import type { Matched } from './match-calls.js';
import { matchByLinkedid, matchInOrder } from './match-calls.js';
import type { Scenario } from './read-scenarios.js';
import type { TellOptions } from './tell-cels.js';
import { showsRecorder, tellCels } from './tell-cels.js';
import type { CallLog, Cel } from '@callstitch/domain';
import type { TrueCall } from './truth.js';

/** One true call held against what was told of it. */
export interface Held {
  /** Scenario that the call belongs to. */
  readonly scenario: string;
  /** Kind of call, e.g. `queue`, as the script classified it. */
  readonly family: string;
  /** Empty when the call is right in every field that the truth states. */
  readonly differences: readonly Difference[];
  readonly lost: boolean;
  /** Why it cannot be right, when that is known. */
  readonly reason: string | null;
}

/** Everything held against the truth. */
export interface Score {
  readonly held: readonly Held[];
  /** Told calls that no truth knows. */
  readonly tooMany: readonly { readonly scenario: string; readonly call: CallLog }[];
}

function hold(scenario: string, { pairs, lost }: Matched, cels: readonly Cel[]): readonly Held[] {
  const of = (truth: TrueCall, differences: readonly Difference[], isLost: boolean): Held => ({
    scenario: truth.scenario ?? scenario,
    family: truth.tags[0] ?? 'plain',
    differences,
    lost: isLost,
    reason: KNOWN_DIFFERENCES[truth.scenario ?? scenario] ?? null,
  });
  return [
    ...pairs.map(({ told, truth }) => of(truth, compareCall(told, truth, truth.recorded && showsRecorder(told, cels)), false)),
    ...lost.map((truth) => of(truth, [], true)),
  ];
}

/** Tells scenarios one by one and holds each call against the truth. */
export function scoreScenarios(scenarios: readonly Scenario[], options?: TellOptions): Score {
  const held: Held[] = [];
  const tooMany: { scenario: string; call: CallLog }[] = [];
  for (const { name, cels, truth } of scenarios) {
    const matched = matchInOrder(tellCels(cels, options), truth.calls);
    held.push(...hold(truth.scenario, matched, cels));
    tooMany.push(...matched.tooMany.map((call) => ({ scenario: name, call })));
  }
  return { held, tooMany };
}

/** Tells a concurrent run at once; calls that its truth does not mention are not too many: it notes only a part. */
export function scoreLoadRun(cels: readonly Cel[], truths: readonly TrueCall[], options?: TellOptions): Score {
  return { held: hold('load', matchByLinkedid(tellCels(cels, options), truths), cels), tooMany: [] };
}

/** Whether a call is right in some fields. */
export function isRight({ differences, lost }: Held, fields: readonly Field[] = FIELDS): boolean {
  return !lost && !differences.some(({ field }) => fields.includes(field));
}
