import type { Conversation } from '@callstitch/correlation';
import { groupConversations } from '@callstitch/correlation';
import type { CallLog, Cel, Instant, Linkedid, Refusal, Telling, Uniqueid } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { WazoDialectOptions } from '../options.js';
import { wazoDialect } from '../wazo-dialect.js';
import { OFFICE } from './office.js';

const BEGIN = Date.UTC(2026, 0, 5, 10) * 1_000;

/** Seconds after the beginning of the example's clock. */
export function secondsOf(text: string): number {
  return (Date.parse(text) * 1_000 + Number(text.slice(23, 26)) - BEGIN) / 1_000_000;
}

/** The instant so many seconds after the beginning of the example's clock. */
export function at(seconds: number): Instant {
  return instant(BEGIN + Math.round(seconds * 1_000_000));
}

/** Reads CELs from lines `t|eventtype|channame|…`, the names of their columns first. */
export function readTable(table: string): readonly Cel[] {
  const [header = '', ...lines] = table.trim().split('\n');
  const names = header.trim().split('|');
  return lines.map((line, index) => {
    const cells = line.trim().split('|');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const [cidName = '', ...cidNum] = cell('cid').split('/');
    return {
      id: index + 1,
      eventType: cell('eventtype'),
      eventTime: at(Number(cell('t'))),
      userDefType: cell('userdeftype'),
      cidName,
      cidNum: cidNum.join('/'),
      cidAni: '',
      cidRdnis: '',
      cidDnid: '',
      exten: cell('exten'),
      context: cell('context'),
      channelName: cell('channame'),
      appName: cell('appname'),
      appData: cell('appdata'),
      amaFlags: '',
      accountCode: '',
      peerAccount: '',
      uniqueid: cell('uniqueid') as Uniqueid,
      linkedid: cell('linkedid') as Linkedid,
      userfield: cell('userfield'),
      peer: cell('peer'),
      extra: cell('extra'),
    };
  });
}

/** A story that knows nothing of people: only when it began and ended. */
export function plainStory({ id, cels }: Conversation): Telling {
  const nobody = { context: null, channel: null, internalNumber: null, internalContext: null, line: null, userUuid: null };
  const callLog: CallLog = {
    id: null,
    version: 1,
    conversationId: id,
    linkedids: [...new Set(cels.map(({ linkedid }) => linkedid))],
    tenantUuid: null,
    direction: 'internal',
    status: 'missed',
    closedBy: 'end',
    startedAt: (cels[0] as Cel).eventTime,
    answeredAt: null,
    endedAt: (cels.at(-1) as Cel).eventTime,
    ringSeconds: 0,
    talkSeconds: 0,
    source: { ...nobody, name: '', number: '' },
    requested: { name: null, number: null, context: null, internalNumber: null, internalContext: null, userUuid: null },
    destination: { ...nobody, kind: 'unknown', name: null, number: null, details: {} },
    answeredBy: null,
    participants: [],
    tags: [],
    recordings: [],
    hangup: { cause: null, by: null },
    transfers: [],
    journey: [],
    sourceInternalName: null,
    userField: null,
    reachedVoicemail: false,
  };
  return { callLog, evidence: [] };
}

/** What is told of a table of CELs, in the office of the worked examples. */
export function tellTable(table: string, changed: Partial<WazoDialectOptions> = {}): readonly (Telling | Refusal)[] {
  const dialect = wazoDialect({
    story: plainStory,
    directory: OFFICE,
    serviceTenantUuid: '7a7a0000-0000-4000-8000-000000000000',
    ...changed,
  });
  return groupConversations(readTable(table)).map((conversation) => dialect.tell(conversation));
}
