import type { LocalTime } from '@callstitch/application';
import { readEventTime } from '@callstitch/application';
import type { Cel, Instant, Linkedid, SharedStrings, Uniqueid } from '@callstitch/domain';
import { readEventType } from '@callstitch/domain';
import { halveBackslashes } from './halve-backslashes.js';
import type { ColumnName, Columns } from './read-header.js';

export interface CelReaderOptions {
  readonly zone: LocalTime;
  readonly strings: SharedStrings;
  /** The id of the first row of an input without an `id` column; rows are counted over all inputs. */
  readonly firstId: number;
}

const WHOLE_NUMBER = /^\d+$/;

/** Reads the rows of one input, whose columns it learns from the header. */
export class CelReader {
  readonly #zone: LocalTime;
  readonly #strings: SharedStrings;
  readonly #firstId: number;
  #rows = 0;
  #columns: Columns | null = null;
  #lastTime = '';
  #lastInstant: Instant | null = null;

  constructor({ zone, strings, firstId }: CelReaderOptions) {
    this.#zone = zone;
    this.#strings = strings;
    this.#firstId = firstId;
  }

  get knowsColumns(): boolean {
    return this.#columns !== null;
  }

  /** Whether the input has a column of ids. */
  get hasIds(): boolean {
    return this.#columns !== null && this.#columns.id !== -1;
  }

  /** Rows so far over all inputs. */
  get rowsSeen(): number {
    return this.#firstId - 1 + this.#rows;
  }

  useColumns(columns: Columns): void {
    this.#columns = columns;
  }

  /** The CEL of a row, or what is wrong with the row. */
  read(fields: readonly string[]): Cel | string {
    const columns = this.#columns;
    if (columns === null) throw new Error('a header comes before the rows');
    this.#rows++;
    if (fields.length !== columns.count) return `has ${fields.length} fields, the header has ${columns.count}`;
    const text = (column: ColumnName): string => {
      const at = columns[column];
      return at === -1 ? '' : this.#strings.share(at, fields[at] ?? '');
    };

    const uniqueid = text('uniqueid');
    if (uniqueid === '') return 'has no uniqueid';
    const id = columns.id === -1 ? this.rowsSeen : wholeNumber(fields[columns.id] ?? '');
    if (id === null) return `has the id ${quoted(fields[columns.id] ?? '')}, which is not a number`;
    const time = fields[columns.eventtime] ?? '';
    const eventTime = this.#eventTime(time);
    if (eventTime === null) return `has the event time ${quoted(time)}, which is not a time between 1970 and 2254`;
    const userDefType = text('userdeftype');
    const type = fields[columns.eventtype] ?? '';
    const eventType = readEventType(type, userDefType);
    if (eventType === null)
      return type.trim() === '' ? 'has no event type' : `has the event type ${quoted(type)}, which Asterisk does not have`;

    return {
      id,
      eventType: this.#strings.share(columns.eventtype, eventType),
      eventTime,
      userDefType,
      cidName: text('cid_name'),
      cidNum: text('cid_num'),
      cidAni: text('cid_ani'),
      cidRdnis: text('cid_rdnis'),
      cidDnid: text('cid_dnid'),
      exten: text('exten'),
      context: text('context'),
      channelName: text('channame'),
      appName: text('appname'),
      appData: text('appdata'),
      amaFlags: text('amaflags'),
      accountCode: text('accountcode'),
      peerAccount: text('peeraccount'),
      uniqueid: uniqueid as Uniqueid,
      linkedid: text('linkedid') as Linkedid,
      userfield: text('userfield'),
      peer: text('peer'),
      extra: halveBackslashes(text('extra')),
    };
  }

  /** Neighbouring rows often share their time to the microsecond. */
  #eventTime(text: string): Instant | null {
    if (text !== this.#lastTime) {
      this.#lastTime = text;
      this.#lastInstant = readEventTime(text, this.#zone);
    }
    return this.#lastInstant;
  }
}

function wholeNumber(text: string): number | null {
  const number = WHOLE_NUMBER.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : null;
}

function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
