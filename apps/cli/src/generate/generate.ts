import type { Generated, Seeds } from '@callstitch/application';
import type { Linkedid } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { complaints } from '../complaints.js';
import { daysBefore } from '../days-before.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { progressOn } from '../progress.js';
import type { TellingOptions } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';
import { generationSummary } from './generation-summary.js';
import { refusals } from './refusals.js';
import { writesShown } from './writes-shown.js';

/** The arguments of `callstitch generate`. */
export interface GenerateOptions extends TellingOptions {
  readonly celCount?: number;
  readonly days?: number;
  readonly linkedid?: readonly string[];
  readonly dryRun?: boolean;
  readonly silence?: number;
  readonly json?: boolean;
}

const DEFAULT_ROWS = 20_000;

/** Generates call logs: what came of it is the result, and why some calls could not be told goes to the other screen. */
export async function generate(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const seeds = seedsOf(options, terminal);
  const { json = false, dryRun = false } = options;
  return withCallstitch(terminal, options, async (callstitch) => {
    const startedAt = terminal.now();
    const progress = dryRun ? null : progressOn(terminal);
    const shown = dryRun ? writesShown({ callstitch, json }, terminal.out) : null;
    const refused = refusals();
    let generated: Generated;
    try {
      generated = await callstitch.generate(seeds, {
        dryRun,
        onProgress: ({ rowsRead }) => progress?.rowsRead(rowsRead),
        async onWrite(write) {
          refused.hear(write);
          await shown?.write(write);
        },
      });
    } finally {
      await progress?.clear();
    }
    if (options.linkedid !== undefined && generated.batches === 0) throw noSuchLinkedid(options.linkedid);
    if (shown !== null && json) await shown.end(generated);
    else if (json) await terminal.out.write(`${jsonText(generated)}\n`);
    else await terminal.out.write(generationSummary(generated, { dryRun, seconds: (terminal.now() - startedAt) / 1000 }));
    await terminal.err.write(complaints({ refused: refused.first, refusedCount: generated.refused }));
    return generated.refused > 0 || generated.unusable > 0 ? EXIT.incomplete : EXIT.fine;
  });
}

function noSuchLinkedid(linkedids: readonly string[]): CallstitchError {
  const names = linkedids.length === 1 ? `the linkedid ${linkedids[0] ?? ''}` : `any of the linkedids ${linkedids.join(', ')}`;
  return new CallstitchError('CONVERSATION_NOT_FOUND', `No CEL has ${names}; callstitch show says which a call log has.`);
}

function seedsOf({ celCount, days, linkedid }: GenerateOptions, { clock }: Terminal): Seeds {
  if (linkedid !== undefined) return { kind: 'linkedids', linkedids: linkedid as readonly Linkedid[] };
  if (days !== undefined) return { kind: 'since', instant: daysBefore(clock(), days) };
  return { kind: 'newest', count: celCount === 0 ? Infinity : (celCount ?? DEFAULT_ROWS) };
}
