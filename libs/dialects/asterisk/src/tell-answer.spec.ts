import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

test('a call is answered when the called phone is heard, and talk lasts until the caller is gone', () => {
  const call = told(`
    eventtype    | eventtime             | channame     | cid_name | cid_num | exten | context | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 | Alice    | 1001    | 1002  | office  |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 | Alice    | 1001    | 1002  | office  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00.5 | PJSIP/1002-2 | Bob      | 1002    | s     | office  |         |            |
    ANSWER       | 2026-01-05 09:00:03   | PJSIP/1002-2 | Bob      | 1002    | 1002  | office  | AppDial |            |
    ANSWER       | 2026-01-05 09:00:03.1 | PJSIP/1001-1 | Alice    | 1001    | 1002  | office  | Dial    | PJSIP/1002 |
    BRIDGE_ENTER | 2026-01-05 09:00:03.2 | PJSIP/1002-2 | Bob      | 1002    |       | office  | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:03.3 | PJSIP/1001-1 | Alice    | 1001    | 1002  | office  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:09   | PJSIP/1001-1 | Alice    | 1001    | 1002  | office  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 | Alice    | 1001    | 1002  | office  |         |            | {"hangupcause":16,"hangupsource":"PJSIP/1001-1"}
    HANGUP       | 2026-01-05 09:00:09.2 | PJSIP/1002-2 | Bob      | 1002    |       | office  | AppDial |            | {"hangupcause":16}
    LINKEDID_END | 2026-01-05 09:00:09.2 | PJSIP/1002-2 | Bob      | 1002    |       | office  | AppDial |            |
  `);
  expect(call).toMatchObject({
    id: null,
    version: 1,
    conversationId: 'PJSIP/1001-1',
    direction: 'internal',
    status: 'answered',
    closedBy: 'end',
    ringSeconds: 3,
    talkSeconds: 6,
    source: { name: 'Alice', number: '1001', context: 'office', channel: 'PJSIP/1001-1', internalNumber: '1001', line: 'PJSIP/1001' },
    requested: { name: 'Bob', number: '1002', context: 'office' },
    destination: { kind: 'user', name: 'Bob', number: '1002', channel: 'PJSIP/1002-2', line: 'PJSIP/1002', details: {} },
    answeredBy: { name: 'Bob', number: '1002', userUuid: null },
    hangup: { cause: 16, by: 'source' },
    transfers: [],
    recordings: [],
    tags: [],
  });
  expect(call.endedAt - call.startedAt).toBe(9_200_000);
  expect(journeyInShort(call)).toEqual(['ring 1002 0.5-3 answered', 'talk 1001+1002 3.3-9 hangup']);
});

