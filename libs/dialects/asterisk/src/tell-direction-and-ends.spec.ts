import type { CallLog } from '@callstitch/domain';
import { told } from './testing/told.js';

/** Somebody calls through a context, and the dialplan rings a target. */
function call({
  caller = 'PJSIP/1001-1',
  cid = '1001',
  exten = '1002',
  context = 'office',
  dial = 'PJSIP/1002',
  rung = 'PJSIP/1002-2',
  inner = '',
}): CallLog {
  return told(`
    eventtype    | eventtime           | channame  | cid_num | cid_dnid | exten             | context    | appname | appdata | extra
    CHAN_START   | 2026-01-05 09:00:00 | ${caller} | ${cid}  |          | ${exten}          | ${context} |         |         |
    APP_START    | 2026-01-05 09:00:00 | ${caller} | ${cid}  |          | ${inner || exten} | office     | Dial    | ${dial} |
    CHAN_START   | 2026-01-05 09:00:01 | ${rung}   |         |          | s                 | office     |         |         |
    ANSWER       | 2026-01-05 09:00:03 | ${rung}   |         |          |                   | office     | AppDial |         |
    BRIDGE_ENTER | 2026-01-05 09:00:03 | ${rung}   |         |          |                   | office     | AppDial |         | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:03 | ${caller} | ${cid}  |          | ${inner || exten} | office     | Dial    | ${dial} | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | ${caller} | ${cid}  |          | ${inner || exten} | office     |         |         | {"hangupcause":16}
  `);
}

test('a call between two phones is internal', () => {
  expect(call({})).toMatchObject({
    direction: 'internal',
    source: { number: '1001' },
    requested: { number: '1002' },
    destination: { kind: 'user' },
  });
});

test('a call is inbound when its caller is outside, and the number dialled has an extension behind it', () => {
  const inbound = call({ caller: 'PJSIP/carrier-1', cid: '4385550010', exten: '5145550102', context: 'from-pstn', inner: '1002' });
  expect(inbound).toMatchObject({
    direction: 'inbound',
    source: {
      number: '4385550010',
      context: 'from-pstn',
      internalNumber: null,
      internalContext: null,
      line: null,
      channel: 'PJSIP/carrier-1',
    },
    requested: { number: '5145550102', internalNumber: '1002', internalContext: 'office' },
  });
});

test('a call is outbound when what an inside caller dialled leads straight outside; the number stays as dialled', () => {
  const outbound = call({ exten: '94385550010', dial: 'PJSIP/4385550010@carrier', rung: 'PJSIP/carrier-2' });
  expect(outbound).toMatchObject({
    direction: 'outbound',
    requested: { number: '94385550010', internalNumber: null },
    destination: { kind: 'external', number: '4385550010', context: null, internalNumber: null, line: null },
    answeredBy: { number: '4385550010' },
  });
});

test('a queue or group is inside whoever its members are, unless all that rang at first are outside', () => {
  const mixed = told(`
    eventtype  | eventtime           | channame        | exten | appname | appdata                             | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1    | 3300  |         |                                     |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1    | 3300  | Dial    | PJSIP/4385550010@carrier&PJSIP/1002 |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/carrier-2 | s     |         |                                     |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-3    | s     |         |                                     |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1    | 3300  |         |                                     | {"hangupcause":16}
  `);
  expect(mixed.direction).toBe('internal');
  const queue = told(`
    eventtype  | eventtime           | channame              | exten | appname | appdata                  | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1          | 4010  |         |                          |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1          | 4010  | Queue   | sales                    |
    CHAN_START | 2026-01-05 09:00:01 | Local/9@out-1;1       | 9     |         |                          |
    CHAN_START | 2026-01-05 09:00:01 | Local/9@out-1;2       | 9     |         |                          |
    APP_START  | 2026-01-05 09:00:01 | Local/9@out-1;2       | 9     | Dial    | PJSIP/4385550010@carrier |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/carrier-2       | s     |         |                          |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1          | 4010  |         |                          | {"hangupcause":16}
    HANGUP     | 2026-01-05 09:00:09 | Local/9@out-1;2       | 9     |         |                          | {"hangupcause":16}
  `);
  expect(queue.direction).toBe('internal');
});

/** 1001 dials, and no other channel ever appears. */
function lonely(dial: string): CallLog {
  return told(`
    eventtype  | eventtime           | channame     | exten | appname | appdata | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 9411  |         |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | 9411  | Dial    | ${dial} |
    HANGUP     | 2026-01-05 09:00:01 | PJSIP/1001-1 | 9411  |         |         | {"hangupcause":34}
  `);
}

