import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { Conversation } from './group-conversations.js';
import { groupConversations } from './group-conversations.js';
import type { Leg } from './leg.js';
import { isRingingApp, isTargetOf, targetOf } from './link-rung-legs.js';
import { replay } from './replay.js';

/** The legs of a table in which a channel's uniqueid is its name and, unless a row says otherwise, its linkedid is the first channel's. */
function legsOf(table: string): readonly Leg[] {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  const linked = cels.map((cel) => ({
    ...cel,
    uniqueid: cel.channelName as Uniqueid,
    linkedid: cel.linkedid === '' ? linkedid : cel.linkedid,
  }));
  return replay(groupConversations(linked)[0] as Conversation).legs;
}

/** Which arguments rang each leg. */
function rungBy(table: string): Record<string, string | null> {
  return Object.fromEntries(legsOf(table).map(({ channelName, rungBy: run }) => [channelName, run?.data ?? null]));
}

test('a phone is rung by the application that was running when it started', () => {
  const [caller, phone] = legsOf(`
    eventtype  | eventtime           | channame     | appname | appdata
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | Dial    | PJSIP/1002,20
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-2 |         |
    APP_END    | 2026-01-05 09:00:09 | PJSIP/1001-1 | Dial    | PJSIP/1002,20
  `) as readonly [Leg, Leg];
  expect(phone.rungBy).toBe(caller.runs[0]);
  expect(caller.runs[0]?.rang).toEqual([phone]);
  expect(caller.rungBy).toBeNull();
});

test('all phones of a parallel group are rung by one run, in order of their start', () => {
  const legs = legsOf(`
    eventtype  | eventtime           | channame     | appname | appdata
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | Dial    | PJSIP/1003&PJSIP/1002&PJSIP/1004,20
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1003-2 |         |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-3 |         |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1004-4 |         |
  `);
  expect(legs[0]?.runs[0]?.rang.map(({ endpoint }) => endpoint)).toEqual(['1003', '1002', '1004']);
});

test('in a hunt of separate runs each phone belongs to its own', () => {
  expect(
    rungBy(`
      eventtype  | eventtime                  | channame     | appname | appdata
      CHAN_START | 2026-01-05 09:00:00        | PJSIP/1001-1 |         |
      APP_START  | 2026-01-05 09:00:00        | PJSIP/1001-1 | Dial    | PJSIP/1002,5
      CHAN_START | 2026-01-05 09:00:00.001    | PJSIP/1002-2 |         |
      APP_END    | 2026-01-05 09:00:00.002    | PJSIP/1001-1 | Dial    | PJSIP/1002,5
      APP_START  | 2026-01-05 09:00:00.003    | PJSIP/1001-1 | Dial    | PJSIP/1003,5
      CHAN_START | 2026-01-05 09:00:00.004    | PJSIP/1003-3 |         |
      APP_END    | 2026-01-05 09:00:05        | PJSIP/1001-1 | Dial    | PJSIP/1003,5
    `),
  ).toEqual({ 'PJSIP/1001-1': null, 'PJSIP/1002-2': 'PJSIP/1002,5', 'PJSIP/1003-3': 'PJSIP/1003,5' });
});

test('in a hunt whose start is told once, the phones between the first and the last belong to it as well', () => {
  expect(
    rungBy(`
      eventtype  | eventtime           | channame     | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |         |
      APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 | Dial    | PJSIP/1002,5
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 |         |
      CHAN_START | 2026-01-05 09:00:05 | PJSIP/1003-3 |         |
      CHAN_START | 2026-01-05 09:00:10 | PJSIP/1004-4 |         |
      APP_END    | 2026-01-05 09:00:15 | PJSIP/1001-1 | Dial    | PJSIP/1004,5
    `),
  ).toEqual({ 'PJSIP/1001-1': null, 'PJSIP/1002-2': 'PJSIP/1002,5', 'PJSIP/1003-3': 'PJSIP/1002,5', 'PJSIP/1004-4': 'PJSIP/1002,5' });
});