test('without any bridge events, the answer of a called phone is all there is', () => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata    | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |            |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-2 | s     |         |            |
    ANSWER     | 2026-01-05 09:00:03 | PJSIP/1002-2 | 1002  | AppDial |            |
    ANSWER     | 2026-01-05 09:00:03 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |
    HANGUP     | 2026-01-05 09:00:08 | PJSIP/1002-2 |       | AppDial |            | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 | 1002  |         |            | {"hangupcause":16}
  `);
  expect(call).toMatchObject({
    status: 'answered',
    ringSeconds: 3,
    talkSeconds: 5,
    answeredBy: { number: '1002' },
    destination: { number: '1002' },
  });
});

test('where bridges are told, a phone that answered and was never heard did not answer the call', () => {
  const call = told(`
    eventtype    | eventtime             | channame     | exten | appname  | appdata               | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1000  |          |                       |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1000  | Dial     | PJSIP/1002&PJSIP/1003 |
    CHAN_START   | 2026-01-05 09:00:01   | PJSIP/1002-2 | s     |          |                       |
    CHAN_START   | 2026-01-05 09:00:01   | PJSIP/1003-3 | s     |          |                       |
    ANSWER       | 2026-01-05 09:00:02.9 | PJSIP/1002-2 | 1000  | AppDial  |                       |
    HANGUP       | 2026-01-05 09:00:03   | PJSIP/1002-2 | 1000  | AppDial  |                       | {"hangupcause":26}
    ANSWER       | 2026-01-05 09:00:03   | PJSIP/1003-3 | 1000  | AppDial  |                       |
    BRIDGE_ENTER | 2026-01-05 09:00:04   | PJSIP/1003-3 |       | AppDial  |                       | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:04   | PJSIP/1001-1 | 1000  | Dial     | PJSIP/1002&PJSIP/1003 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1003-3 |       | AppDial  |                       | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 | 1000  |          |                       | {"hangupcause":16}
  `);
  expect(call).toMatchObject({ status: 'answered', ringSeconds: 3, talkSeconds: 6, answeredBy: { number: '1003' } });
});

test('a call that the phone system answered beforehand and nobody took is not answered', () => {
  const call = told(`
    eventtype  | eventtime           | channame        | cid_num    | exten      | context   | appname  | appdata               | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/carrier-1 | 4385550010 | 5145550100 | from-pstn |          |                       |
    ANSWER     | 2026-01-05 09:00:00 | PJSIP/carrier-1 | 4385550010 | 3300       | office    | Answer   |                       |
    APP_START  | 2026-01-05 09:00:01 | PJSIP/carrier-1 | 4385550010 | 3300       | office    | Dial     | PJSIP/1002&PJSIP/1003 |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-2    | 1002       | s          | office    |          |                       |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1003-3    | 1003       | s          | office    |          |                       |
    HANGUP     | 2026-01-05 09:00:20 | PJSIP/1002-2    | 1002       | 3300       | office    | AppDial  |                       | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:20 | PJSIP/1003-3    | 1003       | 3300       | office    | AppDial  |                       | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:25 | PJSIP/carrier-1 | 4385550010 | 3300       | office    |          |                       | {"hangupcause":16}
  `);
  expect(call).toMatchObject({
    direction: 'inbound',
    status: 'missed',
    answeredAt: null,
    answeredBy: null,
    ringSeconds: 25,
    talkSeconds: 0,
    requested: { number: '5145550100', internalNumber: '3300', internalContext: 'office' },
    destination: { kind: 'group', number: '3300' },
  });
  expect(journeyInShort(call)).toEqual(['ring 1002+1003 1-20 no-answer']);
});

test('of several phones in the first talk, the one whose channel answered first answered', () => {
  const call = told(`
    eventtype    | eventtime             | channame     | exten | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1002  |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:01   | PJSIP/1009-3 | s     |         |            |
    CHAN_START   | 2026-01-05 09:00:01   | PJSIP/1002-2 | s     |         |            |
    ANSWER       | 2026-01-05 09:00:03   | PJSIP/1002-2 | 1002  | AppDial |            |
    ANSWER       | 2026-01-05 09:00:04   | PJSIP/1009-3 | 1002  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1002-2 |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1009-3 |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09   | PJSIP/1001-1 | 1002  |         |            | {"hangupcause":16}
  `);
  expect(call).toMatchObject({ answeredBy: { number: '1002' }, ringSeconds: 3 });
});

test.each(['VoiceMailMain', 'Echo', 'ChanSpy', 'Directory', 'Stasis'])('%s is reached for its own sake', (app) => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 800   |         |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 800   | ${app}  | 1001    |
    ANSWER     | 2026-01-05 09:00:01 | PJSIP/1001-1 | 800   | ${app}  | 1001    |
    APP_END    | 2026-01-05 09:00:07 | PJSIP/1001-1 | 800   | ${app}  | 1001    |
    HANGUP     | 2026-01-05 09:00:07 | PJSIP/1001-1 | 800   |         |         | {"hangupcause":16}
  `);
  expect(call).toMatchObject({ status: 'answered', ringSeconds: 1, talkSeconds: 6, answeredBy: null });
});

/** A call that hears nothing but a sound of the phone system. */
function announced(exten: string): CallLog {
  return told(`
    eventtype  | eventtime           | channame     | exten    | appname  | appdata | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | ${exten} |          |         |
    ANSWER     | 2026-01-05 09:00:01 | PJSIP/1001-1 | ${exten} | Answer   |         |
    APP_START  | 2026-01-05 09:00:01 | PJSIP/1001-1 | ${exten} | Playback | sorry   |
    APP_END    | 2026-01-05 09:00:04 | PJSIP/1001-1 | ${exten} | Playback | sorry   |
    HANGUP     | 2026-01-05 09:00:04 | PJSIP/1001-1 | ${exten} |          |         | {"hangupcause":16}
  `);
}

test('a feature code is answered by the phone system, which is what the caller wanted', () => {
  expect(announced('*72')).toMatchObject({ status: 'answered', ringSeconds: 1, talkSeconds: 0, answeredBy: null });
  expect(announced('#72')).toMatchObject({ status: 'answered' });
});

test('who heard only an announcement reached nobody', () => {
  const call = announced('2000');
  expect(call).toMatchObject({ status: 'missed', answeredAt: null, destination: { kind: 'ivr', number: '2000' } });
  expect(journeyInShort(call)).toEqual(['announcement 1001+announcement 1-4 hangup']);
});
