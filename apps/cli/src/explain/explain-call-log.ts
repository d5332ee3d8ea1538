import type { CallLog } from '@callstitch/domain';
import { callLogJson } from '@callstitch/domain';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { writeExplanation } from '../explanation.js';
import { changedFields } from '../generate/changed-fields.js';
import type { TellingOptions } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';

/** The arguments of `callstitch explain`. */
export interface ExplainCallLogOptions extends TellingOptions {
  readonly id: number;
  readonly timezone: string;
  readonly json?: boolean;
}

/** Shows how a call log is told, and says so when it would be told otherwise today. */
export async function explainCallLog(options: ExplainCallLogOptions, terminal: Terminal): Promise<ExitCode> {
  const { id, timezone, json = false } = options;
  const clock = wallClock(timezone);
  return withCallstitch(terminal, options, async (callstitch) => {
    const { callLog, conversation, told } = await callstitch.explain(id);
    const telling = 'reason' in told ? null : told;
    const reason = 'reason' in told ? told.reason : '';
    const again = telling === null ? null : { ...telling.callLog, id: callLog.id, version: callLog.version };
    const explanation = { conversation, callLog: again, reason, evidence: telling?.evidence ?? [] };
    await writeExplanation(explanation, { json, clock }, terminal.out);
    await terminal.err.write(difference(callLog, again));
    return EXIT.fine;
  });
}

function difference(standing: CallLog, again: CallLog | null): string {
  const why = 'since it was generated, its CELs, the rules or the options have changed';
  if (again === null) return `Call log ${standing.id} could not be told again: ${why}.\n`;
  const fields = changedFields(callLogJson(standing), callLogJson(again)).map(({ field }) => field);
  return fields.length === 0 ? '' : `Call log ${standing.id} says otherwise in ${fields.join(', ')}: ${why}.\n`;
}
