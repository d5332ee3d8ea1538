import type { CelsImported } from '@callstitch/application';
import { complaints } from '../complaints.js';
import { count } from '../count.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { progressOn } from '../progress.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';

/** The arguments of `callstitch import cel`. */
export interface ImportCelOptions {
  readonly files: readonly string[];
  readonly timezone: string;
  readonly newIds?: boolean;
  readonly json?: boolean;
}

/** Adds the rows of files to the table: what came of it is the result, and broken rows go to the other screen. */
export async function importCel(
  { files, timezone, newIds = false, json = false }: ImportCelOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  // A zone that is none is said before a database is started.
  wallClock(timezone);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const startedAt = terminal.now();
    const progress = progressOn(terminal);
    let imported: CelsImported;
    try {
      imported = await callstitch.importCels({ files, stdin: terminal.stdin(), timezone, newIds }, progress.rowsRead);
    } finally {
      await progress.clear();
    }
    const { brokenRows, ...counts } = imported;
    await terminal.out.write(json ? `${jsonText(counts)}\n` : summary(imported, (terminal.now() - startedAt) / 1000));
    await terminal.err.write(complaints({ brokenRows, broken: counts.broken }));
    return counts.broken > 0 || counts.conflicting > 0 ? EXIT.incomplete : EXIT.fine;
  });
}

function summary({ rowsRead, added, known, conflicting, broken }: CelsImported, seconds: number): string {
  return `${[
    `${count(rowsRead, 'row')} read, ${added.toLocaleString('en-US')} added in ${seconds.toFixed(1)} s`,
    ...(known === 0 ? [] : [`${count(known, 'row')} there already`]),
    ...(conflicting === 0 ? [] : [`${count(conflicting, 'row')} not added, because other rows have their ids: try --new-ids`]),
    ...(broken === 0 ? [] : [`${count(broken, 'row')} broken`]),
  ].join('; ')}\n`;
}
