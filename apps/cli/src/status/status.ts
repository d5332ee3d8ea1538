import type { BookStatus, Run } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';
import { statusLines } from './status-lines.js';

/** The arguments of `callstitch status`. */
export interface StatusOptions {
  readonly timezone: string;
  readonly json?: boolean;
}

/** Shows how the book stands. */
export async function status({ timezone, json = false }: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const clock = wallClock(timezone);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const book = await callstitch.status();
    await terminal.out.write(json ? `${jsonText(asJson(book))}\n` : `${statusLines(book, clock).join('\n')}\n`);
    return EXIT.fine;
  });
}

function asJson({ lastRuns, ...book }: BookStatus): unknown {
  return { ...book, lastRuns: lastRuns.map(runJson) };
}

function runJson({ startedAt, endedAt, ...run }: Run): unknown {
  return { ...run, startedAt: formatInstant(startedAt), endedAt: endedAt === null ? null : formatInstant(endedAt) };
}
