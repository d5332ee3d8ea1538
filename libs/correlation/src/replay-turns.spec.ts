import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { Conversation } from './group-conversations.js';
import { groupConversations } from './group-conversations.js';
import type { Replay } from './replay.js';
import { replay } from './replay.js';

/** Replays a table in which a channel's uniqueid is its name and its linkedid is the first channel's. */
function replayed(table: string): Replay {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  return replay(groupConversations(cels.map((cel) => ({ ...cel, uniqueid: cel.channelName as Uniqueid, linkedid })))[0] as Conversation);
}

const NINE = Date.UTC(2026, 0, 5, 9) * 1_000;
const second = (at: number): number => (at - NINE) / 1_000_000;

test('a blind transfer is told with its transferee, also when the transferee is first heard of later', () => {
  const { blindTransfers } = replayed(`
    eventtype     | eventtime           | channame     | extra
    CHAN_START    | 2026-01-05 09:00:00 | PJSIP/1002-2 |
    BLINDTRANSFER | 2026-01-05 09:00:01 | PJSIP/1002-2 | {"extension":"1003","context":"office","transferee_channel_uniqueid":"PJSIP/1001-1"}
    BLINDTRANSFER | 2026-01-05 09:00:02 | PJSIP/1002-2 | {"extension":"1004","context":"office","transferee_channel_uniqueid":"gone"}
    ANSWER        | 2026-01-05 09:00:03 | PJSIP/1001-1 |
  `);
  expect(
    blindTransfers.map(({ cel, by, transferee, extension, context }) => [
      cel.id,
      by.channelName,
      transferee?.channelName,
      extension,
      context,
    ]),
  ).toEqual([
    [2, 'PJSIP/1002-2', 'PJSIP/1001-1', '1003', 'office'],
    [3, 'PJSIP/1002-2', undefined, '1004', 'office'],
  ]);
});

test('an attended transfer is told with both channels of the transferer, the transferee, the target and the second bridge', () => {
  const extra = (second: string) =>
    `{"channel2_uniqueid":"PJSIP/1002-3",${second},"transferee_channel_uniqueid":"PJSIP/1001-1","transfer_target_channel_uniqueid":"PJSIP/1003-4"}`;
  const { attendedTransfers } = replayed(`
    eventtype        | eventtime           | channame     | extra
    CHAN_START       | 2026-01-05 09:00:00 | PJSIP/1001-1 |
    CHAN_START       | 2026-01-05 09:00:01 | PJSIP/1002-2 |
    CHAN_START       | 2026-01-05 09:00:02 | PJSIP/1002-3 |
    CHAN_START       | 2026-01-05 09:00:03 | PJSIP/1003-4 |
    ATTENDEDTRANSFER | 2026-01-05 09:00:04 | PJSIP/1002-2 | ${extra('"bridge2_id":"b2"')}
    ATTENDEDTRANSFER | 2026-01-05 09:00:05 | PJSIP/1002-2 | ${extra('"app":"Dial"')}
  `);
  expect(
    attendedTransfers.map(({ by, second: other, transferee, target, bridgeId, app }) => [
      by.channelName,
      other?.channelName,
      transferee?.channelName,
      target?.channelName,
      bridgeId,
      app,
    ]),
  ).toEqual([
    ['PJSIP/1002-2', 'PJSIP/1002-3', 'PJSIP/1001-1', 'PJSIP/1003-4', 'b2', ''],
    ['PJSIP/1002-2', 'PJSIP/1002-3', 'PJSIP/1001-1', 'PJSIP/1003-4', '', 'Dial'],
  ]);
});

test('a pickup is written on the ringing channel and names the one that took the call', () => {
  const { pickups } = replayed(`
    eventtype  | eventtime           | channame     | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1003-3 |
    PICKUP     | 2026-01-05 09:00:02 | PJSIP/1002-2 | {"pickup_channel":"PJSIP/1003-3","pickup_channel_uniqueid":"PJSIP/1003-3"}
    PICKUP     | 2026-01-05 09:00:03 | PJSIP/1002-2 | {"pickup_ch
  `);
  expect(pickups.map(({ picked, picker }) => [picked.channelName, picker?.channelName])).toEqual([
    ['PJSIP/1002-2', 'PJSIP/1003-3'],
    ['PJSIP/1002-2', undefined],
  ]);
});

