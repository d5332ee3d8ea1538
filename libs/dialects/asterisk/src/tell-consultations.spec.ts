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

const ATTENDED =
  '"bridge1_id":"b1","channel2_uniqueid":"PJSIP/1001-3","transferee_channel_uniqueid":"PJSIP/carrier-1","transfer_target_channel_uniqueid":"PJSIP/1003-4"';

/** 1001 calls 1003 on a second channel. */
const SECOND_CALL = `
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | | |
    APP_START    | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | Dial | PJSIP/1003 |
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 | s    | office | | | |`;

/** 1003 hears 1001 on the second call, in whatever it takes to answer. */
const CONSULTED = `
    ANSWER       | 2026-01-05 09:00:05   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 | 1003 | office | | AppDial | |
    ANSWER       | 2026-01-05 09:00:05   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | Dial | PJSIP/1003 |
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1003-4    | PJSIP/1001-3 | 1003 |      | office | | AppDial | | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | Dial | PJSIP/1003 | {"bridge_id":"b2"}`;

/** 1001 leaves both calls. */
const LEAVES = `
    BRIDGE_EXIT  | 2026-01-05 09:00:08   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | Dial | PJSIP/1001 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:08   | PJSIP/1001-2    |              | 1001 |      | office | | AppDial | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:08   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 1003 | office | | | | {"hangupcause":16}`;

const event = (details: string): string => `
    ATTENDEDTRANSFER | 2026-01-05 09:00:08 | PJSIP/1001-2  |              | 1001 |      | office | | AppDial | | {${details}}`;

const MEET = `
    BRIDGE_ENTER | 2026-01-05 09:00:08   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | Dial | PJSIP/1001 | {"bridge_id":"b2"}`;

const GONE = `
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | | | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/1003-4    |              | 1003 |      | office | | AppDial | | {"hangupcause":16}`;

const WITHOUT_TARGET = '"channel2_uniqueid":"PJSIP/1001-3","transferee_channel_uniqueid":"PJSIP/carrier-1"';

test('when music is told, the wait during a consultation is one hold', () => {
  const music = `
    STREAM_BEGIN | 2026-01-05 09:00:04   | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | MOH_STREAM_BEGIN | Dial | PJSIP/1001 | {"class":"default"}
    STREAM_END   | 2026-01-05 09:00:07.9 | PJSIP/carrier-1 |              | 4385550010 | 1001 | office | MOH_STREAM_END | Dial | PJSIP/1001 |`;
  const journey = journeyInShort(
    afterAnswer(SECOND_CALL + music + CONSULTED + event(`${ATTENDED},"bridge2_id":"b2"`) + LEAVES + MEET + GONE),
  );
  expect(journey.filter((segment) => segment.startsWith('hold'))).toEqual(['hold 4385550010 4-7.9 resumed']);
  expect(journey).toContain('talk 4385550010+1001 2-4 attended-transfer');
});

test('a caller who is gone when the consultation ends was last with the transferer', () => {
  const gone = GONE.replace('09:00:14   | PJSIP/carrier-1', '09:00:08   | PJSIP/carrier-1').replace('09:00:14', '09:00:09');
  const call = afterAnswer(SECOND_CALL + CONSULTED + event(`${ATTENDED},"bridge2_id":"b2"`) + LEAVES + gone);
  expect(call).toMatchObject({ destination: { number: '1001' }, talkSeconds: 2 });
  expect(call.participants).toMatchObject([
    { number: '4385550010' },
    { number: '1001', answered: true },
    { number: '1003', answered: true, requested: false },
  ]);
});

test('when the event does not know the target, it is who was consulted, or what was dialled', () => {
  const consulted = afterAnswer(
    SECOND_CALL.replaceAll('1003 | office', '3300 | office') +
      CONSULTED +
      event(`${WITHOUT_TARGET},"bridge2_id":"b2"`) +
      LEAVES +
      MEET +
      GONE,
  );
  expect(consulted.transfers).toMatchObject([{ kind: 'attended', to: '1003' }]);
  const ringing = afterAnswer(
    SECOND_CALL.replace('1001 | 1003 | office', '1001 | 3300 | office') + event(`${WITHOUT_TARGET},"app":"Queue"`) + LEAVES + GONE,
  );
  expect(ringing.transfers).toMatchObject([{ kind: 'semi-attended', to: '3300' }]);
});

test('the target that the event names goes before what was dialled', () => {
  const call = afterAnswer(
    SECOND_CALL.replace('1001 | 1003 | office', '1001 | 3300 | office') + event(`${ATTENDED},"app":"Dial"`) + LEAVES + GONE,
  );
  expect(call.transfers).toMatchObject([{ kind: 'semi-attended', to: '1003' }]);
});

