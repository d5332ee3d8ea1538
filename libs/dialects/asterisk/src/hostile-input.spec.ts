import { groupConversations } from '@callstitch/correlation';
import type { CallLog, Cel, Instant, Linkedid, Uniqueid } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { asteriskDialect } from './asterisk-dialect.js';

/** Milliseconds; what grows with the square of its rows does not end within it. */
const GENEROUS = 60_000;

const [BLANK] = celTable('eventtype | eventtime\nMY_EVENT | 2026-01-05 09:00:00') as readonly [Cel];

type Row = Partial<Cel> & { readonly eventType: string; readonly channelName: string; readonly at: number };

/** Tells the one conversation of some rows; `at` counts microseconds. */
function told(rows: readonly Row[]): CallLog {
  const linkedid = rows[0]?.channelName as Linkedid;
  const cels = rows.map(({ at, ...row }, index): Cel => {
    const eventTime = (BLANK.eventTime + at) as Instant;
    return { ...BLANK, ...row, linkedid, uniqueid: row.channelName as Uniqueid, id: index + 1, eventTime };
  });
  const conversations = groupConversations(cels);
  expect(conversations).toHaveLength(1);
  const [conversation] = conversations;
  const telling = asteriskDialect({ trunks: [], internal: [], directory: null }).tell(conversation as (typeof conversations)[0]);
  if (isRefusal(telling)) throw new Error(telling.reason);
  return telling.callLog;
}

const caller = 'PJSIP/1001-1';
const started = (channelName: string, at: number, more: Partial<Cel> = {}): Row => ({
  eventType: 'CHAN_START',
  channelName,
  at,
  exten: 's',
  ...more,
});
const gone = (channelName: string, at: number, cause = 16): Row => ({
  eventType: 'HANGUP',
  channelName,
  at,
  extra: `{"hangupcause":${cause}}`,
});
const dialling = (channelName: string, at: number, appData: string): Row => ({
  eventType: 'APP_START',
  channelName,
  at,
  appName: 'Dial',
  appData,
  exten: '3300',
});
const bridged = (channelName: string, at: number, bridge: string, eventType = 'BRIDGE_ENTER'): Row => ({
  eventType,
  channelName,
  at,
  extra: `{"bridge_id":"${bridge}","bridge_technology":"simple_bridge"}`,
});

const callIn = started(caller, 0, { exten: '3300' });
const times = <Item>(count: number, item: (index: number) => Item | readonly Item[]): Item[] =>
  Array.from({ length: count }, (_, index) => item(index)).flat() as Item[];

test(
  'a hundred thousand rows of one channel are one call',
  () => {
    const call = told([
      callIn,
      ...times(50_000, (step): Row[] => [
        { eventType: 'APP_START', channelName: caller, at: 2 * step, appName: 'Playback', appData: `sound-${step}`, exten: '3300' },
        { eventType: 'APP_END', channelName: caller, at: 2 * step + 1, appName: 'Playback', appData: `sound-${step}`, exten: '3300' },
      ]),
      gone(caller, 200_000),
    ]);
    expect(call).toMatchObject({ status: 'missed', requested: { number: '3300' }, destination: { kind: 'ivr', number: '3300' } });
    expect(call.journey).toHaveLength(1);
  },
  GENEROUS,
);

test(
  'a hundred thousand rows of one instant are one call',
  () => {
    const call = told([
      callIn,
      ...times(100_000, (step): Row => ({ eventType: 'MY_EVENT', channelName: caller, at: 5, extra: `{"step":${step % 50_000}}` })),
      gone(caller, 9),
    ]);
    expect(call).toMatchObject({ status: 'missed', requested: { number: '3300' } });
  },
  GENEROUS,
);

test(
  'a channel that moves between bridges fifty thousand times hears nobody there',
  () => {
    const call = told([
      callIn,
      ...times(50_000, (step) => [bridged(caller, 2 * step, `b${step % 7}`), bridged(caller, 2 * step + 1, `b${step % 7}`, 'BRIDGE_EXIT')]),
      gone(caller, 200_000),
    ]);
    expect(call).toMatchObject({ status: 'missed', journey: [] });
  },
  GENEROUS,
);

