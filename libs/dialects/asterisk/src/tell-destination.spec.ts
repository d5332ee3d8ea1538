import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

/** 1001 calls an extension, which rings two phones; the second one answers. */
function groupAnswered(exten: string, targets: string): CallLog {
  return told(`
    eventtype    | eventtime             | channame     | cid_num | exten    | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1001    | ${exten} |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1001    | ${exten} | Dial    | ${targets} |
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1002-2 | 1002    | s        |         |            |
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1003-3 | 1003    | s        |         |            |
    ANSWER       | 2026-01-05 09:00:03   | PJSIP/1003-3 | 1003    | ${exten} | AppDial |            |
    HANGUP       | 2026-01-05 09:00:03.5 | PJSIP/1002-2 | 1002    | ${exten} | AppDial |            | {"hangupcause":26}
    BRIDGE_ENTER | 2026-01-05 09:00:03.5 | PJSIP/1003-3 | 1003    |          | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:03.5 | PJSIP/1001-1 | 1001    | ${exten} | Dial    | ${targets} | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 | 1001    | ${exten} |         |            | {"hangupcause":16}
  `);
}

test('a group that was answered ended at the person, and its extension is a detail', () => {
  const call = groupAnswered('3300', 'PJSIP/1002&PJSIP/1003');
  expect(call.destination).toMatchObject({ kind: 'user', number: '1003' });
  expect(call.destination.details).toEqual({ group: '3300' });
  expect(journeyInShort(call)[0]).toBe('ring 1002+1003 0-3 answered');
});

test('phones that ring from the extension of one of them are no group', () => {
  expect(groupAnswered('1003', 'PJSIP/1002&PJSIP/1003').destination.details).toEqual({});
  expect(groupAnswered('1009', 'Local/1009@desk&Local/1009@mobile').destination.details).toEqual({});
});

test('a phone that shows no name has the one that goes with its number', () => {
  const call = told(`
    eventtype    | eventtime           | channame     | cid_name | cid_num    | exten | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | Alice    | 1001       | 1002  |         |            |
    APP_START    | 2026-01-05 09:00:00 | PJSIP/1001-1 | Alice    | 1001       | 1002  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1002-2 | Bob      | 1002       | s     |         |            |
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1002-3 | Acme     | 5145550100 | s     |         |            |
    ANSWER       | 2026-01-05 09:00:03 | PJSIP/1002-3 | Acme     | 5145550100 | 1002  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:03 | PJSIP/1002-3 | Acme     | 5145550100 |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:03 | PJSIP/1001-1 | Alice    | 1001       | 1002  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1002-2 | Bob      | 1002       | 1002  | AppDial |            | {"hangupcause":26}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | Alice    | 1001       | 1002  |         |            | {"hangupcause":16}
  `);
  expect(call.destination).toMatchObject({ channel: 'PJSIP/1002-3', number: '1002', name: 'Bob' });
  expect(call.participants).toMatchObject([
    { number: '1001', name: 'Alice' },
    { number: '1002', name: 'Bob', answered: true },
  ]);
});

test('who is added to a talk is where it ended', () => {
  const call = told(`
    eventtype    | eventtime           | channame     | exten | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |            |
    APP_START    | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |         |            |
    ANSWER       | 2026-01-05 09:00:02 | PJSIP/1002-2 | 1002  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1002-2 |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    CHAN_START   | 2026-01-05 09:00:05 | PJSIP/1003-3 | s     |         |            |
    BRIDGE_ENTER | 2026-01-05 09:00:06 | PJSIP/1003-3 |       | AppDial |            | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | 1002  |         |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1002-2 |       | AppDial |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1003-3 |       | AppDial |            | {"hangupcause":16}
  `);
  expect(call).toMatchObject({ answeredBy: { number: '1002' }, destination: { number: '1003' } });
  expect(journeyInShort(call)).toContain('talk 1001+1002 2-6 joined');
});

test('who was on hold when the call ended was still its destination', () => {
  const call = told(`
    eventtype    | eventtime           | channame     | exten | userdeftype      | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |                  |         |            |
    APP_START    | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |                  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |                  |         |            |
    ANSWER       | 2026-01-05 09:00:02 | PJSIP/1002-2 | 1002  |                  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1002-2 |       |                  | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002  |                  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    STREAM_BEGIN | 2026-01-05 09:00:05 | PJSIP/1001-1 | 1002  | MOH_STREAM_BEGIN | Dial    | PJSIP/1002 | {"class":"default"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | 1002  |                  |         |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1002-2 |       |                  | AppDial |            | {"hangupcause":16}
  `);
  expect(journeyInShort(call).at(-1)).toBe('hold 1001 5-9 hangup');
  expect(call.destination).toMatchObject({ kind: 'user', number: '1002' });
});

