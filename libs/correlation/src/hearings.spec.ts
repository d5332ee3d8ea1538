import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { Conversation } from './group-conversations.js';
import { groupConversations } from './group-conversations.js';
import { hearings } from './hearings.js';
import type { Hearing } from './hearings.js';
import { replay } from './replay.js';

/** Who enters (`+`) or leaves (`-`) which bridge at which second: `1.5 + PJSIP/1001-1 b1`. */
function heardIn(steps: string, before = ''): readonly Hearing[] {
  const rows = steps
    .trim()
    .split('\n')
    .map((step) => {
      const [at = '', sign, name, bridge = '', technology = 'simple_bridge'] = step.trim().split(/\s+/);
      const time = `2026-01-05 09:00:${at.padStart(at.includes('.') ? at.length + 2 - at.indexOf('.') : 2, '0')}`;
      const event = sign === '+' ? 'BRIDGE_ENTER' : 'BRIDGE_EXIT';
      return `${event} | ${time} | ${name} | | | {"bridge_id":"${bridge}","bridge_technology":"${technology}"}`;
    });
  const cels = celTable(`eventtype | eventtime | channame | appname | appdata | extra\n${before}\n${rows.join('\n')}`);
  const linkedid = 'a' as Linkedid;
  const linked = cels.map((cel) => ({ ...cel, uniqueid: cel.channelName as Uniqueid, linkedid }));
  return hearings(replay(groupConversations(linked)[0] as Conversation));
}

const NINE = Date.UTC(2026, 0, 5, 9) * 1_000;

/** Ears by endpoint, and the seconds from when until when. */
function shape(heard: readonly Hearing[]): string[] {
  const second = (at: number): number => (at - NINE) / 1_000_000;
  return heard.map(({ legs, from, until }) => `${legs.map(({ endpoint }) => endpoint).join('+')} ${second(from)}-${second(until)}`);
}

test('two in a bridge hear each other from the entry of the second until the exit of the first', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1 b1
    2 + PJSIP/1002-2 b1
    5 - PJSIP/1001-1 b1
    6 - PJSIP/1002-2 b1
  `);
  expect(shape(heard)).toEqual(['1001+1002 2-5']);
  expect(heard[0]).toMatchObject({ bridgeIds: ['b1'], conference: null });
});

test('who is alone in a bridge, or in another one, hears nobody', () => {
  expect(heardIn('1 + PJSIP/1001-1 b1\n5 - PJSIP/1001-1 b1')).toEqual([]);
  expect(heardIn('1 + PJSIP/1001-1 b1\n1 + PJSIP/1002-2 b2\n5 - PJSIP/1001-1 b1\n5 - PJSIP/1002-2 b2')).toEqual([]);
  expect(heardIn('1 + PJSIP/1001-1 b1\n2 - PJSIP/1001-1 b1\n3 + PJSIP/1002-2 b1\n4 - PJSIP/1002-2 b1')).toEqual([]);
});

test('who leaves at an instant has left before anybody enters at it', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1 b1
    1 + PJSIP/1002-2 b1
    3 + PJSIP/1003-3 b1
    3 - PJSIP/1002-2 b1
    5 - PJSIP/1001-1 b1
    5 - PJSIP/1003-3 b1
  `);
  expect(shape(heard)).toEqual(['1001+1002 1-3', '1001+1003 3-5']);
});

test('nobody hears anybody in a parking lot', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1 lot holding_bridge
    2 + PJSIP/1002-2 lot holding_bridge
    5 - PJSIP/1001-1 lot holding_bridge
    5 - PJSIP/1002-2 lot holding_bridge
  `);
  expect(heard).toEqual([]);
});

test('a third ear makes a stretch of three between those of two', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1 b1
    1 + PJSIP/1002-2 b1
    3 + PJSIP/1003-3 b1
    5 - PJSIP/1001-1 b1
    7 - PJSIP/1002-2 b1
    7 - PJSIP/1003-3 b1
  `);
  expect(shape(heard)).toEqual(['1001+1002 1-3', '1001+1002+1003 3-5', '1002+1003 5-7']);
});

