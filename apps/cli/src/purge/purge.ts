import { CallstitchError } from '@callstitch/domain';
import type { PurgeLimits } from '@callstitch/runtime';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { count } from '../count.js';
import { progressOn } from '../progress.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';
import { failureLines, previewText, reportText, whyText } from './purge-text.js';

/** The arguments of `callstitch purge`. */
export interface PurgeArguments {
  readonly olderThanDays?: number;
  readonly recordingsOlderThanDays?: number;
  readonly celsOlderThanDays?: number;
  readonly exportsOlderThanDays?: number;
  readonly keepTagged?: readonly string[];
  readonly force?: boolean;
  readonly recordings?: readonly string[];
  readonly archive?: string;
  readonly why?: number;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Counts what would go, or with `--yes` deletes it; or says why a call log is gone. */
export async function purgeOrPreview(options: PurgeArguments, terminal: Terminal): Promise<ExitCode> {
  const { why, yes = false, json = false } = options;
  if (why !== undefined) return explainPurge(why, json, terminal);
  const limits = limitsOf(options);
  const { out, err } = terminal;
  const settings = await terminal.settings();
  const { recordings = settings.recordings, archive = settings.archiveDirectory } = options;
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const plan = await callstitch.planPurge({ limits, keepTagged: options.keepTagged ?? [] });
    if (plan === null) {
      throw new CallstitchError(
        'ARGUMENT_INVALID',
        'Nothing is purged without a limit, and callstitch.yml has none: put a retention policy there, or name --older-than-days; see callstitch purge --help.',
      );
    }
    if (!yes) {
      const preview = await callstitch.previewPurge(plan);
      await out.write(json ? `${jsonText(preview)}\n` : previewText(preview));
      if (!json) await err.write('Nothing was deleted; add --yes to delete it.\n');
      return EXIT.fine;
    }
    const progress = progressOn(terminal);
    try {
      const onProgress = (callLogs: number) => progress.say(`${count(callLogs, 'call log')} purged…`);
      const report = await callstitch.purge(plan, { recordings, archive, onProgress });
      await progress.clear();
      await out.write(json ? `${jsonText(report)}\n` : reportText(report));
      await err.write(failureLines(report));
      return report.failed > 0 ? EXIT.incomplete : EXIT.fine;
    } finally {
      await progress.clear();
    }
  });
}

/** What was given by hand, null for nothing; 0 days are refused with ARGUMENT_INVALID unless that was meant. */
function limitsOf({
  olderThanDays,
  recordingsOlderThanDays,
  celsOlderThanDays,
  exportsOlderThanDays,
  force = false,
}: PurgeArguments): PurgeLimits | null {
  const days = [olderThanDays, recordingsOlderThanDays, celsOlderThanDays, exportsOlderThanDays];
  if (days.includes(0) && !force) {
    throw new CallstitchError('ARGUMENT_INVALID', '0 days is everything that is not held; add --force if you mean it.');
  }
  if (days.every((limit) => limit === undefined)) return null;
  return {
    ...(olderThanDays === undefined ? {} : { callLogDays: olderThanDays }),
    ...(recordingsOlderThanDays === undefined ? {} : { recordingDays: recordingsOlderThanDays }),
    ...(celsOlderThanDays === undefined ? {} : { celDays: celsOlderThanDays }),
    ...(exportsOlderThanDays === undefined ? {} : { exportDays: exportsOlderThanDays }),
  };
}

async function explainPurge(id: number, json: boolean, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const why = await callstitch.whyPurged(id);
    if (why === null) throw new CallstitchError('CALL_LOG_NOT_FOUND', `No purge has deleted a call log with the id ${id}.`);
    await terminal.out.write(json ? `${jsonText(why)}\n` : whyText(why));
    return EXIT.fine;
  });
}
