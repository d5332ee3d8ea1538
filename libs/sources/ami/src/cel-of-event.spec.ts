import { localTime } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import type { Cel } from '@callstitch/domain';
import { CelEvents } from './cel-of-event.js';

const event = (changed: Readonly<Record<string, string>> = {}) =>
  new Map(Object.entries({ eventname: 'ANSWER', eventtime: '2026-11-23 10:07:50', uniqueid: '1.1', linkedid: '1.1', ...changed }));

test('each field of an event becomes a column', () => {
  const names = [
    'calleridname',
    'calleridnum',
    'calleridani',
    'calleridrdnis',
    'calleriddnid',
    'exten',
    'context',
    'channel',
    'application',
  ];
  const more = ['appdata', 'accountcode', 'peeraccount', 'userfield', 'peer', 'extra'];
  const all = Object.fromEntries([...names, ...more].map((name) => [name, `the ${name}`]));
  expect(new CelEvents(localTime('America/Toronto')).read(event({ ...all, amaflags: 'DOCUMENTATION' }))).toEqual({
    ...{ id: 1, eventType: 'ANSWER', eventTime: 1795446470000000, userDefType: '', uniqueid: '1.1', linkedid: '1.1', amaFlags: '3' },
    ...{ cidName: 'the calleridname', cidNum: 'the calleridnum', cidAni: 'the calleridani', cidRdnis: 'the calleridrdnis' },
    ...{ cidDnid: 'the calleriddnid', exten: 'the exten', context: 'the context', channelName: 'the channel', appName: 'the application' },
    ...{ appData: 'the appdata', accountCode: 'the accountcode', peerAccount: 'the peeraccount', userfield: 'the userfield' },
    ...{ peer: 'the peer', extra: 'the extra' },
  });
});

test('events keep their order by time, though their times are whole seconds', () => {
  const events = new CelEvents(localTime('UTC'));
  const second = 1_795_428_470_000_000;
  const timeOf = (eventtime: string) => (events.read(event({ eventtime })) as Cel).eventTime;
  expect(['50', '50', '51', '50', '51', '52'].map((seconds) => timeOf(`2026-11-23 10:07:${seconds}`))).toEqual(
    [0, 1, 1_000_000, 1_000_001, 1_000_002, 2_000_000].map((after) => instant(second + after)),
  );
  // A clock that was set back.
  expect(timeOf('2026-11-23 10:00:00')).toBe(second - 470_000_000);
});

test.each([
  [{ eventtime: 'now' }, 'has no EventTime between 1970 and 2254'],
  [{ eventname: '' }, 'has no EventName that Asterisk has'],
  [{ uniqueid: '' }, 'has no UniqueID'],
])('an event without what is needed is none: %j', (changed, reason) => {
  expect(new CelEvents(localTime('UTC')).read(event(changed))).toBe(reason);
});
