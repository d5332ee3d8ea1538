import type { Conversation } from '@callstitch/correlation';
import { groupConversations } from '@callstitch/correlation';
import type { CallLog, Linkedid, Uniqueid } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { asteriskDialect } from '../asterisk-dialect.js';

/** Tells the one call of a table in which a channel's uniqueid is its name and, unless a row says otherwise, its linkedid is the first channel's. */
export function told(table: string): CallLog {
  const cels = celTable(table);
  const first = cels[0]?.channelName as Linkedid;
  const linked = cels.map((cel) => ({
    ...cel,
    uniqueid: cel.channelName as Uniqueid,
    linkedid: cel.linkedid === '' ? first : cel.linkedid,
  }));
  const telling = asteriskDialect({ trunks: [], internal: [], directory: null }).tell(groupConversations(linked)[0] as Conversation);
  if (isRefusal(telling)) throw new Error(telling.reason);
  return telling.callLog;
}
