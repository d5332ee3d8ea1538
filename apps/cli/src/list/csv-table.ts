import type { CallLog } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import type { Screen } from '../terminal.js';

type Cell = string | number | null;

const COLUMNS: readonly (readonly [string, (call: CallLog) => Cell])[] = [
  ['id', ({ id }) => id],
  ['conversationId', ({ conversationId }) => conversationId],
  ['tenantUuid', ({ tenantUuid }) => tenantUuid],
  ['direction', ({ direction }) => direction],
  ['status', ({ status }) => status],
  ['startedAt', ({ startedAt }) => formatInstant(startedAt)],
  ['answeredAt', ({ answeredAt }) => (answeredAt === null ? null : formatInstant(answeredAt))],
  ['endedAt', ({ endedAt }) => formatInstant(endedAt)],
  ['ringSeconds', ({ ringSeconds }) => ringSeconds],
  ['talkSeconds', ({ talkSeconds }) => talkSeconds],
  ['sourceName', ({ source }) => source.name],
  ['sourceNumber', ({ source }) => source.number],
  ['requestedName', ({ requested }) => requested.name],
  ['requestedNumber', ({ requested }) => requested.number],
  ['destinationKind', ({ destination }) => destination.kind],
  ['destinationName', ({ destination }) => destination.name],
  ['destinationNumber', ({ destination }) => destination.number],
  ['answeredByName', ({ answeredBy }) => answeredBy?.name ?? null],
  ['answeredByNumber', ({ answeredBy }) => answeredBy?.number ?? null],
  ['hangupCause', ({ hangup }) => hangup.cause],
  ['hangupBy', ({ hangup }) => hangup.by],
  ['recordings', ({ recordings }) => recordings.length],
  ['tags', ({ tags }) => [...new Set(tags.map(({ tag }) => tag))].join(' ')],
];

export interface CsvTable {
  readonly write: (callLogs: readonly CallLog[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** CSV that is written page by page; the header is there without any call. */
export function csvTable(screen: Screen): CsvTable {
  let waiting = `${COLUMNS.map(([name]) => name).join(',')}\n`;
  return {
    async write(callLogs) {
      const lines = callLogs.map((call) => `${COLUMNS.map(([, cell]) => csvCell(cell(call))).join(',')}\n`);
      const text = waiting + lines.join('');
      waiting = '';
      if (text !== '') await screen.write(text);
    },
    end: () => (waiting === '' ? Promise.resolve() : screen.write(waiting)),
  };
}

const NUMBER = /^\+?[0-9*#]+$/;
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that a spreadsheet takes as text and never as a formula; telephone numbers stay as they are. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = cleanText(value);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
