import type { CallLog } from './call-log.js';
import type { Cel } from './cel.js';

/** Why a field has its value: the rule that set it and the CELs that the rule used. */
export interface Evidence {
  readonly field: string;
  /** Name of the rule in kebab-case. */
  readonly rule: string;
  readonly cels: readonly Cel[];
}

/** A conversation told: the call log and, field by field, where it comes from. */
export interface Telling {
  readonly callLog: CallLog;
  readonly evidence: readonly Evidence[];
}

/** A conversation that nothing can be told about, and why. */
export interface Refusal {
  readonly reason: string;
}

export function isRefusal(told: Telling | Refusal): told is Refusal {
  return 'reason' in told;
}
