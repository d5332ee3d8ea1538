import { CallstitchError } from '@callstitch/domain';

/** The names under which each column of a CEL is known, best first: Asterisk's tables, then `cel_custom` and other back-ends. */
const COLUMN_NAMES = {
  id: ['id'],
  eventtype: ['eventtype', 'eventenum'],
  eventtime: ['eventtime'],
  userdeftype: ['userdeftype', 'userdefevname'],
  cid_name: ['cid_name', 'cidname', 'name'],
  cid_num: ['cid_num', 'cidnum', 'num'],
  cid_ani: ['cid_ani', 'cidani', 'ani'],
  cid_rdnis: ['cid_rdnis', 'cidrdnis', 'rdnis'],
  cid_dnid: ['cid_dnid', 'ciddnid', 'dnid'],
  exten: ['exten'],
  context: ['context'],
  channame: ['channame', 'channel'],
  appname: ['appname'],
  appdata: ['appdata'],
  amaflags: ['amaflags'],
  accountcode: ['accountcode'],
  peeraccount: ['peeraccount'],
  uniqueid: ['uniqueid'],
  linkedid: ['linkedid'],
  userfield: ['userfield'],
  peer: ['peer'],
  extra: ['extra', 'eventextra'],
} as const satisfies Record<string, readonly string[]>;

/** Asterisk's name of a column of its `cel` table. */
export type ColumnName = keyof typeof COLUMN_NAMES;

/** Where each column stands in a row; -1 when the file does not have it. */
export type Columns = Readonly<Record<ColumnName, number>> & { readonly count: number };

const NEEDED: readonly ColumnName[] = ['eventtype', 'eventtime', 'uniqueid', 'linkedid', 'channame'];

/** Finds the columns by their names, in any order and case; rejects a header that lacks what a call log cannot do without. */
export function readHeader(fields: readonly string[], name: string): Columns {
  const found = fields.map((field) => field.trim().toLowerCase());
  const twice = found.find((column, index) => column !== '' && found.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new CallstitchError('CEL_FILE_INVALID', `${name} has two columns named ${twice}; leave one of them.`);
  }
  const columns = Object.fromEntries(
    Object.entries(COLUMN_NAMES).map(([column, names]) => {
      const known = names.find((known) => found.includes(known));
      return [column, known === undefined ? -1 : found.indexOf(known)];
    }),
  ) as Record<ColumnName, number>;
  const missing = NEEDED.filter((column) => columns[column] === -1);
  if (missing.length === NEEDED.length) throw new CallstitchError('CEL_FILE_INVALID', noHeader(name, fields));
  if (missing.length > 0) throw new CallstitchError('CEL_FILE_INVALID', lacking(name, missing, found));
  return { ...columns, count: fields.length };
}

function noHeader(name: string, fields: readonly string[]): string {
  return `${name} does not start with a header that names CEL columns (its first line has: ${shown(fields)}); put one first, such as eventtype,eventtime,….`;
}

function lacking(name: string, missing: readonly string[], found: readonly string[]): string {
  const why = missing.includes('linkedid') ? ', without linkedid calls cannot be correlated' : '';
  return `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} (it has: ${shown(found)})${why}; add what is missing to the export.`;
}

function shown(fields: readonly string[]): string {
  const text = fields.join(', ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
