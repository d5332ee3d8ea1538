import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

/** 4385550010 calls 1001, who answers; what comes then is up to the test. */
function afterAnswer(rows: string): CallLog {
  return told(`
    eventtype    | eventtime             | channame        | linkedid | cid_num    | exten      | context   | userdeftype | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/carrier-1 |          | 4385550010 | 5145550101 | from-pstn |             |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/carrier-1 |          | 4385550010 | 1001       | office    |             | Dial    | PJSIP/1001 |
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-2    |          | 1001       | s          | office    |             |         |            |
    ANSWER       | 2026-01-05 09:00:02   | PJSIP/1001-2    |          | 1001       | 1001       | office    |             | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02   | PJSIP/1001-2    |          | 1001       |            | office    |             | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02   | PJSIP/carrier-1 |          | 4385550010 | 1001       | office    |             | Dial    | PJSIP/1001 | {"bridge_id":"b1"}
    ${rows}
  `);
}

const BLIND =
  '{"extension":"1003","context":"office","transferee_channel_name":"PJSIP/carrier-1","transferee_channel_uniqueid":"PJSIP/carrier-1"}';

/** The caller is sent to 1003 by 1001, whose event is written at a given moment. */
function blind(event: string): CallLog {
  return afterAnswer(`
    BLINDTRANSFER | ${event}             | PJSIP/1001-2 |        | 1001 |      | office | | AppDial |            | ${BLIND}
    BRIDGE_EXIT  | 2026-01-05 09:00:05   | PJSIP/1001-2 |        | 1001 |      | office | | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:05   | PJSIP/carrier-1 | | 4385550010 | 1003 | office | | Dial   | PJSIP/1001 | {"bridge_id":"b1"}
    APP_START    | 2026-01-05 09:00:05.1 | PJSIP/carrier-1 | | 4385550010 | 1003 | office | | Dial   | PJSIP/1003 |
    HANGUP       | 2026-01-05 09:00:05.1 | PJSIP/1001-2 |        | 1001 |      | office | | AppDial |            | {"hangupcause":16}
    CHAN_START   | 2026-01-05 09:00:05.1 | PJSIP/1003-3 |        | 1003 | s    | office | |         |            |
    ANSWER       | 2026-01-05 09:00:07   | PJSIP/1003-3 |        | 1003 | 1003 | office | | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:07   | PJSIP/1003-3 |        | 1003 |      | office | | AppDial |            | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:07   | PJSIP/carrier-1 | | 4385550010 | 1003 | office | | Dial   | PJSIP/1003 | {"bridge_id":"b2"}
    HANGUP       | 2026-01-05 09:00:12   | PJSIP/1003-3 |        | 1003 |      | office | | AppDial |            | {"hangupcause":16,"hangupsource":"PJSIP/1003-3"}
    HANGUP       | 2026-01-05 09:00:12   | PJSIP/carrier-1 | | 4385550010 | 1003 | office | |        |            | {"hangupcause":16,"hangupsource":"PJSIP/1003-3"}
  `);
}

test.each([
  ['before its effects', '2026-01-05 09:00:04.990', 4.99],
  ['after its effects', '2026-01-05 09:00:05.200', 5.2],
])('a blind transfer is one call, whether its event comes %s', (_when, event, at) => {
  const call = blind(event);
  expect(call).toMatchObject({
    direction: 'inbound',
    requested: { number: '5145550101', internalNumber: '1001' },
    destination: { kind: 'user', number: '1003' },
    answeredBy: { number: '1001' },
    talkSeconds: 10,
    hangup: { by: 'destination' },
  });
  expect(call.transfers).toEqual([{ kind: 'blind', by: '1001', to: '1003', at: call.startedAt + at * 1_000_000 }]);
  expect(journeyInShort(call)).toEqual([
    'ring 1001 0-2 answered',
    'talk 4385550010+1001 2-5 blind-transfer',
    'ring 1003 5.1-7 answered',
    'talk 4385550010+1003 7-12 hangup',
  ]);
});

const ATTENDED =
  '"bridge1_id":"b1","channel2_uniqueid":"PJSIP/1001-3","transferee_channel_uniqueid":"PJSIP/carrier-1","transfer_target_channel_uniqueid":"PJSIP/1003-4"';

/** 1001 calls 1003 on a second channel. */
const SECOND_CALL = `
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | | |
    APP_START    | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | Dial | PJSIP/1003 |
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 | s    | office | | | |`;

