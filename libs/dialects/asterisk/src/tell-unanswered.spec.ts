import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

/** 1001 calls 1002, whose phone stops ringing with a cause; then the caller is released. */
function unanswered(phone: string, caller: string): CallLog {
  return told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata    | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |            |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |         |            |
    HANGUP     | 2026-01-05 09:00:08 | PJSIP/1002-2 | 1002  | AppDial |            | ${phone}
    HANGUP     | 2026-01-05 09:00:08 | PJSIP/1001-1 | 1002  |         |            | ${caller}
  `);
}

const BY_CALLER = '{"hangupcause":127,"hangupsource":"PJSIP/1001-1"}';

test.each([
  ['busy', 17, 'busy', 'busy'],
  ['declined', 21, 'declined', 'missed'],
  ['answered elsewhere', 26, 'answered-elsewhere', 'missed'],
  ['unreachable by cause 20', 20, 'unavailable', 'failed'],
  ['without a route', 3, 'unavailable', 'failed'],
  ['congested', 34, 'unavailable', 'failed'],
  ['released after ringing out', 16, 'no-answer', 'missed'],
  ['released for no answer', 19, 'no-answer', 'missed'],
])('a phone that is %s (cause %d) ends its ringing as %s, and the call is %s', (_what, cause, endedBy, status) => {
  const call = unanswered(`{"hangupcause":${cause}}`, '{"hangupcause":16,"hangupsource":"dialplan/builtin"}');
  expect(call).toMatchObject({
    status,
    answeredAt: null,
    answeredBy: null,
    talkSeconds: 0,
    ringSeconds: 8,
    destination: { kind: 'user', number: '1002' },
  });
  expect(journeyInShort(call)).toEqual([`ring 1002 0-8 ${endedBy}`]);
});

test('a caller who hangs up while it rings abandons the call', () => {
  const call = unanswered('{"hangupcause":127}', BY_CALLER);
  expect(call).toMatchObject({ status: 'missed', hangup: { cause: 127, by: 'source' } });
  expect(journeyInShort(call)).toEqual(['ring 1002 0-8 abandoned']);
});

test('a phone that was busy was busy although its caller hangs up at the same moment', () => {
  expect(unanswered('{"hangupcause":17}', BY_CALLER).status).toBe('busy');
});

/** 1001 calls 3300, which rings two phones together. */
function group(one: number, other: number): CallLog {
  return told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata               | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 3300  |         |                       |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 3300  | Dial    | PJSIP/1002&PJSIP/1003 |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |         |                       |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1003-3 | s     |         |                       |
    HANGUP     | 2026-01-05 09:00:01 | PJSIP/1002-2 | 3300  | AppDial |                       | {"hangupcause":${one}}
    HANGUP     | 2026-01-05 09:00:05 | PJSIP/1003-3 | 3300  | AppDial |                       | {"hangupcause":${other}}
    HANGUP     | 2026-01-05 09:00:05 | PJSIP/1001-1 | 3300  |         |                       | {"hangupcause":16}
  `);
}

test.each([
  ['every phone was busy', 17, 17, 'busy', 'busy'],
  ['no phone was reachable', 20, 20, 'unavailable', 'failed'],
  ['one phone rang out and one was busy', 17, 16, 'no-answer', 'missed'],
  ['one phone was declined and one busy', 17, 21, 'declined', 'missed'],
])('when of a group %s, the ringing ends as the most telling phone says', (_what, one, other, endedBy, status) => {
  const call = group(one, other);
  expect(call).toMatchObject({ status, destination: { kind: 'group', number: '3300' } });
  expect(journeyInShort(call)).toEqual([`ring 1002+1003 0-5 ${endedBy}`]);
});