test('a third ear for less than a twentieth of a second is one row out of order', () => {
  const crossing = (left: string) =>
    heardIn(`
      1   + PJSIP/1001-1 b1
      1   + PJSIP/1002-2 b1
      3   + PJSIP/1003-3 b1
      ${left} - PJSIP/1002-2 b1
      5   - PJSIP/1001-1 b1
      5   - PJSIP/1003-3 b1
    `);
  expect(shape(crossing('3.049'))).toEqual(['1001+1002 1-3', '1001+1003 3.049-5']);
  expect(shape(crossing('3.05'))).toEqual(['1001+1002 1-3', '1001+1002+1003 3-3.05', '1001+1003 3.05-5']);
});

test('ears hear each other through Local channels that are not optimised away', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1  b1
    1 + Local/1@a-1;1 b1
    2 + Local/1@a-1;2 b2
    2 + Local/1@b-2;1 b2
    3 + Local/1@b-2;2 b3
    3 + PJSIP/1002-2  b3
    5 - PJSIP/1001-1  b1
    5 - PJSIP/1002-2  b3
  `);
  expect(shape(heard)).toEqual(['1001+1002 3-5']);
  expect([...(heard[0]?.bridgeIds ?? [])].sort()).toEqual(['b1', 'b2', 'b3']);
});

test('a Local channel that leaves parts those on its two sides', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1  b1
    1 + PJSIP/1003-3  b1
    2 + Local/1@a-1;1 b1
    2 + Local/1@a-1;2 b2
    2 + PJSIP/1002-2  b2
    4 - Local/1@a-1;2 b2
    6 - PJSIP/1001-1  b1
    6 - PJSIP/1002-2  b2
    6 - PJSIP/1003-3  b1
  `);
  expect(shape(heard)).toEqual(['1001+1003 1-2', '1001+1003+1002 2-4', '1001+1003 4-6']);
});

test('during the optimisation of a Local channel the same ears hear each other in one stretch', () => {
  const heard = heardIn(`
    1        + PJSIP/1001-1  b1
    1        + Local/1@a-1;1 b1
    1        + Local/1@a-1;2 b2
    1        + PJSIP/1002-2  b2
    2        - PJSIP/1001-1  b1
    2.0001   + PJSIP/1001-1  b2
    2.0002   - Local/1@a-1;2 b2
    2.0003   - Local/1@a-1;1 b1
    5        - PJSIP/1001-1  b2
    5        - PJSIP/1002-2  b2
  `);
  expect(shape(heard)).toEqual(['1001+1002 1-5']);
  expect(heard[0]?.bridgeIds).toEqual(expect.arrayContaining(['b1', 'b2']));
});

test('a move from bridge to bridge takes up to three tenths of a second; after more the same ears meet again', () => {
  const move = (back: string) =>
    heardIn(`
      1       + PJSIP/1001-1 b1
      1       + PJSIP/1002-2 b1
      2       - PJSIP/1001-1 b1
      2       - PJSIP/1002-2 b1
      ${back} + PJSIP/1001-1 b2
      ${back} + PJSIP/1002-2 b2
      5       - PJSIP/1001-1 b2
      5       - PJSIP/1002-2 b2
    `);
  expect(shape(move('2.3'))).toEqual(['1001+1002 1-5']);
  expect(move('2.3')[0]?.bridgeIds).toEqual(['b1', 'b2']);
  expect(shape(move('2.300001'))).toEqual(['1001+1002 1-2', '1001+1002 2.300001-5']);
});

test('the same ears are two stretches when one of them was elsewhere in between', () => {
  const heard = heardIn(`
    1   + PJSIP/1001-1 b1
    1   + PJSIP/1002-2 b1
    2   - PJSIP/1001-1 b1
    2   + PJSIP/1001-1 b2
    2   + PJSIP/1003-3 b2
    2.2 - PJSIP/1001-1 b2
    2.2 + PJSIP/1001-1 b1
    5   - PJSIP/1001-1 b1
    5   - PJSIP/1002-2 b1
    5   - PJSIP/1003-3 b2
  `);
  expect(shape(heard)).toEqual(['1001+1002 1-2', '1001+1003 2-2.2', '1001+1002 2.2-5']);
});

