import type { Cel, Linkedid, SharedStrings, Uniqueid } from '@callstitch/domain';
import { readEventType } from '@callstitch/domain';
import type { CopyRow } from './copy/copy-text-parser.js';
import { readTimestamp } from './copy/read-timestamp.js';

/** Asterisk's columns in the order in which `readCelRow` takes their fields. */
export const CEL_COLUMNS = [
  'id',
  'eventtype',
  'eventtime',
  'userdeftype',
  'cid_name',
  'cid_num',
  'cid_ani',
  'cid_rdnis',
  'cid_dnid',
  'exten',
  'context',
  'channame',
  'appname',
  'appdata',
  'amaflags',
  'accountcode',
  'peeraccount',
  'uniqueid',
  'linkedid',
  'userfield',
  'peer',
  'extra',
] as const;

export type CelColumn = (typeof CEL_COLUMNS)[number];

const AT = Object.fromEntries(CEL_COLUMNS.map((column, index) => [column, index])) as Readonly<Record<CelColumn, number>>;

/**
 * The CEL of a row of `celSelectList`, or what is wrong with the row.
 *
 * A type may be a name or a number, a time PostgreSQL's print of any type that Asterisk can write; a user-defined
 * event gets its own name. Fields are copied, equal ones once.
 */
export function readCelRow(fields: CopyRow, strings: SharedStrings): Cel | string {
  const text = (column: CelColumn): string => strings.share(AT[column], fields[AT[column]] ?? '');

  const uniqueid = text('uniqueid');
  if (uniqueid === '') return 'has no uniqueid';
  const id = wholeNumber(fields[AT.id] ?? '');
  if (id === null) return `has the id ${quoted(fields[AT.id])}, which is not a number`;
  const eventTime = readTimestamp(fields[AT.eventtime] ?? '');
  if (eventTime === null) return `has the event time ${quoted(fields[AT.eventtime])}, which is not a time between 1970 and 2254`;
  const userDefType = text('userdeftype');
  const type = fields[AT.eventtype] ?? '';
  const eventType = readEventType(type, userDefType);
  if (eventType === null)
    return type.trim() === '' ? 'has no event type' : `has the event type ${quoted(type)}, which Asterisk does not have`;

  return {
    id,
    eventType: strings.share(AT.eventtype, eventType),
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
    extra: text('extra'),
  };
}

function quoted(text: string | null | undefined): string {
  if (text === null || text === undefined) return 'NULL';
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function wholeNumber(text: string): number | null {
  const number = text === '' ? NaN : Number(text);
  return Number.isSafeInteger(number) ? number : null;
}
