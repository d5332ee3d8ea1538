import type { LocalTime } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import { SharedStrings } from '@callstitch/domain';
import { CelReader } from '../cel-reader.js';
import type { Read } from '../csv-rows.js';
import { recordsSoFar, lastRecord } from '../csv-rows.js';
import { readHeader } from '../read-header.js';
import { SAMPLE_COLUMNS, isHeader } from './column-names.js';
import type { Place } from './place.js';
import { HEAD_BYTES, digestOf } from './place.js';

/** Some rows of a growing file, and the place behind them. */
export interface Piece {
  readonly cels: readonly Cel[];
  readonly place: Place;
  /** What was wrong with rows that could not be read. */
  readonly faults: readonly string[];
}

export interface GrowingRowsOptions {
  /** How messages call the file. */
  readonly name: string;
  readonly place: Place;
  /** Its first bytes, as far as it is read, at most `HEAD_BYTES`. */
  readonly head: Buffer;
  readonly zone: LocalTime;
  /** Names of the columns of a file without a header. */
  readonly columns?: readonly string[];
  /** Whether nothing will be added any more: then what stands behind the last line end is a row too. */
  readonly isFinal: boolean;
}

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
const NOT_ASCII = /[\u0080-\u00ff]/;

/**
 * The rows in bytes that begin at a place, piece by piece. A row without a line end waits.
 *
 * The bytes are cut as if each were a character, so that places are exact; then fields become UTF-8.
 */
export async function* growingRows(bytes: AsyncIterable<Buffer>, options: GrowingRowsOptions): AsyncGenerator<Piece> {
  const { isFinal, columns: named = SAMPLE_COLUMNS } = options;
  let { place, head } = options;
  const reader = new CelReader({ zone: options.zone, strings: new SharedStrings(), firstId: 1 });
  let rest = '';
  const pieceOf = (read: Read, text: string): Piece | null => {
    if (read.rows.length === 0) {
      rest = text;
      return null;
    }
    const used = text.length - read.rest.length;
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, Buffer.from(text.slice(0, used), 'latin1')]).subarray(0, HEAD_BYTES);
    const cels: Cel[] = [];
    const faults: string[] = [];
    let { header } = place;
    for (const [index, row] of read.rows.entries()) {
      const fields = row.fields.map(utf8);
      if (fields.length === 1 && fields[0] === '') continue;
      if (index === 0 && place.offset === 0 && isHeader(fields)) header = fields;
      if (!reader.knowsColumns) reader.useColumns(readHeader(header ?? named, options.name));
      if (index === 0 && place.offset === 0 && header !== null) continue;
      const cel = row.fault ?? reader.read(fields);
      if (typeof cel === 'string') faults.push(cel.replace('the header has', 'there are columns for'));
      else cels.push({ ...cel, id: reader.rowsSeen });
    }
    rest = read.rest;
    place = { ...place, offset: place.offset + used, head: { bytes: head.length, digest: digestOf(head) }, header };
    return { cels, place, faults };
  };
  for await (const chunk of bytes) {
    const text = rest + chunk.toString('latin1');
    const isMarked = place.offset === 0 && text.startsWith(BYTE_ORDER_MARK);
    const piece = pieceOf(recordsSoFar(isMarked ? text.slice(BYTE_ORDER_MARK.length) : text), text);
    if (piece !== null) yield piece;
  }
  while (isFinal && rest !== '') {
    const { rows, ends } = lastRecord(rest);
    const piece = pieceOf(ends ? { rows, rest: '' } : afterFirst(rows, rest), rest);
    if (piece !== null) yield piece;
  }
}

/** Only the line where a quoted field begins that does not end is given up. */
function afterFirst(given: Read['rows'], text: string): Read {
  const lineEnd = text.indexOf('\n');
  const { rows, rest } = recordsSoFar(lineEnd === -1 ? '' : text.slice(lineEnd + 1));
  return { rows: [...given, ...rows], rest };
}

function utf8(field: string): string {
  return NOT_ASCII.test(field) ? Buffer.from(field, 'latin1').toString('utf8') : field;
}
