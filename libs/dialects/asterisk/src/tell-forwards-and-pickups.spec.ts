import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

test('a phone that redirects by 302 forwards the call, and who took it is named after whom it came from', () => {
  const call = told(`
    eventtype    | eventtime                  | channame              | cid_num | exten | context | cid_rdnis | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00        | PJSIP/1001-1          | 1001    | 1002  | office  |           |         |            |
    APP_START    | 2026-01-05 09:00:00        | PJSIP/1001-1          | 1001    | 1002  | office  |           | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00.1      | PJSIP/1002-2          | 1002    | s     | office  |           |         |            |
    CHAN_START   | 2026-01-05 09:00:03        | Local/1003@office-1;1 |         | 1003  | office  |           |         |            |
    CHAN_START   | 2026-01-05 09:00:03        | Local/1003@office-1;2 |         | 1003  | office  |           |         |            |
    FORWARD      | 2026-01-05 09:00:03.1      | PJSIP/1001-1          | 1001    | 1002  | office  | 1002      | Dial    | PJSIP/1002 | {"forward":"1003"}
    APP_START    | 2026-01-05 09:00:03.1      | Local/1003@office-1;2 | 1001    | 1003  | office  | 1002      | Dial    | PJSIP/1003 |
    HANGUP       | 2026-01-05 09:00:03.2      | PJSIP/1002-2          | 1002    | 1002  | office  | 1002      | AppDial |            | {"hangupcause":23}
    CHAN_START   | 2026-01-05 09:00:03.2      | PJSIP/1003-3          | 1003    | s     | office  |           |         |            |
    ANSWER       | 2026-01-05 09:00:05        | PJSIP/1003-3          | 1003    | 1003  | office  | 1002      | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:05        | PJSIP/1003-3          | 1003    |       | office  | 1002      | AppDial |            | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:05        | Local/1003@office-1;2 | 1001    | 1003  | office  | 1002      | Dial    | PJSIP/1003 | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:05        | Local/1003@office-1;1 | 1003    |       | office  | 1002      | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:05        | PJSIP/1001-1          | 1001    | 1002  | office  | 1002      | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09        | PJSIP/1001-1          | 1001    | 1002  | office  | 1002      |         |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09        | PJSIP/1003-3          | 1003    |       | office  | 1002      | AppDial |            | {"hangupcause":16}
  `);
  expect(call).toMatchObject({
    status: 'answered',
    direction: 'internal',
    requested: { number: '1002' },
    destination: { kind: 'user', number: '1003', details: { forwardedFrom: '1002' } },
    answeredBy: { number: '1003' },
    transfers: [],
  });
  expect(journeyInShort(call)).toEqual(['ring 1002 0.1-3.2 forward', 'ring 1003 3.2-5 answered', 'talk 1001+1003 5-9 hangup']);
});

/** 1001 calls 1002, which the dialplan forwards through a trunk. */
function forwardedOutside(rdnis: string): CallLog {
  return told(`
    eventtype    | eventtime           | channame        | cid_num | exten | context | cid_rdnis | appname | appdata                  | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1    | 1001    | 1002  | office  |           |         |                          |
    APP_START    | 2026-01-05 09:00:00 | PJSIP/1001-1    | 1001    | 1002  | office  | ${rdnis}  | Dial    | PJSIP/4385550010@carrier |
    CHAN_START   | 2026-01-05 09:00:01 | PJSIP/carrier-2 |         | s     | office  |           |         |                          |
    ANSWER       | 2026-01-05 09:00:03 | PJSIP/carrier-2 | 1002    |       | office  |           | AppDial |                          |
    BRIDGE_ENTER | 2026-01-05 09:00:03 | PJSIP/carrier-2 | 1002    |       | office  |           | AppDial |                          | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:03 | PJSIP/1001-1    | 1001    | 1002  | office  | ${rdnis}  | Dial    | PJSIP/4385550010@carrier | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1    | 1001    | 1002  | office  | ${rdnis}  |         |                          | {"hangupcause":16}
  `);
}

test('a forward to the outside leaves an internal call internal: the caller dialled a colleague', () => {
  expect(forwardedOutside('1002')).toMatchObject({
    direction: 'internal',
    requested: { number: '1002' },
    destination: { kind: 'external', number: '4385550010', channel: 'PJSIP/carrier-2', internalNumber: null, line: null },
  });
  expect(forwardedOutside('').direction).toBe('outbound');
});

