import { CallstitchError, callLogJson } from '@callstitch/domain';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { painter } from '../paint.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';
import { callFacts } from './call-facts.js';
import { timeline } from './timeline.js';

/** The arguments of `callstitch show`. */
export interface ShowOptions {
  readonly id: number;
  readonly timezone: string;
  readonly json?: boolean;
}

const WIDTH_OF_A_FILE = 100;

/** Shows one call log: its facts, then its journey. */
export async function show({ id, timezone, json = false }: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const clock = wallClock(timezone);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const call = await callstitch.get(id);
    if (call === null) {
      throw new CallstitchError('CALL_LOG_NOT_FOUND', `There is no call log ${id}; callstitch list shows those that there are.`);
    }
    const { out } = terminal;
    if (json) await out.write(`${jsonText(callLogJson(call))}\n`);
    else {
      const paint = painter(out.colours);
      const journey = timeline(call, { clock, columns: out.columns ?? WIDTH_OF_A_FILE });
      const lines = [paint(`Call log ${id}`, 'bold'), '', ...callFacts(call, { clock, paint })];
      if (journey.length > 0) lines.push('', paint('Journey', 'bold'), '', ...journey);
      await out.write(`${lines.join('\n')}\n`);
    }
    return EXIT.fine;
  });
}
