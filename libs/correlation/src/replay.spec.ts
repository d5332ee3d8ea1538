import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { Conversation } from './group-conversations.js';
import { groupConversations } from './group-conversations.js';
import type { Leg } from './leg.js';
import type { Replay } from './replay.js';
import { replay } from './replay.js';

/** Replays a table in which a channel's uniqueid is its name and, unless a row says otherwise, its linkedid is the first channel's. */
function replayed(table: string): Replay {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  const linked = cels.map((cel) => ({
    ...cel,
    uniqueid: cel.channelName as Uniqueid,
    linkedid: cel.linkedid === '' ? linkedid : cel.linkedid,
  }));
  return replay(groupConversations(linked)[0] as Conversation);
}

const legOf = ({ legs }: Replay, name: string): Leg => legs.find(({ channelName }) => channelName === name) as Leg;

const NINE = Date.UTC(2026, 0, 5, 9) * 1_000;
const second = (at: number): number => Math.round((at - NINE) / 1_000) / 1_000;

test('channels stand in order of their first row, between the first and the last row of all', () => {
  const { legs, startedAt, endedAt } = replayed(`
    eventtype  | eventtime             | channame
    CHAN_START | 2026-01-05 09:00:01   | PJSIP/1001-1
    CHAN_START | 2026-01-05 09:00:02   | PJSIP/1002-2
    HANGUP     | 2026-01-05 09:00:03   | PJSIP/1001-1
    MY_EVENT   | 2026-01-05 09:00:04   | PJSIP/1002-2
  `);
  expect(legs.map(({ channelName, first, last }) => [channelName, first.id, last.id])).toEqual([
    ['PJSIP/1001-1', 1, 3],
    ['PJSIP/1002-2', 2, 4],
  ]);
  expect([second(startedAt), second(endedAt)]).toEqual([1, 4]);
});

test('a channel keeps the first of each event of its life', () => {
  const { legs } = replayed(`
    eventtype  | eventtime           | channame
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1001-1
    ANSWER     | 2026-01-05 09:00:02 | PJSIP/1001-1
    ANSWER     | 2026-01-05 09:00:03 | PJSIP/1001-1
    HANGUP     | 2026-01-05 09:00:04 | PJSIP/1001-1
    CHAN_END   | 2026-01-05 09:00:04 | PJSIP/1001-1
    HANGUP     | 2026-01-05 09:00:05 | PJSIP/1001-1
    CHAN_END   | 2026-01-05 09:00:05 | PJSIP/1001-1
  `);
  const [{ start, answer, hangup, end }] = legs as readonly [Leg];
  expect([start?.id, answer?.id, hangup?.id, end?.id]).toEqual([1, 2, 4, 5]);
});

test('the halves of Local channels pair, each with its own', () => {
  const pair = replayed(`
    eventtype  | eventtime           | channame
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1001-1
    CHAN_START | 2026-01-05 09:00:02 | Local/1002@office-00000001;1
    CHAN_START | 2026-01-05 09:00:02 | Local/1002@office-00000002;1
    CHAN_START | 2026-01-05 09:00:02 | Local/1002@office-00000002;2
    CHAN_START | 2026-01-05 09:00:02 | Local/1002@office-00000001;2
    CHAN_START | 2026-01-05 09:00:02 | Local/1003@office-00000003;1
  `);
  expect(pair.legs.map(({ partner }) => partner?.channelName ?? null)).toEqual([
    null,
    'Local/1002@office-00000001;2',
    'Local/1002@office-00000002;2',
    'Local/1002@office-00000002;1',
    'Local/1002@office-00000001;1',
    null,
  ]);
  expect(pair.legs.map(({ ear }) => ear)).toEqual([true, false, false, false, false, false]);
});

