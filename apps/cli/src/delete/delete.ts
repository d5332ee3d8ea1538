import { count } from '../count.js';
import { daysBefore } from '../days-before.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';

/** The arguments of `callstitch delete`. */
export interface DeleteOptions {
  readonly days?: number;
  readonly all?: boolean;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const NOTHING_NAMED = 'Nothing was deleted: say -d DAYS for the call logs of the last days, or -A for all; see callstitch delete --help.\n';
const NOBODY_TO_ASK = 'Nothing was deleted: nobody can be asked here, so add --yes if you mean it.\n';

/** Deletes call logs once a person, or `--yes`, has confirmed it. */
export async function deleteCallLogs(options: DeleteOptions, terminal: Terminal): Promise<ExitCode> {
  const { days, all = false, force = false, yes = false, json = false } = options;
  if (days === undefined && !all) {
    await terminal.err.write(NOTHING_NAMED);
    return EXIT.wrongArguments;
  }
  const { ask, out, err } = terminal;
  if (!yes && ask === null) {
    await err.write(NOBODY_TO_ASK);
    return EXIT.refused;
  }
  const since = days === undefined ? null : daysBefore(terminal.clock(), days);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    if (!yes && ask !== null) {
      const { callLogs, beyondRecovery } = await callstitch.previewDeletion(since);
      // What is refused anyway is not worth a question.
      const refused = beyondRecovery.length > 0 && !force;
      if (callLogs > 0 && !refused && !isYes(await ask(question(callLogs, beyondRecovery.length, days)))) {
        await err.write('Nothing was deleted.\n');
        return EXIT.refused;
      }
    }
    const { callLogs, beyondRecovery, spared } = await callstitch.delete({ since, force });
    if (json) await out.write(`${jsonText({ callLogs, beyondRecovery: beyondRecovery.length, spared })}\n`);
    else await out.write(deleted(callLogs));
    if (spared > 0) await err.write(`${count(spared, 'call log')} stayed: a retention policy holds them, and their CELs are gone.\n`);
    return EXIT.fine;
  });
}

function question(callLogs: number, lost: number, days: number | undefined): string {
  const which = days === undefined ? 'all' : `of the last ${count(days, 'day')}`;
  const warning = lost === 0 ? '' : ` ${count(lost, 'call log')} of them can never be generated again.`;
  return `Delete ${count(callLogs, 'call log')} (${which})?${warning} [y/N] `;
}

function isYes(answer: string): boolean {
  return /^\s*y(es)?\s*$/i.test(answer);
}

function deleted(callLogs: number): string {
  if (callLogs === 0) return 'There was nothing to delete.\n';
  return `${count(callLogs, 'call log')} deleted; callstitch generate makes them again under the same ids.\n`;
}
