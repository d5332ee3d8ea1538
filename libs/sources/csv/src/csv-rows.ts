import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';

/** One record of a CSV file. */
export interface CsvRow {
  readonly fields: readonly string[];
  /** What is wrong with the record as CSV. */
  readonly fault?: string;
}

/** No record of a CEL is this long; without a limit one stray quote would draw the rest of the file into memory. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * The records of a CSV text that arrives in pieces, RFC 4180 with `\n` or `\r\n`, also mixed.
 *
 * A quoted field that never ends costs its own line only. Fields may share memory with the piece they stood in:
 * copy what is kept.
 */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<readonly CsvRow[]> {
  let rest = '';
  for await (const piece of pieces) {
    const read = recordsSoFar(rest + piece);
    yield read.rows;
    rest = read.rest;
  }
  while (rest !== '') {
    const { rows, ends } = lastRecord(rest);
    yield rows;
    const read = completeRecords(ends ? '' : afterLine(rest));
    yield read.rows;
    rest = read.rest;
  }
}

/** The complete records at the begin of a text, and the rest of it, which is never longer than a record may be. */
export function recordsSoFar(text: string): Read {
  let { rows, rest } = completeRecords(text);
  while (rest.length > LONGEST_RECORD) {
    const next = completeRecords(afterLine(rest));
    rows = [...rows, unendingRow(rest), ...next.rows];
    rest = next.rest;
  }
  return { rows, rest };
}

export interface Read {
  readonly rows: readonly CsvRow[];
  /** The begin of the record that is not complete yet. */
  readonly rest: string;
}

const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });

function completeRecords(text: string): Read {
  let rows: readonly CsvRow[] = [];
  for (let rest = text; ;) {
    const { data, errors, meta } = parser.parse(rest, 0, true) as ParseResult<string[]>;
    const greedy = errors.find(({ row = -1 }) => data[row]?.some((field) => field.includes('\n')) === true);
    if (greedy === undefined) return { rows: rows.concat(records(rest, data, errors)), rest: rest.slice(meta.cursor) };
    // A quote that was not closed ran on to a quote of a later line: only the line where it was opened is given up.
    const { row = 0, index = 0 } = greedy;
    const line = rest.slice(rest.lastIndexOf('\n', index - 1) + 1);
    const before = errors.filter((error) => (error.row ?? -1) < row);
    rows = rows.concat(records(rest, data.slice(0, row), before), unendingRow(line));
    rest = afterLine(line);
  }
}

/** What stands behind the last line end: a record, or a quoted field that does not end. */
export function lastRecord(text: string): { rows: readonly CsvRow[]; ends: boolean } {
  const { data, errors } = parser.parse(text, 0, false) as ParseResult<string[]>;
  if (errors.some(({ code }) => code === 'MissingQuotes')) return { rows: [unendingRow(text)], ends: false };
  return { rows: records(text, data, errors), ends: true };
}

function records(text: string, data: string[][], errors: ParseResult<unknown>['errors']): CsvRow[] {
  if (text.includes('\r')) data.forEach(dropCarriageReturn);
  const rows: CsvRow[] = data.map((fields) => ({ fields }));
  for (const { row = -1 } of errors) {
    const broken = rows[row];
    // An error of the record that is not complete yet comes again with the record.
    if (broken !== undefined) rows[row] = { fields: broken.fields, fault: 'has a quote in the wrong place' };
  }
  return rows;
}

/** The parser is told `\n`, so an unquoted last field still has the `\r` of a `\r\n`. */
function dropCarriageReturn(fields: string[]): void {
  const last = fields.length - 1;
  const field = fields[last];
  if (field?.endsWith('\r') === true) fields[last] = field.slice(0, -1);
}

function unendingRow(text: string): CsvRow {
  const atTheEnd = afterLine(text) === '';
  return { fields: [text.slice(0, 80)], fault: atTheEnd ? 'the input ends inside a quoted field' : 'has a quoted field that does not end' };
}

function afterLine(text: string): string {
  const lineEnd = text.indexOf('\n');
  return lineEnd === -1 ? '' : text.slice(lineEnd + 1);
}
