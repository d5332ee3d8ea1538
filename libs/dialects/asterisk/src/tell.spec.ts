import { groupConversations } from '@callstitch/correlation';
import type { Cel, DirectoryEntry, Linkedid, Telling, Uniqueid } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { asteriskDialect } from './asterisk-dialect.js';
import type { LineDirectory } from './options.js';
import { journeyInShort } from './testing/journey-in-short.js';

/** Tells the conversations of some rows. */
function tellings(cels: readonly Cel[], directory: LineDirectory | null = null): Telling[] {
  const dialect = asteriskDialect({ trunks: [], internal: [], directory });
  return groupConversations(cels).map((conversation) => {
    const telling = dialect.tell(conversation);
    if (isRefusal(telling)) throw new Error(telling.reason);
    return telling;
  });
}

/** The rows of a table in which a channel's uniqueid is its name and its linkedid is the first channel's. */
function celsOf(table: string): Cel[] {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  return cels.map((cel) => ({ ...cel, uniqueid: cel.channelName as Uniqueid, linkedid }));
}

const only = ([telling, ...rest]: readonly Telling[]): Telling => {
  expect(rest).toEqual([]);
  return telling as Telling;
};

const ANSWERED = celsOf(`
  id | eventtype    | eventtime             | channame        | cid_name | cid_num    | exten      | context   | appname | appdata    | extra
  1  | CHAN_START   | 2026-01-05 09:00:00   | PJSIP/carrier-1 | Zoé      | 4385550010 | 5145550102 | from-pstn |         |            |
  2  | APP_START    | 2026-01-05 09:00:00.1 | PJSIP/carrier-1 | Zoé      | 4385550010 | 1002       | office    | Dial    | PJSIP/1002 |
  3  | CHAN_START   | 2026-01-05 09:00:00.2 | PJSIP/1002-2    | Bob      | 1002       | s          | office    |         |            |
  4  | ANSWER       | 2026-01-05 09:00:03   | PJSIP/1002-2    | Bob      | 1002       | 1002       | office    | AppDial |            |
  5  | ANSWER       | 2026-01-05 09:00:03   | PJSIP/carrier-1 | Zoé      | 4385550010 | 1002       | office    | Dial    | PJSIP/1002 |
  6  | BRIDGE_ENTER | 2026-01-05 09:00:03   | PJSIP/1002-2    | Bob      | 1002       |            | office    | AppDial |            | {"bridge_id":"b1"}
  7  | BRIDGE_ENTER | 2026-01-05 09:00:03   | PJSIP/carrier-1 | Zoé      | 4385550010 | 1002       | office    | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
  8  | BRIDGE_EXIT  | 2026-01-05 09:00:09   | PJSIP/1002-2    | Bob      | 1002       |            | office    | AppDial |            | {"bridge_id":"b1"}
  9  | HANGUP       | 2026-01-05 09:00:09   | PJSIP/1002-2    | Bob      | 1002       |            | office    | AppDial |            | {"hangupcause":16,"hangupsource":"PJSIP/1002-2"}
  10 | CHAN_END     | 2026-01-05 09:00:09   | PJSIP/1002-2    | Bob      | 1002       |            | office    | AppDial |            |
  11 | HANGUP       | 2026-01-05 09:00:09.5 | PJSIP/carrier-1 | Zoé      | 4385550010 | 1002       | office    |         |            | {"hangupcause":16,"hangupsource":"PJSIP/1002-2"}
  12 | CHAN_END     | 2026-01-05 09:00:09.5 | PJSIP/carrier-1 | Zoé      | 4385550010 | 1002       | office    |         |            |
`);

test('the evidence names for each field the rule and the CELs that it used', () => {
  const { evidence } = only(tellings(ANSWERED));
  expect(Object.fromEntries(evidence.map(({ field, rule, cels }) => [field, `${rule} of ${cels.map(({ id }) => id).join()}`]))).toEqual({
    source: 'caller-id of 1,1',
    requested: 'extension-at-the-start of 1,2',
    direction: 'caller-outside:context-named-like-outside of 1,1',
    startedAt: 'first-row-of-the-conversation of 1',
    answeredAt: 'first-phone-that-answered-and-was-heard of 4,7,6',
    answeredBy: 'first-phone-that-answered-and-was-heard of 4,7,6',
    destination: 'last-station:talk of 7,6',
    status: 'first-phone-that-answered-and-was-heard of 4,7,6',
    endedAt: 'last-channel-of-a-person-left of 11',
    closedBy: 'every-channel-ended of 12',
    participants: 'everybody-who-called-rang-or-spoke of 1,3',
    recordings: 'recorders-in-the-stream of ',
    hangup: 'channel-that-hung-up of 11,11,9',
    transfers: 'transfer-events of ',
  });
});

test('without an answer there is no evidence of one', () => {
  const { evidence } = only(tellings(ANSWERED.filter(({ id }) => ![4, 5, 6, 7, 8].includes(id))));
  expect(evidence.map(({ field }) => field)).not.toContain('answeredAt');
});

test('told twice, shuffled or doubled, a call is told the same', () => {
  const once = tellings(ANSWERED);
  const doubled = [...ANSWERED, ...ANSWERED.map((cel) => ({ ...cel, id: cel.id + 100 }))];
  expect(tellings(doubled)).toEqual(once);
  for (let turn = 1; turn < ANSWERED.length; turn++) {
    expect(tellings([...ANSWERED.slice(turn), ...ANSWERED.slice(0, turn)].reverse())).toEqual(once);
  }
});