test('an attended transfer into a conference goes to the room, and looking the room over is a consultation', () => {
  const call = afterAnswer(`
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 5010 | office | | | |
    APP_START    | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 5010 | office | | ConfBridge | 5010 |
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1001-3    | PJSIP/1001-3 | 1001 | 5010 | office | | ConfBridge | 5010 | {"bridge_id":"b2"}
    ${event(`${WITHOUT_TARGET},"app":"ConfBridge"`)}${LEAVES}
    APP_START    | 2026-01-05 09:00:08   | PJSIP/carrier-1 |              | 4385550010 | 5010 | office | | ConfBridge | 5010 |
    BRIDGE_ENTER | 2026-01-05 09:00:08.1 | PJSIP/carrier-1 |              | 4385550010 | 5010 | office | | ConfBridge | 5010 | {"bridge_id":"b2"}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-1 |              | 4385550010 | 5010 | office | | | | {"hangupcause":16}`);
  expect(call.transfers).toMatchObject([{ kind: 'attended', by: '1001', to: '5010' }]);
  expect(call.destination).toMatchObject({ kind: 'conference', number: '5010' });
  expect(journeyInShort(call).filter((segment) => /conference|consult/.test(segment))).toEqual([
    'consult 1001+conference 5010 5-8 attended-transfer',
    'conference 4385550010+conference 5010 8.1-14 hangup',
  ]);
});

test('a call that the transferer took meanwhile counts from its answer', () => {
  const call = afterAnswer(`
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/carrier-5 | PJSIP/carrier-5 | 4385550011 | 5145550101 | from-pstn | | | |
    APP_START    | 2026-01-05 09:00:04   | PJSIP/carrier-5 | PJSIP/carrier-5 | 4385550011 | 1001 | office | | Dial | PJSIP/1001 |
    CHAN_START   | 2026-01-05 09:00:04   | PJSIP/1001-3    | PJSIP/carrier-5 | 1001 | s | office | | | |
    ANSWER       | 2026-01-05 09:00:06   | PJSIP/1001-3    | PJSIP/carrier-5 | 1001 | 1001 | office | | AppDial | |
    BRIDGE_ENTER | 2026-01-05 09:00:06   | PJSIP/1001-3    | PJSIP/carrier-5 | 1001 |   | office | | AppDial | | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:06   | PJSIP/carrier-5 | PJSIP/carrier-5 | 4385550011 | 1001 | office | | Dial | PJSIP/1001 | {"bridge_id":"b2"}
    ${event(`${WITHOUT_TARGET},"bridge2_id":"b2","transfer_target_channel_uniqueid":"PJSIP/carrier-5"`)}${LEAVES}${MEET}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-5 |                 | 4385550011 | 1001 | office | | | | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:14   | PJSIP/carrier-1 |                 | 4385550010 | 1001 | office | | | | {"hangupcause":16}`);
  expect(journeyInShort(call)).toContain('talk 4385550010+1001 2-6 attended-transfer');
  expect(call.transfers).toMatchObject([{ kind: 'attended', by: '1001', to: '4385550011' }]);
  expect(call).toMatchObject({ source: { number: '4385550010' }, destination: { kind: 'external', number: '4385550011' } });
});

test('a conference that the target opens later leaves the transfer a transfer', () => {
  const added = `
    CHAN_START   | 2026-01-05 09:00:10   | PJSIP/1004-6    |              | 1004 | s | office | | | |
    BRIDGE_ENTER | 2026-01-05 09:00:10   | PJSIP/1004-6    |              | 1004 |   | office | | AppDial | | {"bridge_id":"b2"}`;
  const call = afterAnswer(SECOND_CALL + CONSULTED + event(`${ATTENDED},"bridge2_id":"b2"`) + LEAVES + MEET + added + GONE);
  expect(call.transfers).toMatchObject([{ kind: 'attended', by: '1001', to: '1003' }]);
});

test('transfers stand in order of time, whatever their kind', () => {
  const onward = `
    BLINDTRANSFER | 2026-01-05 09:00:10  | PJSIP/1003-4    |              | 1003 |   | office | | AppDial | | {"extension":"1009","transferee_channel_uniqueid":"PJSIP/carrier-1"}`;
  const call = afterAnswer(SECOND_CALL + CONSULTED + event(`${ATTENDED},"bridge2_id":"b2"`) + LEAVES + MEET + onward + GONE);
  expect(call.transfers.map(({ kind, by, to }) => `${kind} by ${by} to ${to}`)).toEqual([
    'attended by 1001 to 1003',
    'blind by 1003 to 1009',
  ]);
});
