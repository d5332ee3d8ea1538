import { CallstitchError } from '@callstitch/domain';
import type { Deletion } from '@callstitch/application';
import type { Callstitch } from '@callstitch/runtime';
import { complaints } from '../complaints.js';
import { count } from '../count.js';
import { daysBefore } from '../days-before.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { generationSummary } from '../generate/generation-summary.js';
import { refusals } from '../generate/refusals.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';

/** The options of `wazo-call-logs`. */
export interface WazoOptions {
  readonly all?: boolean;
  readonly celCount?: number;
  readonly days?: number;
  readonly debug?: boolean;
}

const DEFAULT_ROWS = 20_000;

/** Generates or deletes as the reference does: quiet when all went well, and no failure because some calls could not be told. */
export async function wazoCallLogs(action: string, options: WazoOptions, terminal: Terminal): Promise<ExitCode> {
  switch (action) {
    case 'generate':
      return withCallstitch(terminal, {}, (callstitch) => generate(callstitch, options, terminal));
    case 'delete':
      // Without a choice it does nothing: 0 days are none.
      if (options.all !== true && !options.days) return EXIT.fine;
      return withCallstitch(terminal, NO_TELLING, (callstitch) => deleteLast(callstitch, options, terminal));
    default:
      throw new CallstitchError('ARGUMENT_INVALID', `"${action}" is no action; use generate or delete, see wazo-call-logs --help.`);
  }
}

async function generate(callstitch: Callstitch, { celCount = DEFAULT_ROWS, days, debug = false }: WazoOptions, terminal: Terminal) {
  const startedAt = terminal.now();
  const refused = refusals();
  const generated = await callstitch.generate(
    days ? { kind: 'since', instant: daysBefore(terminal.clock(), days) } : { kind: 'newest', count: celCount === 0 ? Infinity : celCount },
    { onWrite: refused.hear },
  );
  await terminal.err.write(complaints({ refused: refused.first, refusedCount: generated.refused }));
  if (debug) await terminal.err.write(generationSummary(generated, { dryRun: false, seconds: (terminal.now() - startedAt) / 1000 }));
  return EXIT.fine;
}

async function deleteLast(callstitch: Callstitch, { days, debug = false }: WazoOptions, terminal: Terminal) {
  const since = days ? daysBefore(terminal.clock(), days) : null;
  let deletion: Deletion;
  try {
    deletion = await callstitch.delete({ since, force: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'CELS_GONE')) throw error;
    const choice = days ? `-d ${days}` : '-A';
    throw new CallstitchError(
      'CELS_GONE',
      `${error.message.replace(/, or force it\.$/, '')}, or force it with callstitch delete ${choice} --force.`,
      {
        cause: error,
      },
    );
  }
  if (debug) await terminal.err.write(`${count(deletion.callLogs, 'call log')} deleted\n`);
  return EXIT.fine;
}