test.each([
  [12, 'channels', 'every-channel-ended', 9.5],
  [11, 'silence', 'no-end-seen', 9.5],
  [8, 'silence', 'no-end-seen', 9],
])(
  'after %d of its rows a call is closed by %s (%s), and ends when the last person is known to have left',
  (rows, closedBy, rule, seconds) => {
    const { callLog, evidence } = only(tellings(ANSWERED.slice(0, rows)));
    expect(callLog.closedBy).toBe(closedBy);
    expect(evidence.find(({ field }) => field === 'closedBy')?.rule).toBe(rule);
    expect((callLog.endedAt - callLog.startedAt) / 1_000_000).toBe(seconds);
  },
);

test('a conversation that is cut in the middle is told from what was heard', () => {
  const talking = only(tellings(ANSWERED.slice(0, 7))).callLog;
  expect(talking).toMatchObject({
    status: 'answered',
    closedBy: 'silence',
    answeredBy: { number: '1002' },
    hangup: { cause: null, by: null },
  });
  expect(journeyInShort(talking)).toEqual(['ring 1002 0.2-3 answered', 'talk 4385550010+1002 3-3.000001 cut']);
  const ringing = only(tellings(ANSWERED.slice(0, 3))).callLog;
  expect(ringing).toMatchObject({ status: 'missed', answeredAt: null, destination: { number: '1002' } });
  expect(journeyInShort(ringing)).toEqual(['ring 1002 0.2-0.2 cut']);
  const answered = only(tellings(ANSWERED.slice(0, 5))).callLog;
  expect(answered).toMatchObject({ status: 'answered', answeredBy: { number: '1002' }, ringSeconds: 3, talkSeconds: 0 });
});

test('a conversation without its beginning is told from what is there', () => {
  const { callLog } = only(tellings(ANSWERED.slice(3)));
  expect(callLog).toMatchObject({ status: 'answered', source: { number: '4385550010' }, destination: { number: '1002' }, talkSeconds: 6 });
});

test('every single row of a call can be told or refused by itself', () => {
  const dialect = asteriskDialect({ trunks: [], internal: [], directory: null });
  for (const cel of ANSWERED) for (const conversation of groupConversations([cel])) expect(() => dialect.tell(conversation)).not.toThrow();
});

test('a conversation without a channel of a phone or line is refused', () => {
  const dialect = asteriskDialect({ trunks: [], internal: [], directory: null });
  const cels = celsOf('eventtype | eventtime | channame\nCHAN_START | 2026-01-05 09:00:00 | Message/ast_msg_queue');
  expect(groupConversations(cels).map((conversation) => dialect.tell(conversation))).toEqual([
    { reason: 'has no channel of a phone or line' },
  ]);
});

test('options that hold a pattern that is none are refused at once', () => {
  expect(() => asteriskDialect({ trunks: [], internal: ['_1['], directory: null })).toThrow(RangeError);
});

test('every linkedid that a conversation went through is told, in order of appearance', () => {
  const cels = ANSWERED.map((cel) => ({ ...cel, linkedid: (cel.id === 3 ? 'second' : cel.id === 4 ? '' : 'first') as Linkedid }));
  expect(only(tellings(cels)).callLog).toMatchObject({ conversationId: 'first', linkedids: ['first', 'second'] });
});

const BOB: DirectoryEntry = {
  name: 'Bob Tremblay',
  number: '1002',
  context: 'sales',
  userUuid: 'u-2',
  lineId: 12,
  tenantUuid: 't-1',
  tags: ['sales'],
};

/** A directory that knows one line and its number. */
function knowing(endpoint: string, entry: DirectoryEntry): LineDirectory {
  return {
    byEndpoint: (asked) => (asked === endpoint ? entry : null),
    byNumber: (asked) => (asked === entry.number ? entry : null),
    trunks: ['carrier'],
  };
}

test('a directory gives names, users and the tenant', () => {
  const { callLog } = only(tellings(ANSWERED, knowing('1002', BOB)));
  expect(callLog).toMatchObject({
    tenantUuid: 't-1',
    requested: { name: 'Bob Tremblay', internalNumber: '1002', userUuid: 'u-2' },
    destination: { name: 'Bob Tremblay', internalContext: 'sales', userUuid: 'u-2' },
    answeredBy: { name: 'Bob Tremblay', userUuid: 'u-2' },
  });
  expect(callLog.participants).toEqual([
    { role: 'source', userUuid: null, lineId: null, name: 'Zoé', number: '4385550010', answered: true, requested: false, tags: [] },
    {
      role: 'destination',
      userUuid: 'u-2',
      lineId: 12,
      name: 'Bob Tremblay',
      number: '1002',
      answered: true,
      requested: true,
      tags: ['sales'],
    },
  ]);
});

test('a call that nobody answered has the tenant of the first person who rang', () => {
  const missed = ANSWERED.filter(({ id }) => ![4, 5, 6, 7, 8].includes(id));
  expect(only(tellings(missed, knowing('1002', BOB))).callLog).toMatchObject({ status: 'missed', tenantUuid: 't-1' });
  expect(only(tellings(missed)).callLog.tenantUuid).toBeNull();
});