test('after a restart a Local channel of the same name pairs anew', () => {
  const cels = celTable(`
    eventtype  | eventtime           | channame                     | uniqueid | linkedid
    CHAN_START | 2026-01-05 09:00:01 | Local/1002@office-00000001;1 | old1     | a
    CHAN_START | 2026-01-05 09:00:02 | Local/1002@office-00000001;1 | new1     | a
    CHAN_START | 2026-01-05 09:00:02 | Local/1002@office-00000001;2 | new2     | a
  `);
  const { legs } = replay(groupConversations(cels)[0] as Conversation);
  expect(legs.map(({ partner }) => partner?.uniqueid ?? null)).toEqual([null, 'new2', 'new1']);
});

test.each([
  ['calls in when it is its own linkedid', 'CHAN_START', 'PJSIP/1001-1', '', '', 'caller'],
  ['was called when it inherits a linkedid', 'CHAN_START', 'PJSIP/1001-1', 'older', 'AppDial', 'called'],
  ['was originated when it is its own linkedid and shows AppDial2', 'CHAN_START', 'PJSIP/1001-1', '', 'AppDial2', 'originated'],
  ['was originated when it is half of a Local channel with nothing before it', 'CHAN_START', 'Local/1@a-1;1', '', '', 'originated'],
  ['called in when its beginning is missing', 'ANSWER', 'PJSIP/1001-1', 'older', 'Dial', 'caller'],
  ['was called when its beginning is missing and it shows AppDial', 'ANSWER', 'PJSIP/1001-1', 'older', 'AppDial', 'called'],
  ['was called when its beginning is missing and it shows AppQueue', 'ANSWER', 'PJSIP/1001-1', 'older', 'AppQueue', 'called'],
])('a channel %s', (_rule, event, name, linkedid, app, origin) => {
  const { legs } = replayed(`
    eventtype | eventtime           | channame | linkedid    | appname
    ${event}  | 2026-01-05 09:00:01 | ${name}  | ${linkedid} |
    HANGUP    | 2026-01-05 09:00:02 | ${name}  | ${linkedid} | ${app}
  `);
  expect(legs.map(({ origin: came }) => came)).toEqual([origin]);
});

test('a channel is identified by its first caller id, and reidentified by the first other one after its start', () => {
  const { legs } = replayed(`
    eventtype  | eventtime           | channame        | cid_num
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1001-1    | 1001
    CHAN_START | 2026-01-05 09:00:02 | PJSIP/carrier-2 |
    ANSWER     | 2026-01-05 09:00:03 | PJSIP/carrier-2 | 94385550010
    ANSWER     | 2026-01-05 09:00:03 | PJSIP/1001-1    | 1001
    MY_EVENT   | 2026-01-05 09:00:03 | PJSIP/1001-1    | 5145550101
    HANGUP     | 2026-01-05 09:00:04 | PJSIP/1001-1    | 5145550102
    HANGUP     | 2026-01-05 09:00:04 | PJSIP/carrier-2 | 94385550010
  `);
  expect(legs.map(({ identified, reidentified }) => [identified?.id, reidentified?.id])).toEqual([
    [1, 5],
    [3, 3],
  ]);
});

test('a channel is in one bridge at a time, and leaves the last one with its hang-up', () => {
  const { legs } = replayed(`
    eventtype    | eventtime           | channame     | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 |
    BRIDGE_ENTER | 2026-01-05 09:00:01 | PJSIP/1001-1 | {"bridge_id":"b1","bridge_technology":"simple_bridge"}
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | {"bridge_id":"b1","bridge_technology":"native_rtp"}
    BRIDGE_ENTER | 2026-01-05 09:00:03 | PJSIP/1001-1 | {"bridge_id":"b2","bridge_technology":"simple_bridge"}
    BRIDGE_EXIT  | 2026-01-05 09:00:04 | PJSIP/1001-1 | {"bridge_id":"b1","bridge_technology":"simple_bridge"}
    BRIDGE_EXIT  | 2026-01-05 09:00:05 | PJSIP/1001-1 | {"bridge_id":"b2","bridge_technology":"simple_bridge"}
    BRIDGE_ENTER | 2026-01-05 09:00:06 | PJSIP/1001-1 | {"bridge_id":"lot","bridge_technology":"holding_bridge"}
    BRIDGE_ENTER | 2026-01-05 09:00:06 | PJSIP/1001-1 |
    HANGUP       | 2026-01-05 09:00:07 | PJSIP/1001-1 |
  `);
  expect(
    legs[0]?.stays.map(({ bridgeId, from, until, enter, exit, holding }) => [
      bridgeId,
      second(from),
      second(until),
      enter?.id,
      exit?.id,
      holding,
    ]),
  ).toEqual([
    ['b1', 1, 3, 2, undefined, false],
    ['b2', 3, 5, 4, 6, false],
    ['lot', 6, 7, 7, undefined, true],
  ]);
});

