import type { CallLogFilter } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import { callLogJson } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import { callTable } from '../call-table.js';
import { count } from '../count.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonArray } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';
import { csvTable } from './csv-table.js';
import type { FilterOptions } from './filter-options.js';
import { filterOf } from './filter-options.js';

/** The arguments of `callstitch list`. */
export interface ListOptions extends FilterOptions {
  readonly limit?: number;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const DEFAULT_LIMIT = 100;
const PAGE = 500;

/** Lists call logs page by page, in constant memory. */
export async function list(options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const { limit = DEFAULT_LIMIT, all = false } = options;
  const filter = filterOf(options);
  const most = all ? Infinity : limit;
  const table = tableOf(options, terminal);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    let shown = 0;
    let more = false;
    for await (const page of pages(callstitch, filter, most)) {
      await table.write(page.callLogs);
      shown += page.callLogs.length;
      more = page.next !== null;
    }
    await table.end();
    await terminal.err.write(summary({ shown, more, filtered: Object.keys(filter).length > 0 }));
    return EXIT.fine;
  });
}

async function* pages(callstitch: Callstitch, filter: CallLogFilter, most: number) {
  let after: string | null = null;
  let left = most;
  do {
    const page = await callstitch.find(filter, { limit: Math.min(PAGE, left), after });
    yield page;
    left -= page.callLogs.length;
    after = page.next;
  } while (after !== null && left > 0);
}

interface Table {
  readonly write: (callLogs: readonly CallLog[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

function tableOf({ json = false, csv = false, timezone }: ListOptions, { out }: Terminal): Table {
  if (json) {
    const array = jsonArray(out);
    return { ...array, write: (callLogs) => array.write(callLogs.map(callLogJson)) };
  }
  if (csv) return csvTable(out);
  return { ...callTable({ clock: wallClock(timezone), screen: out }), end: () => Promise.resolve() };
}

function summary({ shown, more, filtered }: { readonly shown: number; readonly more: boolean; readonly filtered: boolean }): string {
  if (shown === 0) return filtered ? 'No call log matches.\n' : 'There are no call logs yet; callstitch generate makes them.\n';
  return `${count(shown, 'call log')}${more ? '; there are more, see --limit and --all' : ''}\n`;
}
