import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

/** 1001 calls 1002, who answers and parks the caller; what comes then is up to the test. */
function parked(parking: string): CallLog {
  return told(`
    eventtype    | eventtime             | channame     | linkedid     | cid_num | exten | userdeftype | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1001-1 |              | 1001    | 1002  |             |         |            |
    APP_START    | 2026-01-05 09:00:00   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00   | PJSIP/1002-2 |              | 1002    | s     |             |         |            |
    ANSWER       | 2026-01-05 09:00:02   | PJSIP/1002-2 |              | 1002    | 1002  |             | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02   | PJSIP/1002-2 |              | 1002    |       |             | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    ${parking}
  `);
}

const PARK = `
    BRIDGE_EXIT  | 2026-01-05 09:00:05   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    PARK_START   | 2026-01-05 09:00:05   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"parker_dial_string":"PJSIP/1002","parking_lot":"acme"}
    BRIDGE_ENTER | 2026-01-05 09:00:05   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"bridge_id":"lot","bridge_technology":"holding_bridge"}`;

const PARKER_GONE = `
    HANGUP       | 2026-01-05 09:00:08   | PJSIP/1002-2 |              | 1002    |       |             | AppDial |            | {"hangupcause":16}`;

const CALLER_GONE = `
    HANGUP       | 2026-01-05 09:00:30   | PJSIP/1001-1 |              | 1001    | 1002  |             |         |            | {"hangupcause":16,"hangupsource":"PJSIP/1001-1"}`;

/** 1003 dials the parking space and hears the caller. */
const RETRIEVED = `
    CHAN_START   | 2026-01-05 09:00:10   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | 701   |             |            |          |
    APP_START    | 2026-01-05 09:00:10   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | 701   |             | ParkedCall | acme,701 |
    ANSWER       | 2026-01-05 09:00:10   | PJSIP/1003-3 | PJSIP/1003-3 | 1003    | 701   |             | ParkedCall | acme,701 |
    PARK_END     | 2026-01-05 09:00:10.1 | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"reason":"ParkedCallUnparked","retriever":"PJSIP/1003-3"}
    BRIDGE_EXIT  | 2026-01-05 09:00:10.1 | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"bridge_id":"lot","bridge_technology":"holding_bridge"}
    BRIDGE_ENTER | 2026-01-05 09:00:10.1 | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"bridge_id":"b2"}
    BRIDGE_ENTER | 2026-01-05 09:00:10.5 | PJSIP/1003-3 |              | 1003    | 701   |             | ParkedCall | acme,701 | {"bridge_id":"b2"}
    HANGUP       | 2026-01-05 09:00:30   | PJSIP/1003-3 |              | 1003    | 701   |             |            |          | {"hangupcause":16,"hangupsource":"PJSIP/1001-1"}`;

test('a parked call that a colleague retrieves is one call, and the retriever its destination', () => {
  const call = parked(PARK + PARKER_GONE + RETRIEVED + CALLER_GONE);
  expect(call).toMatchObject({
    status: 'answered',
    requested: { number: '1002' },
    answeredBy: { number: '1002' },
    destination: { kind: 'user', number: '1003', details: { parkingLot: 'acme', parkingSpace: '701' } },
    talkSeconds: 28,
    transfers: [],
  });
  expect(journeyInShort(call)).toEqual([
    'ring 1002 0-2 answered',
    'talk 1001+1002 2-5 park',
    'park 1001+parking 701 5-10.1 retrieved',
    'talk 1001+1003 10.5-30 hangup',
  ]);
});

test('a call sent into a parking lot is parked, not transferred, and what it was sent to stands for the space', () => {
  const extra = '{"extension":"700","transferee_channel_uniqueid":"PJSIP/1001-1"}';
  const call = parked(`BLINDTRANSFER | 2026-01-05 09:00:05 | PJSIP/1002-2 | | 1002 | | | AppDial | | ${extra}${PARK}${PARKER_GONE}
    PARK_END     | 2026-01-05 09:00:30   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"reason":"ParkedCallGiveUp"}${CALLER_GONE}`);
  expect(call.transfers).toEqual([]);
  expect(call).toMatchObject({ destination: { kind: 'parking', number: '700', details: { parkingLot: 'acme' } }, talkSeconds: 3 });
  expect(call.destination.details).not.toHaveProperty('parkingSpace');
  expect(journeyInShort(call)).toContain('park 1001+parking 700 5-30 hangup');
});

test('the digits that are read out to the parker are the space', () => {
  const read = (digit: number, at: string, channel = 'PJSIP/1002-2') =>
    `\n    STREAM_BEGIN | 2026-01-05 09:00:${at} | ${channel} | | 1002 | | FILE_STREAM_BEGIN | AppDial | | {"sound":"digits/${digit}"}`;
  const digits = read(7, '05.2') + read(0, '06') + read(2, '07') + read(9, '07', 'PJSIP/1001-1') + read(8, '15') + read(8, '04.9');
  const call = parked(PARK + digits + PARKER_GONE + CALLER_GONE);
  expect(call.destination).toMatchObject({ kind: 'parking', number: '702', details: { parkingLot: 'acme', parkingSpace: '702' } });
});

test('without digits and without a transfer only the lot is known', () => {
  const call = parked(PARK + PARKER_GONE + CALLER_GONE);
  expect(call.destination).toMatchObject({ kind: 'parking', number: 'acme', details: { parkingLot: 'acme' } });
});

test('a parking that times out rings the parker again', () => {
  const call = parked(`${PARK}${PARKER_GONE}
    PARK_END     | 2026-01-05 09:00:20   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"reason":"ParkedCallTimeOut"}
    BRIDGE_EXIT  | 2026-01-05 09:00:20   | PJSIP/1001-1 |              | 1001    | 1002  |             | Dial    | PJSIP/1002 | {"bridge_id":"lot","bridge_technology":"holding_bridge"}
    CHAN_START   | 2026-01-05 09:00:20   | PJSIP/1002-4 |              | 1002    | s     |             |         |            |
    HANGUP       | 2026-01-05 09:00:29   | PJSIP/1002-4 |              | 1002    | 1002  |             | AppDial |            | {"hangupcause":16}${CALLER_GONE}`);
  expect(journeyInShort(call)).toEqual([
    'ring 1002 0-2 answered',
    'talk 1001+1002 2-5 park',
    'park 1001+parking acme 5-20 park-timeout',
    'ring 1002 20-29 no-answer',
  ]);
  expect(call).toMatchObject({ status: 'answered', talkSeconds: 3, destination: { kind: 'user', number: '1002' } });
});

test('a parking without an end lasts until the hang-up, or is cut with the stream', () => {
  expect(journeyInShort(parked(PARK + PARKER_GONE + CALLER_GONE)).at(-1)).toBe('park 1001+parking acme 5-30 hangup');
  expect(journeyInShort(parked(PARK + PARKER_GONE)).at(-1)).toBe('park 1001+parking acme 5-8 cut');
});
