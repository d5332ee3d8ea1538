import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

test('who enters a conference reached it, alone or with others, and the room is the destination', () => {
  const call = told(`
    eventtype    | eventtime           | channame     | exten | context | appname    | appdata     | peer           | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 5010  | office  |            |             |                |
    ANSWER       | 2026-01-05 09:00:01 | PJSIP/1001-1 | 5010  | office  | Answer     |             |                |
    APP_START    | 2026-01-05 09:00:01 | PJSIP/1001-1 | 5010  | office  | ConfBridge | 5010,,admin |                |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | 5010  | office  | ConfBridge | 5010,,admin | CBAnn/5010-1;2 | {"bridge_id":"b1","bridge_technology":"softmix"}
    BRIDGE_EXIT  | 2026-01-05 09:00:09 | PJSIP/1001-1 | 5010  | office  | ConfBridge | 5010,,admin |                | {"bridge_id":"b1","bridge_technology":"softmix"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | 5010  | office  |            |             |                | {"hangupcause":16,"hangupsource":"PJSIP/1001-1"}
  `);
  expect(call).toMatchObject({
    status: 'answered',
    answeredBy: null,
    ringSeconds: 2,
    talkSeconds: 7,
    destination: { kind: 'conference', number: '5010', context: 'office', channel: null },
    recordings: [],
    hangup: { by: 'source' },
  });
  expect(journeyInShort(call)).toEqual(['conference 1001+conference 5010 2-9 hangup']);
});

test('a conference without a name is at its extension', () => {
  const call = told(`
    eventtype    | eventtime           | channame     | exten | appname | appdata | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 5011  |         |         |
    APP_START    | 2026-01-05 09:00:01 | PJSIP/1001-1 | 5011  | MeetMe  |         |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | 5011  | MeetMe  |         | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | 5011  |         |         | {"hangupcause":16}
  `);
  expect(call.destination).toMatchObject({ kind: 'conference', number: '5011' });
});

/** 1001 pages two phones, which answer by themselves and wait in the room for the pager. */
function paged(pager: string): CallLog {
  return told(`
    eventtype    | eventtime             | channame     | exten | context | appname    | appdata               | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 | 3310  | office  |            |                       |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 | 3310  | office  | Page       | PJSIP/1003&PJSIP/1004 |
    CHAN_START   | 2026-01-05 09:00:00.1 | PJSIP/1003-2 | s     | office  |            |                       |
    CHAN_START   | 2026-01-05 09:00:00.1 | PJSIP/1004-3 | s     | office  |            |                       |
    ANSWER       | 2026-01-05 09:00:01   | PJSIP/1004-3 | s     | office  | AppDial2   |                       |
    APP_START    | 2026-01-05 09:00:01   | PJSIP/1004-3 | s     | office  | ConfBridge | 111164974             |
    BRIDGE_ENTER | 2026-01-05 09:00:01   | PJSIP/1004-3 | s     | office  | ConfBridge | 111164974             | {"bridge_id":"b1"}
    ANSWER       | 2026-01-05 09:00:01.2 | PJSIP/1003-2 | s     | office  | AppDial2   |                       |
    APP_START    | 2026-01-05 09:00:01.2 | PJSIP/1003-2 | s     | office  | ConfBridge | 111164974             |
    BRIDGE_ENTER | 2026-01-05 09:00:01.2 | PJSIP/1003-2 | s     | office  | ConfBridge | 111164974             | {"bridge_id":"b1"}
    ${pager}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1003-2 | s     | office  | AppDial2   |                       | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1004-3 | s     | office  | AppDial2   |                       | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 | 3310  | office  |            |                       | {"hangupcause":16,"hangupsource":"PJSIP/1001-1"}
  `);
}

test('a page reaches a group, and lasts while the pager is in the room', () => {
  const call = paged(`
    APP_END      | 2026-01-05 09:00:02   | PJSIP/1001-1 | 3310  | office  | Page       | PJSIP/1003&PJSIP/1004 |
    APP_START    | 2026-01-05 09:00:02   | PJSIP/1001-1 | 3310  | office  | ConfBridge | 111164974             |
    BRIDGE_ENTER | 2026-01-05 09:00:03   | PJSIP/1001-1 | 3310  | office  | ConfBridge | 111164974             | {"bridge_id":"b1"}`);
  expect(call).toMatchObject({
    status: 'answered',
    ringSeconds: 3,
    talkSeconds: 6,
    answeredBy: { number: '1003' },
    destination: { kind: 'group', number: '3310', context: 'office' },
  });
  expect(journeyInShort(call)).toEqual([
    expect.stringMatching(/^ring 1003\+1004 0\.1-1(\.2)? answered$/),
    'page 1001+1003+1004 3-9 hangup',
  ]);
});