test('a channel that a masquerade put into a bridge is there since it runs what runs there', () => {
  const { legs } = replayed(`
    eventtype   | eventtime           | channame     | appname | appdata    | extra
    CHAN_START  | 2026-01-05 09:00:00 | PJSIP/1003-1 |         |            |
    APP_START   | 2026-01-05 09:00:02 | PJSIP/1003-1 | Dial    | PJSIP/1002 |
    BRIDGE_EXIT | 2026-01-05 09:00:05 | PJSIP/1003-1 | Dial    | PJSIP/1002 | {"bridge_id":"b1","bridge_technology":"simple_bridge"}
    BRIDGE_EXIT | 2026-01-05 09:00:06 | PJSIP/1003-1 | Dial    | PJSIP/1002 | {"bridge_id":"b2","bridge_technology":"simple_bridge"}
    BRIDGE_EXIT | 2026-01-05 09:00:06 | PJSIP/1003-1 | Dial    | PJSIP/1002 | {"bridge_id":"b2","bridge_technology":"native_rtp"}
    BRIDGE_EXIT | 2026-01-05 09:00:07 | PJSIP/1003-1 | Dial    | PJSIP/1002 |
  `);
  expect(legs[0]?.stays.map(({ bridgeId, from, until, enter, exit }) => [bridgeId, second(from), second(until), enter, exit?.id])).toEqual([
    ['b1', 2, 5, null, 3],
    ['b2', 5, 6, null, 4],
  ]);
});

test('a masqueraded channel that runs nothing is in its bridge since its first row', () => {
  const { legs } = replayed(`
    eventtype   | eventtime           | channame     | extra
    ANSWER      | 2026-01-05 09:00:01 | PJSIP/1003-1 |
    BRIDGE_EXIT | 2026-01-05 09:00:05 | PJSIP/1003-1 | {"bridge_id":"b1"}
  `);
  expect(legs[0]?.stays.map(({ from, until }) => [second(from), second(until)])).toEqual([[1, 5]]);
});

test('a channel that is cut off ran and was bridged until the last row of all', () => {
  const cut = replayed(`
    eventtype    | eventtime           | channame     | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 |         |            |
    APP_START    | 2026-01-05 09:00:00 | PJSIP/1001-1 | Dial    | PJSIP/1002 |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    MY_EVENT     | 2026-01-05 09:00:08 | PJSIP/1002-2 |         |            |
  `);
  const { runs, stays, hangup } = legOf(cut, 'PJSIP/1001-1');
  expect(hangup).toBeNull();
  expect(second(runs[0]?.until as number)).toBe(8);
  expect(stays[0]?.until).toBe(NINE + 8_000_001);
});

test('who was bridged at the last row was so for a microsecond at least', () => {
  const { legs } = replayed(`
    eventtype    | eventtime           | channame     | extra
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | {"bridge_id":"b1"}
  `);
  expect(legs[0]?.stays.map(({ from, until }) => until - from)).toEqual([1]);
});

test('a broken bridge row spoils only itself', () => {
  const { legs } = replayed(`
    eventtype    | eventtime           | channame     | extra
    BRIDGE_ENTER | 2026-01-05 09:00:01 | PJSIP/1001-1 | {"bridge_
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:03 | PJSIP/1001-1 | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:04 | PJSIP/1001-1 | {"bri
  `);
  expect(legs[0]?.stays.map(({ bridgeId, from, until }) => [bridgeId, second(from), second(until)])).toEqual([['b1', 2, 3]]);
});