/** 1001 hunts: first 1002, then 1003. */
function hunt(first: number, second: number): CallLog {
  return told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata    | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 3301  |         |            |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 3301  | Dial    | PJSIP/1002 |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |         |            |
    HANGUP     | 2026-01-05 09:00:04 | PJSIP/1002-2 | 3301  | AppDial |            | {"hangupcause":${first}}
    CHAN_START | 2026-01-05 09:00:04 | PJSIP/1003-3 | s     |         |            |
    HANGUP     | 2026-01-05 09:00:08 | PJSIP/1003-3 | 3301  | AppDial |            | {"hangupcause":${second}}
    APP_END    | 2026-01-05 09:00:08 | PJSIP/1001-1 | 3301  | Dial    | PJSIP/1003 |
    HANGUP     | 2026-01-05 09:00:08 | PJSIP/1001-1 | 3301  |         |            | {"hangupcause":16}
  `);
}

test('phones of a hunt ring one after the other, and belong to the extension that rings them', () => {
  const call = hunt(16, 16);
  expect(journeyInShort(call)).toEqual(['ring 1002 0-4 no-answer', 'ring 1003 4-8 no-answer']);
  expect(call.destination).toMatchObject({ kind: 'group', number: '3301' });
  expect(call.participants.map(({ number, requested, answered }) => [number, requested, answered])).toEqual([
    ['1001', false, false],
    ['1002', true, false],
    ['1003', true, false],
  ]);
});

test('a hunt of which one phone was unreachable and the other busy was busy', () => {
  expect(hunt(20, 17).status).toBe('busy');
  expect(hunt(20, 20).status).toBe('failed');
  expect(hunt(20, 16).status).toBe('missed');
});

test('do not disturb: busy without a ringing phone is the number that was dialled', () => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Busy    | 1       |
    HANGUP     | 2026-01-05 09:00:01 | PJSIP/1001-1 | 1002  |         |         | {"hangupcause":17,"hangupsource":"PJSIP/1001-1"}
  `);
  expect(call).toMatchObject({
    status: 'busy',
    answeredBy: null,
    journey: [],
    destination: { kind: 'user', number: '1002', internalNumber: '1002' },
  });
});

test.each([
  [34, 'failed'],
  [1, 'failed'],
  [16, 'missed'],
  [19, 'missed'],
])('without any ringing, the cause of the hang-up %d says that the call %s', (cause, status) => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1099  |
    HANGUP     | 2026-01-05 09:00:01 | PJSIP/1001-1 | 1099  | {"hangupcause":${cause}}
  `);
  expect(call).toMatchObject({ status, destination: { kind: 'ivr', number: '1099' } });
});

test('an unregistered phone gives no channel, and is still where the call went', () => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata       | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |               |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002,20 |
    APP_END    | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002,20 |
    HANGUP     | 2026-01-05 09:00:01 | PJSIP/1001-1 | 1002  |         |               | {"hangupcause":20}
  `);
  expect(call).toMatchObject({ status: 'failed', direction: 'internal', destination: { kind: 'user', number: '1002', channel: null } });
});

test('a message in a mailbox after ringing is voicemail, of the mailbox that took it', () => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | context | appname   | appdata        | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | office  |           |                |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | office  | Dial      | PJSIP/1002     |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     | office  |           |                |
    HANGUP     | 2026-01-05 09:00:04 | PJSIP/1002-2 | 1002  | office  | AppDial   |                | {"hangupcause":16}
    APP_START  | 2026-01-05 09:00:04 | PJSIP/1001-1 | 1002  | office  | VoiceMail | 1002@default,u |
    ANSWER     | 2026-01-05 09:00:04 | PJSIP/1001-1 | 1002  | office  | VoiceMail | 1002@default,u |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 | 1002  | office  |           |                | {"hangupcause":16}
  `);
  expect(call).toMatchObject({
    status: 'voicemail',
    answeredAt: null,
    answeredBy: null,
    talkSeconds: 0,
    destination: { kind: 'voicemail', number: '1002', context: 'office', details: { mailbox: '1002@default' } },
  });
  expect(journeyInShort(call)).toEqual(['ring 1002 0-4 no-answer', 'voicemail 1001+voicemail 1002 4-9 hangup']);
});