test('a queue names no member, so its members belong to the latest run that was open', () => {
  expect(
    rungBy(`
      eventtype  | eventtime           | channame        | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/carrier-1 |         |
      APP_START  | 2026-01-05 09:00:00 | PJSIP/carrier-1 | Dial    | PJSIP/1009,5
      APP_START  | 2026-01-05 09:00:05 | PJSIP/carrier-1 | Queue   | sales,t
      CHAN_START | 2026-01-05 09:00:06 | PJSIP/1002-2    |         |
      CHAN_START | 2026-01-05 09:00:07 | PJSIP/1003-3    |         |
      APP_END    | 2026-01-05 09:00:09 | PJSIP/carrier-1 | Queue   | sales,t
    `),
  ).toEqual({ 'PJSIP/carrier-1': null, 'PJSIP/1002-2': 'sales,t', 'PJSIP/1003-3': 'sales,t' });
});

test('of several open runs, the one that names a phone rang it, before the latest one', () => {
  expect(
    rungBy(`
      eventtype  | eventtime           | channame     | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |         |
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1005-5 |         |
      APP_START  | 2026-01-05 09:00:01 | PJSIP/1001-1 | Dial    | PJSIP/1002
      APP_START  | 2026-01-05 09:00:02 | PJSIP/1005-5 | Dial    | PJSIP/1003
      CHAN_START | 2026-01-05 09:00:03 | PJSIP/1002-2 |         |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 |         |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/1005-5 |         |
    `),
  ).toMatchObject({ 'PJSIP/1002-2': 'PJSIP/1002' });
});

test('of several open runs that do not name a phone, the latest one rang it', () => {
  expect(
    rungBy(`
      eventtype  | eventtime           | channame     | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |         |
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1005-5 |         |
      APP_START  | 2026-01-05 09:00:01 | PJSIP/1001-1 | Queue   | sales
      APP_START  | 2026-01-05 09:00:02 | PJSIP/1005-5 | Queue   | support
      CHAN_START | 2026-01-05 09:00:03 | PJSIP/1002-2 |         |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 |         |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/1005-5 |         |
    `),
  ).toMatchObject({ 'PJSIP/1002-2': 'support' });
});

test('a phone that starts a few milliseconds before its application, or after its end, still belongs to it', () => {
  const around = (start: string) =>
    rungBy(`
      eventtype  | eventtime                  | channame     | appname | appdata
      CHAN_START | 2026-01-05 09:00:00        | PJSIP/1001-1 |         |
      APP_START  | 2026-01-05 09:00:00        | PJSIP/1001-1 | Dial    | PJSIP/1009
      APP_END    | 2026-01-05 09:00:01        | PJSIP/1001-1 | Dial    | PJSIP/1009
      CHAN_START | ${start}                   | PJSIP/1002-2 |         |
      APP_START  | 2026-01-05 09:00:05        | PJSIP/1001-1 | Dial    | PJSIP/1002
      APP_END    | 2026-01-05 09:00:07        | PJSIP/1001-1 | Dial    | PJSIP/1002
      CHAN_END   | 2026-01-05 09:00:09        | PJSIP/1001-1 |         |
    `)['PJSIP/1002-2'];
  expect(around('2026-01-05 09:00:04.989100')).toBe('PJSIP/1002');
  expect(around('2026-01-05 09:00:07.010900')).toBe('PJSIP/1002');
  expect(around('2026-01-05 09:00:03')).toBeNull();
  expect(around('2026-01-05 09:00:08')).toBeNull();
});

test('the second half of a Local channel executes the dialplan; the first one is what was rung', () => {
  expect(
    rungBy(`
      eventtype  | eventtime           | channame                     | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1                 |         |
      APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1                 | Dial    | Local/1002@office/n
      CHAN_START | 2026-01-05 09:00:01 | Local/1002@office-00000001;1 |         |
      CHAN_START | 2026-01-05 09:00:01 | Local/1002@office-00000001;2 |         |
      APP_START  | 2026-01-05 09:00:02 | Local/1002@office-00000001;2 | Dial    | PJSIP/1002
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/1002-2                 |         |
      HANGUP     | 2026-01-05 09:00:09 | Local/1002@office-00000001;2 |         |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1                 |         |
    `),
  ).toEqual({
    'PJSIP/1001-1': null,
    'Local/1002@office-00000001;1': 'Local/1002@office/n',
    'Local/1002@office-00000001;2': null,
    'PJSIP/1002-2': 'PJSIP/1002',
  });
});