/** 1001 calls 1002; 1003 takes the ringing call over. */
function taken(how: string): CallLog {
  return told(`
    eventtype    | eventtime             | channame     | linkedid     | cid_num | exten | context | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 |              | 1001    | 1002  | office  |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 |              | 1001    | 1002  | office  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1002-2 |              | 1002    | s     | office  |         |            |
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | *8    | office  |         |            |
    ANSWER       | 2026-01-05 09:00:04   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | *8    | office  |         |            |
    ${how}
    ANSWER       | 2026-01-05 09:00:04.1 | PJSIP/1001-1 |              | 1001    | 1002  | office  | Dial    | PJSIP/1002 |
    HANGUP       | 2026-01-05 09:00:04.2 | PJSIP/1002-2 |              | 1002    | *8    | office  |         |            | {"hangupcause":16}
    CHAN_END     | 2026-01-05 09:00:04.2 | PJSIP/1002-2 |              | 1002    | *8    | office  |         |            |
    BRIDGE_ENTER | 2026-01-05 09:00:04.2 | PJSIP/1003-3 | PJSIP/1003-3 | 1003    |       | office  | AppDial |            | {"bridge_id":"b1"}
    LINKEDID_END | 2026-01-05 09:00:04.2 | PJSIP/1003-3 | PJSIP/1003-3 | 1003    |       | office  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:04.2 | PJSIP/1001-1 |              | 1001    | 1002  | office  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:09   | PJSIP/1003-3 |              | 1003    |       | office  | AppDial |            | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 |              | 1001    | 1002  | office  |         |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1003-3 |              | 1003    |       | office  | AppDial |            | {"hangupcause":16}
    LINKEDID_END | 2026-01-05 09:00:09   | PJSIP/1003-3 |              | 1003    |       | office  | AppDial |            |
  `);
}

test('a pickup is no call of its own: the picker answered the call that rang elsewhere', () => {
  const extra = '{"pickup_channel":"PJSIP/1003-3","pickup_channel_uniqueid":"PJSIP/1003-3"}';
  const call = taken(`PICKUP | 2026-01-05 09:00:04.05 | PJSIP/1002-2 | | 1002 | 1002 | office | AppDial | | ${extra}`);
  expect(call).toMatchObject({
    linkedids: ['PJSIP/1001-1', 'PJSIP/1003-3'],
    status: 'answered',
    requested: { number: '1002' },
    destination: { kind: 'user', number: '1003', details: { pickedUpFrom: '1002' } },
    answeredBy: { number: '1003' },
    ringSeconds: 4.2,
    closedBy: 'end',
  });
  expect(journeyInShort(call)).toEqual(['ring 1002 0-4.05 pickup', 'talk 1001+1003 4.2-9 hangup']);
});

test('an INVITE that replaces an early dialog takes the call without an event', () => {
  const call = taken('MY_EVENT | 2026-01-05 09:00:04.05 | PJSIP/1003-3 | | 1003 | *8 | office | | |');
  expect(call).toMatchObject({ destination: { number: '1003', details: { pickedUpFrom: '1002' } }, answeredBy: { number: '1003' } });
  expect(journeyInShort(call)).toEqual(['ring 1002 0-4.2 pickup', 'talk 1001+1003 4.2-9 hangup']);
});

test('an INVITE that replaces a talking channel goes on with the call', () => {
  const call = told(`
    eventtype    | eventtime             | channame     | linkedid     | cid_num | exten | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 |              | 1001    | 1002  |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 |              | 1001    | 1002  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1002-2 |              | 1002    | s     |         |            |
    ANSWER       | 2026-01-05 09:00:02   | PJSIP/1002-2 |              | 1002    | 1002  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02   | PJSIP/1002-2 |              | 1002    |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02   | PJSIP/1001-1 |              | 1001    | 1002  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    CHAN_START   | 2026-01-05 09:00:05   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | 1002  |         |            |
    ANSWER       | 2026-01-05 09:00:05   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | 1002  |         |            |
    BRIDGE_EXIT  | 2026-01-05 09:00:05   | PJSIP/1002-2 |              | 1002    |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1003-3 |              | 1003    |       | AppDial |            | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:05.1 | PJSIP/1002-2 |              | 1002    | 1002  |         |            | {"hangupcause":0}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 |              | 1001    | 1002  |         |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1003-3 |              | 1003    |       | AppDial |            | {"hangupcause":16}
  `);
  expect(call).toMatchObject({ answeredBy: { number: '1002' }, destination: { number: '1003' }, talkSeconds: 7, transfers: [] });
  expect(journeyInShort(call)).toEqual(['ring 1002 0-2 answered', 'talk 1001+1002 2-5 hangup', 'talk 1001+1003 5-9 hangup']);
});