test('a consultation before an attended transfer is no call of its own', () => {
  const call = afterAnswer(`${SECOND_CALL}
    ANSWER       | 2026-01-05 09:00:05   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 | 1003 | office | | AppDial | |
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 |      | office | | AppDial | | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | Dial | PJSIP/1003 | {"bridge_id":"b2"}
    BRIDGE_EXIT  | 2026-01-05 09:00:08   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | Dial | PJSIP/1001 | {"bridge_id":"b1"}
    ATTENDEDTRANSFER | 2026-01-05 09:00:08 | PJSIP/1001-2  |              | 1001 |      | office | | AppDial | | {${ATTENDED},"bridge2_id":"b2"}
    BRIDGE_EXIT  | 2026-01-05 09:00:08   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | Dial | PJSIP/1003 | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:08.1 | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | Dial | PJSIP/1001 | {"bridge_id":"b2"}
    HANGUP       | 2026-01-05 09:00:08.1 | PJSIP/1001-2    |              | 1001 |      | office | | AppDial | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:08.1 | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | | | {"hangupcause":16,"hangupsource":"PJSIP/carrier-1"}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/1003-4    |              | 1003 |      | office | | AppDial | | {"hangupcause":16,"hangupsource":"PJSIP/carrier-1"}`);
  expect(call.transfers).toEqual([{ kind: 'attended', by: '1001', to: '1003', at: call.startedAt + 8_000_000 }]);
  expect(journeyInShort(call)).toEqual([
    'ring 1001 0-2 answered',
    'talk 4385550010+1001 2-4 attended-transfer',
    'ring 1003 4-5 answered',
    'hold 4385550010 4-8 attended-transfer',
    'consult 1001+1003 5-8 attended-transfer',
    'talk 4385550010+1003 8.1-14 hangup',
  ]);
  expect(call).toMatchObject({
    answeredBy: { number: '1001' },
    destination: { number: '1003' },
    talkSeconds: 12,
    hangup: { by: 'source' },
  });
});

test('a transfer to a phone that still rings is semi-attended', () => {
  const call = afterAnswer(`${SECOND_CALL}
    ATTENDEDTRANSFER | 2026-01-05 09:00:06 | PJSIP/1001-2  |              | 1001 |      | office | | AppDial | | {${ATTENDED},"app":"Dial"}
    BRIDGE_EXIT  | 2026-01-05 09:00:06   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | Dial | PJSIP/1001 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:06   | PJSIP/1001-2    |              | 1001 |      | office | | AppDial | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:06   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1001 | office | | | | {"hangupcause":16}
    ANSWER       | 2026-01-05 09:00:09   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 | 1003 | office | | AppDial | |
    BRIDGE_ENTER | 2026-01-05 09:00:09   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 |      | office | | AppDial | | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:09   | PJSIP/carrier-1 |              | 4385550010 | 1003 | office | | Dial | PJSIP/1003 | {"bridge_id":"b2"}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/1003-4    |              | 1003 |      | office | | AppDial | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-1 |              | 4385550010 | 1003 | office | | | | {"hangupcause":16}`);
  expect(call.transfers).toEqual([{ kind: 'semi-attended', by: '1001', to: '1003', at: call.startedAt + 6_000_000 }]);
  expect(journeyInShort(call)).toEqual([
    'ring 1001 0-2 answered',
    'talk 4385550010+1001 2-4 attended-transfer',
    'hold 4385550010 4-6 attended-transfer',
    'ring 1003 4-9 answered',
    'talk 4385550010+1003 9-14 hangup',
  ]);
});

/** By DTMF, 1001 leaves the caller on hold, asks 1003 in the same linkedid, and then puts all three together. */
function threeWay(stays: boolean): CallLog {
  const extra = ATTENDED.replace('PJSIP/1001-3', 'PJSIP/1001-2');
  return afterAnswer(`
    BRIDGE_EXIT  | 2026-01-05 09:00:04   | PJSIP/1001-2    | | 1001 |      | office | | AppDial | | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:04   | PJSIP/1001-2    | | 1001 |      | office | | AppDial | | {"bridge_id":"b2"}
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1003-4    | | 1003 | s    | office | | | |
    ANSWER       | 2026-01-05 09:00:05   | PJSIP/1003-4    | | 1003 | 1003 | office | | AppDial | |
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1003-4    | | 1003 |      | office | | AppDial | | {"bridge_id":"b2"}
    ATTENDEDTRANSFER | 2026-01-05 09:00:08 | PJSIP/1001-2  | | 1001 |      | office | | AppDial | | {${extra},"bridge2_id":"b2"}
    BRIDGE_EXIT  | 2026-01-05 09:00:08   | PJSIP/1003-4    | | 1003 |      | office | | AppDial | | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:08   | PJSIP/1003-4    | | 1003 |      | office | | AppDial | | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:08   | PJSIP/1001-2    | | 1001 |      | office | | AppDial | | {"bridge_id":"b2"}
    ${stays ? 'BRIDGE_ENTER' : 'HANGUP'} | 2026-01-05 09:00:08.02 | PJSIP/1001-2 | | 1001 | | office | | AppDial | | {"bridge_id":"b1","hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/1003-4    | | 1003 |      | office | | AppDial | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-1 | | 4385550010 | 1001 | office | | | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/1001-2    | | 1001 |      | office | | | | {"hangupcause":16}`);
}

test('a three-way conference transfers nobody', () => {
  const call = threeWay(true);
  expect(call.transfers).toEqual([]);
  expect(journeyInShort(call)).toContain('talk 4385550010+1001+1003 8.02-14 hangup');
  expect(journeyInShort(call)).toContainEqual(expect.stringMatching(/^hold 4385550010 \d-8 joined$/));
});

test('with the transferer gone, the same events are a transfer', () => {
  const call = threeWay(false);
  expect(call.transfers).toMatchObject([{ kind: 'attended', by: '1001', to: '1003' }]);
  expect(journeyInShort(call)).toContain('talk 4385550010+1003 8-14 hangup');
});