test('phones that wait for a pager who never comes are in no conference', () => {
  const call = paged('');
  expect(journeyInShort(call)).toEqual([expect.stringMatching(/^ring 1003\+1004 /)]);
  expect(call.status).not.toBe('answered');
});

/** 4385550010 waits in a queue, which rings 1002 twice. */
function queued(end: string): CallLog {
  return told(`
    eventtype    | eventtime             | channame        | cid_num    | exten      | context   | appname | appdata  | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/carrier-1 | 4385550010 | 5145550100 | from-pstn |         |          |
    ANSWER       | 2026-01-05 09:00:00   | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Answer  |          |
    APP_START    | 2026-01-05 09:00:01   | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Queue   | sales,t  |
    CHAN_START   | 2026-01-05 09:00:02   | PJSIP/1002-2    | 1002       | 4010       | office    |         |          |
    HANGUP       | 2026-01-05 09:00:07   | PJSIP/1002-2    | 1002       | 4010       | office    | AppQueue |         | {"hangupcause":0}
    CHAN_START   | 2026-01-05 09:00:08   | PJSIP/1002-3    | 1002       | 4010       | office    |         |          |
    ${end}
  `);
}

test('a queue waits until an agent is heard, and the agent is who answered', () => {
  const call = queued(`
    ANSWER       | 2026-01-05 09:00:10   | PJSIP/1002-3    | 1002       | 4010       | office    | AppQueue |         |
    BRIDGE_ENTER | 2026-01-05 09:00:10   | PJSIP/1002-3    | 1002       | 4010       | office    | AppQueue |         | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:10   | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Queue   | sales,t  | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:20   | PJSIP/1002-3    | 1002       | 4010       | office    | AppQueue |         | {"hangupcause":16,"hangupsource":"PJSIP/1002-3"}
    APP_END      | 2026-01-05 09:00:20   | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Queue   | sales,t  |
    HANGUP       | 2026-01-05 09:00:20   | PJSIP/carrier-1 | 4385550010 | 4010       | office    |         |          | {"hangupcause":16,"hangupsource":"PJSIP/1002-3"}`);
  expect(call).toMatchObject({
    direction: 'inbound',
    status: 'answered',
    ringSeconds: 10,
    talkSeconds: 10,
    answeredBy: { number: '1002' },
    requested: { number: '5145550100', internalNumber: '4010' },
    destination: { kind: 'user', number: '1002', details: { queue: '4010' } },
    hangup: { by: 'destination' },
  });
  expect(journeyInShort(call)).toEqual([
    'queue 4385550010+queue 4010 1-10 answered',
    'ring 1002 2-7 no-answer',
    'ring 1002 8-10 answered',
    'talk 4385550010+1002 10-20 hangup',
  ]);
});

test('who leaves a queue without an agent missed it, and the queue is the destination, not its member', () => {
  const abandoned = queued(`
    HANGUP       | 2026-01-05 09:00:12   | PJSIP/1002-3    | 1002       | 4010       | office    | AppQueue |         | {"hangupcause":127}
    HANGUP       | 2026-01-05 09:00:12   | PJSIP/carrier-1 | 4385550010 | 4010       | office    |         |          | {"hangupcause":127,"hangupsource":"PJSIP/carrier-1"}`);
  expect(abandoned).toMatchObject({
    status: 'missed',
    answeredAt: null,
    destination: { kind: 'queue', number: '4010', details: { queueName: 'sales' } },
  });
  expect(journeyInShort(abandoned)[0]).toBe('queue 4385550010+queue 4010 1-12 abandoned');
  expect(journeyInShort(abandoned).at(-1)).toBe('ring 1002 8-12 abandoned');
});

test('a queue that gave up ends without an answer', () => {
  const call = queued(`
    HANGUP       | 2026-01-05 09:00:12   | PJSIP/1002-3    | 1002       | 4010       | office    | AppQueue |         | {"hangupcause":0}
    APP_END      | 2026-01-05 09:00:12   | PJSIP/carrier-1 | 4385550010 | 4010       | office    | Queue   | sales,t  |
    HANGUP       | 2026-01-05 09:00:15   | PJSIP/carrier-1 | 4385550010 | 4010       | office    |         |          | {"hangupcause":16}`);
  expect(journeyInShort(call)[0]).toBe('queue 4385550010+queue 4010 1-12 no-answer');
  expect(call.status).toBe('missed');
});
