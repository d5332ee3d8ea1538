import type { SweepFinding, SweepReport } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { progressOn } from '../progress.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';
import { doubtLines, findingLine, summaryText } from './sweep-text.js';

/** The arguments of `callstitch recordings sweep`. */
export interface SweepArguments {
  readonly recordings?: readonly string[];
  readonly minAgeDays: number;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Reports what does not fit together, and with `--yes` brings it together; nothing of it is held in memory. */
export async function sweep(options: SweepArguments, terminal: Terminal): Promise<ExitCode> {
  const { recordings = (await terminal.settings()).recordings, minAgeDays, force = false, yes = false, json = false } = options;
  const { out, err } = terminal;
  if (recordings.length === 0) {
    throw new CallstitchError('ARGUMENT_INVALID', 'Name the directories of recordings with --recordings, or in CALLSTITCH_RECORDINGS.');
  }
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const progress = progressOn(terminal);
    const onProgress = (looked: number) => progress.rowsRead(looked, 'path');
    const onFinding = async (finding: SweepFinding) => {
      await progress.clear();
      await out.write(json ? `${jsonText(finding)}\n` : findingLine(finding, minAgeDays));
    };
    try {
      const report = await callstitch.sweepRecordings({ recordings, minAgeDays, force, dryRun: !yes, onFinding, onProgress });
      await progress.clear();
      await out.write(json ? `${jsonText({ kind: 'summary', ...report })}\n` : summaryText(report, yes));
      await err.write(doubtLines(report, { minAgeDays, force }));
      if (!yes && !json) await err.write('Nothing was changed; add --yes to change it.\n');
      return isComplete(report, force) ? EXIT.fine : EXIT.incomplete;
    } finally {
      await progress.clear();
    }
  });
}

/** Whether all was looked at and nothing that should have been changed was left; what is too young was not. */
function isComplete({ suspicious, failed, unknown, unreadable, doubtful, untold }: SweepReport, force: boolean): boolean {
  const left = suspicious.filter(({ state }) => !force || state === 'unreadable').length;
  return left + failed + unknown + unreadable + doubtful + untold === 0;
}
