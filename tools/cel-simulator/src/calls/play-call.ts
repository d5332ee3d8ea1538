import type { Dice } from '../dice.js';
import type { Dialplan } from '../pbx/dialplan.js';
import { CallScript } from '../script/call-script.js';
import type { PlannedCall } from '../script/planned.js';
import type { Kind } from './kinds.js';

export interface PlayedOn {
  readonly pbx: Dialplan;
  readonly dice: Dice;
  readonly talkSeconds: number;
}

/** One call of a kind, from its first row to its last; the dice say who calls, how long and what of it. */
export function playCall({ tenant, play }: Kind, { pbx, dice, talkSeconds }: PlayedOn): PlannedCall {
  const department = dice.pick(pbx.departments[tenant ?? 'all']);
  const call = new CallScript(dice, pbx, department, talkSeconds);
  play(call);
  return { rows: call.rows, truths: call.truths, slot: department.slot };
}