test('two pairs in two bridges are heard apart', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1 b1
    1 + PJSIP/1002-2 b1
    2 + PJSIP/1003-3 b2
    2 + PJSIP/1004-4 b2
    5 - PJSIP/1001-1 b1
    6 - PJSIP/1003-3 b2
  `);
  expect(shape(heard)).toEqual(['1001+1002 1-5', '1003+1004 2-6']);
});

test.each(['ConfBridge', 'MeetMe'])('one ear in a %s is a stretch, because others may hear as well', (app) => {
  const heard = heardIn(
    '1 + PJSIP/1001-1 b1 softmix\n5 - PJSIP/1001-1 b1 softmix',
    `APP_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | ${app} | 5010 |`,
  );
  expect(shape(heard)).toEqual(['1001 1-5']);
  expect(heard[0]?.conference?.run?.data).toBe('5010');
});

test.each(['1001', '1002'])('two in a bridge of which %s runs a conference are in a conference', (endpoint) => {
  const runs = `APP_START | 2026-01-05 09:00:00 | PJSIP/${endpoint}-1 | ConfBridge | 5010 |`;
  const heard = heardIn(
    '1 + PJSIP/1002-1 b1\n1 + PJSIP/1001-1 b1\n5 - PJSIP/1002-1 b1\n5 - PJSIP/1001-1 b1',
    `MY_EVENT | 2026-01-05 08:59:59 | PJSIP/1001-1 | | |\n${runs}`,
  );
  expect(heard.map(({ conference }) => conference?.leg.endpoint)).toEqual([endpoint]);
  expect(shape(heard)).toEqual(['1001+1002 1-5']);
});

test('the same ears that meet in a conference a moment later are another stretch', () => {
  const steps =
    '1 + PJSIP/1001-1 b1\n1 + PJSIP/1002-2 b1\n3 - PJSIP/1001-1 b1\n3 - PJSIP/1002-2 b1\n3.1 + PJSIP/1001-1 b2\n3.1 + PJSIP/1002-2 b2\n5 - PJSIP/1001-1 b2';
  const heard = heardIn(steps, 'APP_START | 2026-01-05 09:00:03.05 | PJSIP/1001-1 | ConfBridge | 5010 |');
  expect(shape(heard)).toEqual(['1001+1002 1-3', '1001+1002 3.1-5']);
  expect(heard.map(({ conference }) => conference !== null)).toEqual([false, true]);
});

test('a conference without an ear is no stretch', () => {
  const local = 'Local/1@a-1;1';
  expect(heardIn(`1 + ${local} b1\n5 - ${local} b1`, `APP_START | 2026-01-05 09:00:00 | ${local} | ConfBridge | 5010 |`)).toEqual([]);
});

test('a crowd in one bridge is told by its first thirty-two ears', () => {
  const names = Array.from({ length: 500 }, (_, index) => `PJSIP/${1000 + index}-${index}`);
  const steps = [...names.map((name) => `1 + ${name} b1`), ...names.map((name) => `5 - ${name} b1`)];
  const heard = heardIn(steps.join('\n'));
  expect(heard.map(({ legs }) => legs.map(({ channelName }) => channelName))).toEqual([names.slice(0, 32)]);
});

test('Local channels in a circle are heard through once', () => {
  const heard = heardIn(`
    1 + PJSIP/1001-1  b1
    1 + Local/1@a-1;1 b1
    1 + Local/1@a-1;2 b2
    1 + Local/1@b-2;1 b2
    1 + Local/1@b-2;2 b1
    1 + PJSIP/1002-2  b2
    5 - PJSIP/1001-1  b1
  `);
  expect(shape(heard)).toEqual(['1001+1002 1-5']);
});
