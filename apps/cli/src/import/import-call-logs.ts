import type { CallLogsImported, Conflict } from '@callstitch/application';
import { cleanText } from '../clean-text.js';
import { complaints } from '../complaints.js';
import { count } from '../count.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { progressOn } from '../progress.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';

/** The arguments of `callstitch import call-logs`. */
export interface ImportCallLogsArguments {
  readonly paths: readonly string[];
  readonly manifest: boolean;
  readonly recordings?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const MOST_SHOWN = 10;

/** Brings archived call logs back: what came of it is the result; broken lines and calls that stay away go to the other screen. */
export async function importCallLogs(
  { paths, manifest, recordings, dryRun = false, json = false }: ImportCallLogsArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const startedAt = terminal.now();
    const progress = progressOn(terminal);
    let imported: CallLogsImported;
    try {
      const inputs = { paths, manifest, dryRun, recordings: recordings ?? (await terminal.settings()).recordings };
      imported = await callstitch.importCallLogs(inputs, (read) => progress.rowsRead(read, 'call log'));
    } finally {
      await progress.clear();
    }
    const { brokenRows, conflicts, ...counts } = imported;
    const seconds = (terminal.now() - startedAt) / 1000;
    await terminal.out.write(json ? `${jsonText(counts)}\n` : summary(imported, { dryRun, seconds }));
    await terminal.err.write(complaints({ brokenRows, broken: counts.broken }) + conflictLines(conflicts, counts.conflicting));
    return counts.broken > 0 || counts.conflicting > 0 ? EXIT.incomplete : EXIT.fine;
  });
}

function summary(
  { read, restored, known, conflicting, broken }: CallLogsImported,
  { dryRun, seconds }: { readonly dryRun: boolean; readonly seconds: number },
): string {
  const done = dryRun ? `${restored.toLocaleString('en-US')} would come back` : `${restored.toLocaleString('en-US')} restored`;
  return `${[
    `${count(read, 'call log')} read, ${done} in ${seconds.toFixed(1)} s`,
    ...(known === 0 ? [] : [`${count(known, 'call log')} there already`]),
    ...(conflicting === 0 ? [] : [`${count(conflicting, 'call log')} not restored, because others stand in their place`]),
    ...(broken === 0 ? [] : [`${count(broken, 'line')} broken`]),
  ].join('; ')}\n`;
}

function conflictLines(conflicts: readonly Conflict[], conflicting: number): string {
  const lines = conflicts.slice(0, MOST_SHOWN).map(({ callLogId, reason }) => `call log ${callLogId}: ${cleanText(reason)}\n`);
  return conflicting > MOST_SHOWN ? `${lines.join('')}and ${count(conflicting - MOST_SHOWN, 'more call log')}\n` : lines.join('');
}
