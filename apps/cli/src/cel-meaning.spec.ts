import type { Cel } from '@callstitch/domain';
import { celMeaning } from './cel-meaning.js';

function meaning(eventType: string, fields: Partial<Cel> = {}, extra: object | null = null): string {
  const empty = { userDefType: '', cidName: '', cidNum: '', exten: '', context: '', appName: '', appData: '', linkedid: '1.1', peer: '' };
  return celMeaning({ ...empty, eventType, extra: extra === null ? '' : JSON.stringify(extra), ...fields } as Cel);
}

test('a row is said in words', () => {
  expect(meaning('CHAN_START', { cidName: 'Alice', cidNum: '1001', exten: '1002', context: 'office' })).toBe(
    'channel begins for Alice 1001 at 1002@office',
  );
  expect(meaning('HANGUP', {}, { hangupcause: 17, hangupsource: 'PJSIP/a-1', dialstatus: 'BUSY' })).toBe(
    'hangs up: cause 17 busy, by PJSIP/a-1, dial status BUSY',
  );
  expect(meaning('BRIDGE_ENTER', { peer: 'PJSIP/b-2' }, { bridge_id: 'ef929617-d0d4' })).toBe('joins PJSIP/b-2 in bridge ef929617');
  expect(meaning('PICKUP', {}, { pickup_channel: 'PJSIP/c-3' })).toBe('its call is picked up by PJSIP/c-3');
  expect(meaning('MY_EVENT', {}, { extra: 'vip' })).toBe('event of the dialplan: vip');
});

test('a key that was pressed is not shown', () => {
  expect(meaning('DTMF', { userDefType: 'Received' }, { digit: '7', duration_ms: 100 })).toBe('presses a key (digit hidden)');
});

test('a password in the arguments of an application is not shown', () => {
  expect(meaning('APP_START', { appName: 'Authenticate', appData: '4711' })).toBe('runs Authenticate(…)');
  expect(meaning('APP_START', { appName: 'Dial', appData: 'PJSIP/1002' })).toBe('runs Dial(PJSIP/1002)');
});

test('details that are missing or cut cost only themselves', () => {
  expect(meaning('HANGUP', { extra: '{"hangupcause":1' })).toBe('hangs up');
  expect(meaning('constructor')).toBe('event of the dialplan');
});
