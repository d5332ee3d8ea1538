import type { Cel } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

/** The columns of Asterisk's table, as in `samples/asterisk`. */
export const CSV_HEADER =
  'id,eventtype,eventtime,userdeftype,cid_name,cid_num,cid_ani,cid_rdnis,cid_dnid,exten,context,channame,appname,appdata,' +
  'amaflags,accountcode,peeraccount,uniqueid,linkedid,userfield,peer,extra\n';

const SPECIAL = /[",\r\n]/;

/** A CEL as a line of CSV (RFC 4180), with its end. */
export function csvLine(cel: Cel): string {
  const fields = [
    cel.userDefType,
    cel.cidName,
    cel.cidNum,
    cel.cidAni,
    cel.cidRdnis,
    cel.cidDnid,
    cel.exten,
    cel.context,
    cel.channelName,
    cel.appName,
    cel.appData,
    cel.amaFlags,
    cel.accountCode,
    cel.peerAccount,
    cel.uniqueid,
    cel.linkedid,
    cel.userfield,
    cel.peer,
    cel.extra,
  ];
  let line = `${cel.id},${cel.eventType},${formatInstant(cel.eventTime)}`;
  for (const field of fields) line += `,${SPECIAL.test(field) ? `"${field.replaceAll('"', '""')}"` : field}`;
  return `${line}\n`;
}
