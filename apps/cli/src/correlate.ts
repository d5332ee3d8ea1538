import type { CelsCorrelated } from '@callstitch/application';
import { callLogJson } from '@callstitch/domain';
import { createCorrelation, wazoRecords } from '@callstitch/runtime';
import { writeCallTable } from './call-table.js';
import { complaints } from './complaints.js';
import type { ExitCode } from './exit-code.js';
import { EXIT } from './exit-code.js';
import { explain } from './explain.js';
import { writeJsonArray } from './json-array.js';
import { progressOn } from './progress.js';
import { summary } from './summary.js';
import type { TellingOptions } from './telling-options.js';
import { tellerOptions } from './telling-options.js';
import type { Terminal } from './terminal.js';
import { wallClock } from './wall-clock.js';

/** The arguments of `callstitch correlate`. */
export interface CorrelateOptions extends TellingOptions {
  readonly files: readonly string[];
  readonly timezone: string;
  readonly json?: boolean;
  readonly format?: 'callstitch' | 'wazo';
  readonly explain?: string;
}

/** Tells the calls of some files: results to the one screen, what is to be said about them to the other. */
export async function correlate(options: CorrelateOptions, terminal: Terminal): Promise<ExitCode> {
  const startedAt = terminal.now();
  const settings = await terminal.settings();
  const correlation = await createCorrelation({
    inputs: options.files,
    stdin: terminal.stdin(),
    ...tellerOptions(options.format === 'wazo' ? { dialect: 'wazo', ...options } : options, settings, terminal),
    timezone: options.timezone,
  });
  const progress = progressOn(terminal);
  let result: CelsCorrelated;
  try {
    result = await correlation.run(progress.rowsRead);
  } finally {
    await progress.clear();
  }
  const clock = wallClock(options.timezone);
  if (options.explain !== undefined)
    await explain({ id: options.explain, json: options.json === true, result, correlation, clock }, terminal);
  else if (options.format === 'wazo') await writeJsonArray(wazoRecords(result.tellings), terminal.out);
  else if (options.json === true)
    await writeJsonArray(
      result.tellings.map(({ callLog }) => callLogJson(callLog)),
      terminal.out,
    );
  else await writeCallTable(result.tellings, { clock, screen: terminal.out });
  await terminal.err.write(complaints(result));
  await terminal.err.write(summary(result, (terminal.now() - startedAt) / 1000));
  return result.brokenRows.length > 0 || result.refused.length > 0 ? EXIT.incomplete : EXIT.fine;
}
