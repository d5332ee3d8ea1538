import type { CallLog } from '@callstitch/domain';
import { journeyInShort } from './testing/journey-in-short.js';
import { told } from './testing/told.js';

/** 1002 answers 1001 and hears music from one second until another. */
function held(from: string, until: string, hangup = '20'): string[] {
  return journeyInShort(
    told(`
    eventtype    | eventtime                | channame     | exten | userdeftype      | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00      | PJSIP/1001-1 | 1002  |                  |         |            |
    APP_START    | 2026-01-05 09:00:00      | PJSIP/1001-1 | 1002  |                  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00      | PJSIP/1002-2 | s     |                  |         |            |
    ANSWER       | 2026-01-05 09:00:02      | PJSIP/1002-2 | 1002  |                  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02      | PJSIP/1002-2 |       |                  | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02      | PJSIP/1001-1 | 1002  |                  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    STREAM_BEGIN | 2026-01-05 09:00:${from} | PJSIP/1002-2 |       | MOH_STREAM_BEGIN | AppDial |            | {"class":"default"}
    STREAM_END   | 2026-01-05 09:00:${until} | PJSIP/1002-2 |      | MOH_STREAM_END   | AppDial |            |
    HANGUP       | 2026-01-05 09:00:${hangup} | PJSIP/1002-2 |     |                  | AppDial |            | {"hangupcause":16}
    HANGUP       | 2026-01-05 09:00:${hangup} | PJSIP/1001-1 | 1002 |                 |         |            | {"hangupcause":16}
  `),
  );
}

test('who hears music while connected is on hold, inside a talk that goes on', () => {
  expect(held('05', '08')).toEqual(['ring 1002 0-2 answered', 'talk 1001+1002 2-20 hangup', 'hold 1002 5-8 resumed']);
  expect(held('05', '20')).toContain('hold 1002 5-20 hangup');
});

test('music for less than a tenth of a second, or while not connected, is no hold', () => {
  expect(held('05', '05.1')).toContain('hold 1002 5-5.1 resumed');
  expect(held('05', '05.0999')).toEqual(['ring 1002 0-2 answered', 'talk 1001+1002 2-20 hangup']);
  expect(held('01', '01.9')).toEqual(['ring 1002 0-2 answered', 'talk 1001+1002 2-20 hangup']);
});

/** 1001 dials a number that the phone system answers and runs through some applications. */
function ran(exten: string, rows: string, context = 'office'): CallLog {
  return told(`
    eventtype  | eventtime             | channame     | cid_num | exten    | context    | appname | appdata | extra
    CHAN_START | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1001    | ${exten} | ${context} |         |         |
    ANSWER     | 2026-01-05 09:00:00   | PJSIP/1001-1 | 1001    | ${exten} | ${context} | Answer  |         |
    ${rows}
    HANGUP     | 2026-01-05 09:00:09   | PJSIP/1001-1 | 1001    | ${exten} | ${context} |         |         | {"hangupcause":16}
  `);
}

/** An application from one second until another. */
function app(name: string, data: string, span: readonly [string, string], place: readonly [string, string]): string {
  return span
    .map(
      (at, index) =>
        `${index === 0 ? 'APP_START' : 'APP_END'} | 2026-01-05 09:00:${at} | PJSIP/1001-1 | 1001 | ${place.join(' | ')} | ${name} | ${data} |`,
    )
    .join('\n');
}

test('a menu plays, waits and plays again: one stretch in one place', () => {
  const menu = ['s', 'ivr-main'] as const;
  const call = ran(
    '5000',
    [
      app('Background', 'welcome', ['01', '03'], menu),
      app('WaitExten', '5', ['03.1', '05'], menu),
      app('Read', 'X', ['05.3', '09'], menu),
    ].join('\n'),
  );
  expect(journeyInShort(call)).toEqual(['ivr 1001+ivr ivr-main 1-9 hangup']);
  expect(call).toMatchObject({ status: 'missed', destination: { kind: 'ivr', number: 'ivr-main', context: 'ivr-main' } });
});

test('menus in two places, or a while apart, are two stretches', () => {
  const call = ran(
    '5000',
    [
      app('Background', 'a', ['01', '02'], ['5000', 'office']),
      app('Background', 'b', ['02', '03'], ['s', 'sales']),
      app('Background', 'b', ['03.300001', '04'], ['s', 'sales']),
    ].join('\n'),
  );
  expect(journeyInShort(call)).toEqual([
    'ivr 1001+ivr 5000 1-2 finished',
    'ivr 1001+ivr sales 2-3 finished',
    'ivr 1001+ivr sales 3.300001-4 finished',
  ]);
});

test.each([
  ['1002@default&1003@default,u', '1002', '1002@default&1003@default'],
  ['1002,b', '1002', '1002'],
  ['@default', '1001', '@default'],
])('VoiceMail(%s) is the mailbox of %s', (data, number, mailbox) => {
  const call = ran('1002', app('VoiceMail', data, ['01', '09'], ['1002', 'office']));
  expect(call).toMatchObject({ status: 'voicemail', destination: { kind: 'voicemail', number, details: { mailbox } } });
  expect(journeyInShort(call)).toEqual([`voicemail 1001+voicemail ${number} 1-9 hangup`]);
});

test('who listens in names whom, without the technology', () => {
  const call = ran('*33', app('ChanSpy', 'PJSIP/1003,q', ['01', '09'], ['*33', 'office']));
  expect(journeyInShort(call)).toEqual(['spy 1001+spy 1003 1-9 hangup']);
  expect(call.destination.details).toEqual({ spied: '1003' });
  expect(journeyInShort(ran('*33', app('ChanSpy', '', ['01', '09'], ['*33', 'office'])))).toEqual(['spy 1001+spy 1-9 hangup']);
});

test('a queue at the start extension is known by its name', () => {
  expect(journeyInShort(ran('4010', app('Queue', 'sales,t', ['01', '05'], ['s', 'queues'])))).toEqual([
    'queue 1001+queue sales 1-5 no-answer',
  ]);
});

test('an application that only prepares something is no place', () => {
  expect(ran('1002', app('Set', 'X=1', ['01', '09'], ['1002', 'office'])).journey).toEqual([]);
});
