import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { Conversation } from './group-conversations.js';
import { groupConversations } from './group-conversations.js';
import type { Leg } from './leg.js';
import { replay } from './replay.js';

/** The applications that the one channel of a table executed. */
function runsOf(table: string): (string | number)[][] {
  const cels = celTable(table).map((cel) => ({
    ...cel,
    uniqueid: 'a' as Uniqueid,
    linkedid: 'a' as Linkedid,
    channelName: 'PJSIP/1001-1',
  }));
  const [leg] = replay(groupConversations(cels)[0] as Conversation).legs as readonly [Leg];
  const start = cels[0]?.eventTime as number;
  return leg.runs.map(({ app, data, lastData, from, until }) => [
    app,
    data,
    lastData,
    (from - start) / 1_000_000,
    (until - start) / 1_000_000,
  ]);
}

test('an application runs from its start to its end', () => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname  | appdata
      APP_START | 2026-01-05 09:00:00 | Playback | hello
      APP_END   | 2026-01-05 09:00:02 | Playback | hello
      APP_START | 2026-01-05 09:00:02 | Queue    | sales
      APP_END   | 2026-01-05 09:00:05 | Queue    | sales
    `),
  ).toEqual([
    ['playback', 'hello', 'hello', 0, 2],
    ['queue', 'sales', 'sales', 2, 5],
  ]);
});

test('an application without an end runs until the next start or the hang-up', () => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname  | appdata
      APP_START | 2026-01-05 09:00:00 | Playback | hello
      APP_START | 2026-01-05 09:00:01 | Queue    | sales
      HANGUP    | 2026-01-05 09:00:05 |          |
      APP_END   | 2026-01-05 09:00:06 | Queue    | sales
    `),
  ).toEqual([
    ['playback', 'hello', 'hello', 0, 1],
    ['queue', 'sales', 'sales', 1, 5],
  ]);
});

test('the end of the channel ends what runs there, when the hang-up is missing', () => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname | appdata
      APP_START | 2026-01-05 09:00:00 | Queue   | sales
      CHAN_END  | 2026-01-05 09:00:05 |         |
      MY_EVENT  | 2026-01-05 09:00:09 |         |
    `),
  ).toEqual([['queue', 'sales', 'sales', 0, 5]]);
});

test('one start covers several executions of an application, whose last arguments stand at the end', () => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname | appdata
      APP_START | 2026-01-05 09:00:00 | Dial    | PJSIP/1001,5
      APP_END   | 2026-01-05 09:00:15 | Dial    | PJSIP/1003,5
    `),
  ).toEqual([['dial', 'PJSIP/1001,5', 'PJSIP/1003,5', 0, 15]]);
});

test('a start that is sent again with the same arguments begins nothing new', () => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname | appdata
      APP_START | 2026-01-05 09:00:00 | Dial    | PJSIP/1001,5
      APP_START | 2026-01-05 09:00:01 | Dial    | PJSIP/1001,5
      APP_START | 2026-01-05 09:00:02 | Dial    | PJSIP/1002,5
      HANGUP    | 2026-01-05 09:00:03 |         |
    `),
  ).toEqual([
    ['dial', 'PJSIP/1001,5', 'PJSIP/1001,5', 0, 2],
    ['dial', 'PJSIP/1002,5', 'PJSIP/1002,5', 2, 3],
  ]);
});

test('the end of another application ends nothing', () => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname | appdata
      APP_START | 2026-01-05 09:00:00 | Queue   | sales
      APP_END   | 2026-01-05 09:00:01 | Set     | X=1
      APP_END   | 2026-01-05 09:00:02 | Queue   | sales
    `),
  ).toEqual([['queue', 'sales', 'sales', 0, 2]]);
});

test.each(['AppDial', 'AppDial2', 'AppQueue'])('%s is what a called channel shows and no application', (app) => {
  expect(
    runsOf(`
      eventtype | eventtime           | appname | appdata
      APP_START | 2026-01-05 09:00:00 | Dial    | PJSIP/1002
      APP_START | 2026-01-05 09:00:01 | ${app}  | (Outgoing Line)
      HANGUP    | 2026-01-05 09:00:02 |         |
    `),
  ).toEqual([['dial', 'PJSIP/1002', 'PJSIP/1002', 0, 2]]);
});
