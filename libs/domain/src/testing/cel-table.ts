import type { Linkedid, Uniqueid } from '../asterisk-ids.js';
import type { Cel } from '../cel.js';
import type { Instant } from '../instant.js';
import { instant } from '../instant.js';

/** The line between the column names and the rows. */
const RULE = /^[-+\s]+$/;
const FOOTER = /^\s*\(\d+ rows?\)\s*$/;

const TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/;

const MICROSECONDS_PER_MINUTE = 60_000_000;

function readTime(text: string): Instant {
  const [, date = '', time = '', fraction = '', hours = '+00', minutes = '00'] = TIME.exec(text) ?? [];
  const milliseconds = Date.parse(`${date}T${time}Z`);
  // A day or an hour that does not exist must not slip into the next one.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== `${date}T${time}.000Z`) {
    throw new RangeError(`"${text}" is not a time; write it like 2026-01-05 09:00:01.123456+00`);
  }
  const east = Number(hours) * 60 + Number(`${hours.charAt(0)}${minutes}`);
  return instant(milliseconds * 1_000 + Number(fraction.padEnd(6, '0')) - east * MICROSECONDS_PER_MINUTE);
}

function readId(text: string, row: number): number {
  if (text === '') return row;
  if (!/^\d+$/.test(text)) throw new RangeError(`"${text}" is not the id of a CEL`);
  return Number(text);
}

function cellsOf(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim());
}

/**
 * Reads CELs from the table that `psql` prints, so that a bug report can be
 * pasted into a scenario as it stands. Column names are Asterisk's own; columns
 * we have no use for may stay, and a time without a zone is taken as UTC.
 */
export function celTable(text: string): readonly Cel[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !RULE.test(line) && !FOOTER.test(line));
  const [names = [], ...rows] = lines.map(cellsOf);
  return rows.map((cells, index) => {
    const row = index + 1;
    // A cell that holds the divider itself would shift its neighbours unseen.
    if (cells.length !== names.length) throw new RangeError(`row ${row} has ${cells.length} cells, the header has ${names.length}`);
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      id: readId(cell('id'), row),
      eventType: cell('eventtype'),
      eventTime: readTime(cell('eventtime')),
      userDefType: cell('userdeftype'),
      cidName: cell('cid_name'),
      cidNum: cell('cid_num'),
      cidAni: cell('cid_ani'),
      cidRdnis: cell('cid_rdnis'),
      cidDnid: cell('cid_dnid'),
      exten: cell('exten'),
      context: cell('context'),
      channelName: cell('channame'),
      appName: cell('appname'),
      appData: cell('appdata'),
      amaFlags: cell('amaflags'),
      accountCode: cell('accountcode'),
      peerAccount: cell('peeraccount'),
      uniqueid: cell('uniqueid') as Uniqueid,
      linkedid: cell('linkedid') as Linkedid,
      userfield: cell('userfield'),
      peer: cell('peer'),
      extra: cell('extra'),
    };
  });
}
