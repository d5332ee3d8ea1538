import type { Cel } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import { CEL_COPY_COLUMNS, celRow } from '@callstitch/persistence';

const NAMES = CEL_COPY_COLUMNS.slice(1).map(([name]) => name);
const TIME = NAMES.indexOf('eventtime');
const INSERT = {
  name: 'cel',
  text: `insert into cel (${NAMES.join(', ')}) values (${NAMES.map((_name, index) => `$${index + 1}`).join(', ')})`,
};

/** A statement that pg prepares once for each connection. */
export interface InsertCel {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Writes one row as Asterisk does; the table gives it its id. */
export function insertCel(cel: Cel): InsertCel {
  const values: unknown[] = celRow(cel).slice(1);
  values[TIME] = formatInstant(cel.eventTime);
  return { ...INSERT, values };
}