test('a trunk that gave no channel was still dialled through', () => {
  expect(lonely('PJSIP/411@carrier')).toMatchObject({ direction: 'outbound', destination: { kind: 'external', number: '411' } });
  expect(lonely('PJSIP/411@carrier&PJSIP/1002')).toMatchObject({ direction: 'internal' });
  expect(lonely('PJSIP/1002')).toMatchObject({ direction: 'internal', destination: { kind: 'user', number: '1002' } });
});

test.each([
  ['the extension at the start', '1002', '', '', '1002'],
  ['the dialled number of the channel, when it starts at s', 's', '5145550100', '', '5145550100'],
  ['the first extension that the dialplan moves to, when it starts at s', 's', '', '1003', '1003'],
  ['the first phone that rings, when nothing else is known', 's', '', 's', '1002'],
])('what was dialled is %s', (_rule, exten, dnid, moved, number) => {
  const dialled = told(`
    eventtype  | eventtime           | channame     | exten             | cid_dnid | appname | appdata    | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | ${exten}          |          |         |            |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | ${moved || exten} | ${dnid}  | Dial    | PJSIP/1002 |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-2 | s                 |          |         |            |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 | ${exten}          |          |         |            | {"hangupcause":16}
  `);
  expect(dialled.requested).toMatchObject({ number });
});

test.each(['s', 'i', 'h', 't', 'o', 'a', 'e', 'failed'])('%s is an extension that the dialplan moves through and nobody dials', (exten) => {
  const silent = told(`
    eventtype  | eventtime           | channame     | exten    | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | ${exten} |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 | ${exten} | {"hangupcause":16}
  `);
  expect(silent).toMatchObject({ requested: { number: '' }, destination: { kind: 'unknown', number: '' } });
});

/** The phone system rings 1001 on its behalf, showing 1002. */
function originated(then: string): CallLog {
  return told(`
    eventtype    | eventtime           | channame     | cid_name | cid_num | exten | context | appname  | appdata | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | Alice    | 1001    | s     | office  |          |         |
    ${then}
  `);
}

test('click-to-call is told as what the human did: the one whose phone rang first called the other', () => {
  const clicked = originated(`
    ANSWER       | 2026-01-05 09:00:02 | PJSIP/1001-1 | Click    | 1002    | s     | office  | AppDial2 |            |
    APP_START    | 2026-01-05 09:00:02 | PJSIP/1001-1 | Click    | 1002    | 1002  | office  | Dial     | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:02 | PJSIP/1002-2 | Bob      | 1002    | s     | office  |          |            |
    ANSWER       | 2026-01-05 09:00:04 | PJSIP/1002-2 | Bob      | 1002    | 1002  | office  | AppDial  |            |
    BRIDGE_ENTER | 2026-01-05 09:00:04 | PJSIP/1002-2 | Bob      | 1002    |       | office  | AppDial  |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:04 | PJSIP/1001-1 | Click    | 1002    | 1002  | office  | Dial     | PJSIP/1002 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | Click    | 1002    | 1002  | office  | AppDial2 |            | {"hangupcause":16}`);
  expect(clicked).toMatchObject({
    direction: 'internal',
    status: 'answered',
    source: { name: 'Alice', number: '1001' },
    requested: { number: '1002', name: 'Bob' },
    destination: { kind: 'user', number: '1002' },
    answeredBy: { number: '1002' },
    ringSeconds: 4,
  });
});

test('click-to-call to a phone that was not there reached nobody, and wanted whom it showed', () => {
  const clicked = originated('HANGUP | 2026-01-05 09:00:20 | PJSIP/1001-1 | Click | 1002 | s | office | AppDial2 | | {"hangupcause":19}');
  expect(clicked).toMatchObject({
    status: 'missed',
    source: { number: '1001' },
    requested: { number: '1002' },
    destination: { kind: 'user', number: '1002' },
    answeredBy: null,
  });
});

test('a wake-up call is the call of the phone system, with the caller id that it showed', () => {
  const woken = originated(`
    ANSWER       | 2026-01-05 09:00:02 | PJSIP/1001-1 | Wake up  | 0       | s     | office  | AppDial2 |         |
    APP_START    | 2026-01-05 09:00:02 | PJSIP/1001-1 | Wake up  | 0       | s     | office  | Playback | morning |
    HANGUP       | 2026-01-05 09:00:06 | PJSIP/1001-1 | Wake up  | 0       | s     | office  | AppDial2 |         | {"hangupcause":16,"hangupsource":"PJSIP/1001-1"}`);
  expect(woken).toMatchObject({
    status: 'answered',
    ringSeconds: 2,
    talkSeconds: 4,
    source: { name: 'Wake up', number: '0', channel: null, line: null, internalNumber: null },
    requested: { number: '1001' },
    destination: { kind: 'user', number: '1001', channel: 'PJSIP/1001-1' },
    answeredBy: { number: '1001' },
    hangup: { by: 'destination' },
  });
  expect(woken.participants).toMatchObject([{ role: 'destination', number: '1001', answered: true, requested: true }]);
});