test('no channel rings itself or the other half of it', () => {
  expect(
    rungBy(`
      eventtype  | eventtime               | channame           | linkedid | appname | appdata
      CHAN_START | 2026-01-05 09:00:00     | Local/1@a-1;1      | older    |         |
      CHAN_START | 2026-01-05 09:00:00     | Local/1@a-1;2      | older    |         |
      APP_START  | 2026-01-05 09:00:00.001 | Local/1@a-1;2      | older    | Dial    | Local/1@a
      HANGUP     | 2026-01-05 09:00:09     | Local/1@a-1;2      | older    |         |
    `),
  ).toEqual({ 'Local/1@a-1;1': null, 'Local/1@a-1;2': null });
});

test('an originated phone that an application rang belongs to it; one that called in was rung by nobody', () => {
  expect(
    rungBy(`
      eventtype  | eventtime           | channame     | linkedid     | appname  | appdata         | extra
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 |              |          |                 |
      APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1 |              | Page     | PJSIP/1002      |
      CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-2 | PJSIP/1002-2 |          |                 |
      ANSWER     | 2026-01-05 09:00:01 | PJSIP/1002-2 | PJSIP/1001-1 | AppDial2 | (Outgoing Line) |
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/1003-3 | PJSIP/1003-3 |          |                 |
      ANSWER     | 2026-01-05 09:00:03 | PJSIP/1003-3 | PJSIP/1001-1 |          |                 |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 |              |          |                 |
    `),
  ).toEqual({ 'PJSIP/1001-1': null, 'PJSIP/1002-2': 'PJSIP/1002', 'PJSIP/1003-3': null });
});

test.each(['dial', 'retrydial', 'queue', 'followme', 'page', 'findmefollowme'])('%s makes other channels ring', (app) => {
  expect(isRingingApp(app)).toBe(true);
});

test.each(['playback', 'voicemail', 'confbridge', 'dialplan', ''])('"%s" makes nobody ring', (app) => {
  expect(isRingingApp(app)).toBe(false);
});

test('a target made the channel of its technology and endpoint', () => {
  const target = { technology: 'PJSIP', endpoint: '1002', number: '' };
  expect(isTargetOf(target, { technology: 'pjsip', endpoint: '1002' })).toBe(true);
  expect(isTargetOf(target, { technology: 'SIP', endpoint: '1002' })).toBe(false);
  expect(isTargetOf(target, { technology: 'PJSIP', endpoint: '1003' })).toBe(false);
});

test('a channel of a DAHDI group shows its span and the number', () => {
  const target = { technology: 'DAHDI', endpoint: 'g1', number: '5145550100' };
  expect(isTargetOf(target, { technology: 'DAHDI', endpoint: 'i1/5145550100' })).toBe(true);
  expect(isTargetOf(target, { technology: 'DAHDI', endpoint: 'i1/5145550199' })).toBe(false);
  expect(isTargetOf({ ...target, number: '' }, { technology: 'DAHDI', endpoint: 'i1/' })).toBe(false);
});

test('the destination that made a leg is looked for in the first and in the last arguments of a run', () => {
  const run = { data: 'PJSIP/1001,5', lastData: 'PJSIP/1003&PJSIP/1004,5' };
  expect(targetOf(run, { technology: 'PJSIP', endpoint: '1001' })?.endpoint).toBe('1001');
  expect(targetOf(run, { technology: 'PJSIP', endpoint: '1004' })?.endpoint).toBe('1004');
  expect(targetOf(run, { technology: 'PJSIP', endpoint: '1002' })).toBeNull();
  expect(targetOf({ data: 'sales', lastData: 'sales' }, { technology: 'PJSIP', endpoint: '1002' })).toBeNull();
});