test(
  'a hundred thousand rows of a hunt are one call, which the last phone answers',
  () => {
    const phones = 25_000;
    const name = (phone: number): string => `PJSIP/${10_000 + phone}-${phone}`;
    const last = 10 * phones;
    const call = told([
      callIn,
      dialling(caller, 1, 'PJSIP/10000'),
      ...times(phones, (phone): Row[] => [
        started(name(phone), 10 * phone + 2),
        { eventType: 'MY_EVENT', channelName: name(phone), at: 10 * phone + 3 },
        gone(name(phone), 10 * phone + 9, 17),
        { eventType: 'CHAN_END', channelName: name(phone), at: 10 * phone + 9 },
      ]),
      started('PJSIP/1002-x', last),
      { eventType: 'ANSWER', channelName: 'PJSIP/1002-x', at: last + 1_000 },
      bridged('PJSIP/1002-x', last + 1_001, 'b1'),
      bridged(caller, last + 1_002, 'b1'),
      gone('PJSIP/1002-x', last + 9_000),
      gone(caller, last + 9_000),
    ]);
    expect(call).toMatchObject({
      status: 'answered',
      answeredBy: { number: '1002' },
      destination: { number: '1002', details: { group: '3300' } },
    });
    expect(call.journey).toHaveLength(phones + 2);
    expect(call.participants).toHaveLength(phones + 2);
  },
  GENEROUS,
);

test(
  'twenty thousand runs that each ring a phone find their own',
  () => {
    const call = told([
      callIn,
      ...times(20_000, (step): Row[] => [
        dialling(caller, 100_000 * step + 1, `PJSIP/${2_000 + step}`),
        started(`PJSIP/${2_000 + step}-${step}`, 100_000 * step + 2),
        gone(`PJSIP/${2_000 + step}-${step}`, 100_000 * step + 90_000, 17),
        { eventType: 'APP_END', channelName: caller, at: 100_000 * step + 99_000, appName: 'Dial', appData: `PJSIP/${2_000 + step}` },
      ]),
      gone(caller, 2_000_000_000, 17),
    ]);
    expect(call).toMatchObject({ status: 'busy', destination: { kind: 'user', number: '21999' } });
  },
  GENEROUS,
);

test(
  'Local channels that ring each other in a circle come to an end',
  () => {
    const halves = times(60, (hop) => [`Local/${hop}@loop-${hop};1`, `Local/${hop}@loop-${hop};2`]);
    const call = told([
      callIn,
      dialling(caller, 1, 'Local/0@loop'),
      ...halves.map((half, index) => started(half, 2 + index)),
      ...times(60, (hop) => dialling(`Local/${hop}@loop-${hop};2`, 1_000 + hop, `Local/${(hop + 1) % 60}@loop`)),
      ...times(60, (hop) => [
        bridged(`Local/${hop}@loop-${hop};2`, 2_000, `b${hop}`),
        bridged(`Local/${(hop + 1) % 60}@loop-${(hop + 1) % 60};1`, 2_000, `b${hop}`),
      ]),
      bridged(caller, 3_000, 'b0'),
      ...halves.map((half) => gone(half, 9_000)),
      gone(caller, 9_000),
    ]);
    expect(call).toMatchObject({ status: 'missed', answeredBy: null, requested: { number: '3300' } });
  },
  GENEROUS,
);

test(
  'two Local channels that ring each other ring nobody',
  () => {
    const call = told([
      started('Local/1@a-1;1', 0, { exten: '1' }),
      started('Local/1@a-1;2', 0, { exten: '1' }),
      started('Local/2@a-2;1', 1, { exten: '2' }),
      started('Local/2@a-2;2', 1, { exten: '2' }),
      dialling('Local/1@a-1;2', 2, 'Local/2@a'),
      dialling('Local/2@a-2;2', 2, 'Local/1@a'),
      gone('Local/1@a-1;2', 9),
      gone('Local/2@a-2;2', 9),
    ]);
    expect(call).toMatchObject({ status: 'missed', answeredBy: null, participants: [] });
  },
  GENEROUS,
);

test(
  'a crowd of five thousand in one bridge is one talk after the other',
  () => {
    const crowd = 5_000;
    const name = (member: number): string => `PJSIP/${2_000 + member}-${member}`;
    const call = told([
      callIn,
      bridged(caller, 1, 'b1'),
      ...times(crowd, (member) => [started(name(member), 100_000 * (member + 1)), bridged(name(member), 100_000 * (member + 1), 'b1')]),
      ...times(crowd, (member) => gone(name(member), 100_000 * (crowd + 2 + member))),
      gone(caller, 100_000 * (2 * crowd + 3)),
    ]);
    expect(call.status).toBe('answered');
    expect(call.participants).toHaveLength(crowd + 1);
    expect(call.journey.every(({ parties }) => parties.length <= 32)).toBe(true);
  },
  GENEROUS,
);