test('a forward by the called phone is written on the channel of the caller', () => {
  const { forwards } = replayed(`
    eventtype  | eventtime           | channame     | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |
    FORWARD    | 2026-01-05 09:00:01 | PJSIP/1001-1 | {"forward":"1003"}
  `);
  expect(forwards.map(({ leg, to, cel }) => [leg.channelName, to, cel.id])).toEqual([['PJSIP/1001-1', '1003', 2]]);
});

test('a parked channel is parked until it is retrieved, and each parking has its own end', () => {
  const { parkings } = replayed(`
    eventtype  | eventtime           | channame     | extra
    PARK_START | 2026-01-05 09:00:01 | PJSIP/1001-1 | {"parker_dial_string":"PJSIP/1002","parking_lot":"default"}
    PARK_START | 2026-01-05 09:00:02 | PJSIP/1005-5 | {"parking_lot":"other"}
    PARK_END   | 2026-01-05 09:00:03 | PJSIP/1001-1 | {"reason":"ParkedCallTimeOut"}
    PARK_END   | 2026-01-05 09:00:04 | PJSIP/1001-1 | {"reason":"ParkedCallGiveUp"}
    PARK_START | 2026-01-05 09:00:05 | PJSIP/1001-1 | {"parker_dial_string":"PJSIP/1003","parking_lot":"default"}
    PARK_END   | 2026-01-05 09:00:06 | PJSIP/1001-1 | {"reason":"ParkedCallUnparked","retriever":"PJSIP/1004-4"}
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 |
  `);
  expect(
    parkings.map(({ leg, lot, parker, reason, retriever, from, until, end }) => [
      leg.channelName,
      lot,
      parker,
      reason,
      retriever,
      second(from),
      second(until),
      end?.id,
    ]),
  ).toEqual([
    ['PJSIP/1001-1', 'default', 'PJSIP/1002', 'ParkedCallTimeOut', '', 1, 3, 3],
    ['PJSIP/1005-5', 'other', '', '', '', 2, 9, undefined],
    ['PJSIP/1001-1', 'default', 'PJSIP/1003', 'ParkedCallUnparked', 'PJSIP/1004-4', 5, 6, 6],
  ]);
});

test('a channel hears music until it ends, or until the last row when its end is missing', () => {
  const { music, sounds } = replayed(`
    eventtype    | eventtime           | channame     | userdeftype       | extra
    STREAM_BEGIN | 2026-01-05 09:00:01 | PJSIP/1001-1 | MOH_STREAM_BEGIN  | {"class":"default"}
    STREAM_BEGIN | 2026-01-05 09:00:02 | PJSIP/1002-2 | MOH_STREAM_BEGIN  | {"class":"default"}
    STREAM_END   | 2026-01-05 09:00:03 | PJSIP/1001-1 | FILE_STREAM_END   |
    STREAM_END   | 2026-01-05 09:00:04 | PJSIP/1001-1 | MOH_STREAM_END    |
    STREAM_END   | 2026-01-05 09:00:05 | PJSIP/1001-1 | MOH_STREAM_END    |
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1002-2 |                   |
  `);
  expect(music.map(({ leg, start, from, until }) => [leg.channelName, start.id, second(from), second(until)])).toEqual([
    ['PJSIP/1001-1', 1, 1, 4],
    ['PJSIP/1002-2', 2, 2, 9],
  ]);
  expect(sounds).toEqual([]);
});

test('a sound file that is played to a channel is a sound, no music', () => {
  const { music, sounds } = replayed(`
    eventtype    | eventtime           | channame     | userdeftype       | extra
    STREAM_BEGIN | 2026-01-05 09:00:01 | PJSIP/1001-1 | FILE_STREAM_BEGIN | {"sound":"digits/7","format":"gsm","language":"en"}
    STREAM_BEGIN | 2026-01-05 09:00:02 | PJSIP/1001-1 | FILE_STREAM_BEGIN | {"sou
  `);
  expect(music).toEqual([]);
  expect(sounds.map(({ leg, sound, cel }) => [leg.channelName, sound, cel.id])).toEqual([['PJSIP/1001-1', 'digits/7', 1]]);
});