/** An inbound caller goes through applications of the dialplan and is released. */
function through(rows: string, cause = 16): CallLog {
  return told(`
    eventtype  | eventtime           | channame        | cid_num    | exten      | context   | appname | appdata | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/carrier-1 | 4385550010 | 5145550100 | from-pstn |         |         |
    ANSWER     | 2026-01-05 09:00:00 | PJSIP/carrier-1 | 4385550010 | 5145550100 | from-pstn | Answer  |         |
    ${rows}
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/carrier-1 | 4385550010 | s          | closed    |         |         | {"hangupcause":${cause}}
  `);
}

test('who heard only an announcement was where it was played, and missed whatever the tone after it', () => {
  const call = through('APP_START | 2026-01-05 09:00:01 | PJSIP/carrier-1 | 4385550010 | s | closed | Playback | sorry |', 34);
  expect(call).toMatchObject({ status: 'missed', destination: { kind: 'ivr', number: 'closed', context: 'closed' } });
});

test('a mailbox behind a queue remembers the queue', () => {
  const call = through(`
    APP_START  | 2026-01-05 09:00:01 | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Queue     | sales |
    APP_END    | 2026-01-05 09:00:04 | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Queue     | sales |
    APP_START  | 2026-01-05 09:00:04 | PJSIP/carrier-1 | 4385550010 | 4010       | office    | VoiceMail | 4010@default |`);
  expect(call).toMatchObject({ status: 'voicemail', requested: { internalNumber: '4010' } });
  expect(call.destination.details).toEqual({ queue: '4010', mailbox: '4010@default' });
});

test('the extension behind a number is the first other one that the dialplan took the caller to', () => {
  const call = through(`
    APP_START  | 2026-01-05 09:00:01 | PJSIP/carrier-1 | 4385550010 | 5145550100 | from-pstn | Set       | X=1   |
    APP_START  | 2026-01-05 09:00:02 | PJSIP/carrier-1 | 4385550010 | s          | menu      | Set       | X=2   |
    APP_START  | 2026-01-05 09:00:03 | PJSIP/carrier-1 | 4385550010 | 1002       | office    | Set       | X=3   |`);
  expect(call.requested).toMatchObject({ number: '5145550100', internalNumber: '1002', internalContext: 'office' });
});

test('what a Local half executes, it executes on behalf of the caller who rang it', () => {
  const call = told(`
    eventtype  | eventtime           | channame              | exten | context | appname   | appdata             | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1          | 1002  | office  |           |                     |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1          | 1002  | office  | Dial      | Local/vm@boxes      |
    CHAN_START | 2026-01-05 09:00:01 | Local/vm@boxes-1;1    | vm    | boxes   |           |                     |
    CHAN_START | 2026-01-05 09:00:01 | Local/vm@boxes-1;2    | vm    | boxes   |           |                     |
    APP_START  | 2026-01-05 09:00:02 | Local/vm@boxes-1;2    | vm    | boxes   | VoiceMail | @default            |
    HANGUP     | 2026-01-05 09:00:09 | Local/vm@boxes-1;2    | vm    | boxes   |           |                     | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1          | 1002  | office  |           |                     | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:15 | Local/vm@boxes-1;1    | vm    | boxes   |           |                     | {"hangupcause":16}
  `);
  expect(journeyInShort(call)).toEqual(['voicemail 1001+voicemail 1001 2-9 hangup']);
  expect(call.participants.map(({ number }) => number)).toEqual(['1001']);
  expect(call.endedAt - call.startedAt).toBe(9_000_000);
});

test('a feature code that rings somebody who does not answer is not answered', () => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata    | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | *55   |         |            |
    ANSWER     | 2026-01-05 09:00:00 | PJSIP/1001-1 | *55   | Answer  |            |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | *55   | Dial    | PJSIP/1002 |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |         |            |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1002-2 | *55   | AppDial |            | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 | *55   |         |            | {"hangupcause":16}
  `);
  expect(call).toMatchObject({ status: 'missed', answeredAt: null });
});
