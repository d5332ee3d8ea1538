import type { CallLog } from '@callstitch/domain';
import { told } from './testing/told.js';

/** The recordings of a call in seconds from its start: 1001 calls 1002, with rows of the test in between. */
function recordings(before: string, after = ''): unknown[] {
  const call = told(`
    eventtype    | eventtime           | channame     | exten | appname | appdata    | peer | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |            |      |
    ${before}
    APP_START    | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |      |
    CHAN_START   | 2026-01-05 09:00:02 | PJSIP/1002-2 | s     |         |            |      |
    ANSWER       | 2026-01-05 09:00:04 | PJSIP/1002-2 | 1002  | AppDial |            |      |
    BRIDGE_ENTER | 2026-01-05 09:00:04 | PJSIP/1002-2 |       | AppDial |            |      | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:05 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |      | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1002-2 |       | AppDial |            |      | {"hangupcause":16}
    ${after}
    HANGUP       | 2026-01-05 09:00:12 | PJSIP/1001-1 | 1002  |         |            |      | {"hangupcause":16}
    MY_EVENT     | 2026-01-05 09:00:15 | PJSIP/1002-2 |       |         |            |      |
  `);
  return call.recordings.map(({ uuid, path, startedAt, endedAt }) => [
    uuid,
    path,
    (startedAt - call.startedAt) / 1_000_000,
    (endedAt - call.startedAt) / 1_000_000,
  ]);
}

/** `MixMonitor` returns at once. */
const mixMonitor = (data: string): string => `
    APP_START    | 2026-01-05 09:00:01 | PJSIP/1001-1 | 1002  | MixMonitor | ${data} | |
    APP_END      | 2026-01-05 09:00:01.0001 | PJSIP/1001-1 | 1002 | MixMonitor | ${data} | |`;

test('a call without a recorder has no recordings', () => {
  expect(recordings('')).toEqual([]);
});

test('a recording lasts from its MixMonitor until the channel hangs up, for its end means nothing', () => {
  expect(recordings(mixMonitor('/rec/1.wav'))).toEqual([[null, '/rec/1.wav', 1, 12]]);
});

test('StopMixMonitor ends a recording, and a later one begins anew', () => {
  const stop = 'APP_START | 2026-01-05 09:00:10 | PJSIP/1001-1 | 1002 | StopMixMonitor | | |';
  const again = 'APP_START | 2026-01-05 09:00:11 | PJSIP/1001-1 | 1002 | MixMonitor | /rec/2.wav | |';
  expect(recordings(mixMonitor('/rec/1.wav'), `${stop}\n${again}`)).toEqual([
    [null, '/rec/1.wav', 1, 10],
    [null, '/rec/2.wav', 11, 12],
  ]);
});

test('option b records only while bridged', () => {
  expect(recordings(mixMonitor('/rec/1.wav,b'))).toEqual([[null, '/rec/1.wav', 5, 12]]);
  expect(recordings(mixMonitor('/rec/1.wav,ab,script'))).toEqual([[null, '/rec/1.wav', 5, 12]]);
});

test('a b in the argument of another option is not option b', () => {
  expect(recordings(mixMonitor('/rec/1.wav,r(beep.wav)t(b.wav)'))).toEqual([[null, '/rec/1.wav', 1, 12]]);
  expect(recordings(mixMonitor('/rec/1.wav,,rm b'))).toEqual([[null, '/rec/1.wav', 1, 12]]);
});

test('with option b, a call that was never bridged has no recording', () => {
  const call = told(`
    eventtype  | eventtime           | channame     | exten | appname    | appdata      | extra
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |            |              |
    APP_START  | 2026-01-05 09:00:01 | PJSIP/1001-1 | 1002  | MixMonitor | /rec/1.wav,b |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1 | 1002  |            |              | {"hangupcause":16}
  `);
  expect(call.recordings).toEqual([]);
});

test('a recorder without a file name has no path', () => {
  expect(recordings(mixMonitor(''))).toEqual([[null, null, 1, 12]]);
});

test('a recorder among the peers of a conference records it, once for all that are in it', () => {
  const call = told(`
    eventtype    | eventtime           | channame     | exten | appname    | appdata | peer                      | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 5010  |            |         |                           |
    APP_START    | 2026-01-05 09:00:01 | PJSIP/1001-1 | 5010  | ConfBridge | 5010    |                           |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | 5010  | ConfBridge | 5010    | CBAnn/5010-1;2            | {"bridge_id":"b1"}
    BRIDGE_EXIT  | 2026-01-05 09:00:09 | PJSIP/1001-1 | 5010  | ConfBridge | 5010    | CBRec/5010-2,CBAnn/5010-1 | {"bridge_id":"b1"}
    HANGUP       | 2026-01-05 09:00:09 | PJSIP/1001-1 | 5010  |            |         |                           | {"hangupcause":16}
  `);
  const { startedAt } = call;
  expect(call.recordings).toEqual([{ uuid: null, startedAt: startedAt + 2_000_000, endedAt: startedAt + 9_000_000, path: null }]);
});

/** 1001 talks with 1002 until the stream says who hung up. */
function hungUp(rows: string): CallLog['hangup'] {
  return told(`
    eventtype    | eventtime           | channame     | exten | appname | appdata    | extra
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  |         |            |
    APP_START    | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 |
    CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1002-2 | s     |         |            |
    ANSWER       | 2026-01-05 09:00:02 | PJSIP/1002-2 | 1002  | AppDial |            |
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1002-2 |       | AppDial |            | {"bridge_id":"b1"}
    BRIDGE_ENTER | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002  | Dial    | PJSIP/1002 | {"bridge_id":"b1"}
    ${rows}
  `).hangup;
}

const row = (channel: string, cause: number, source: string): string =>
  `HANGUP | 2026-01-05 09:00:09 | ${channel} | | | | {"hangupcause":${cause},"hangupsource":"${source}"}\n`;

test.each([
  ['the source', 'PJSIP/1001-1', 'source'],
  ['the destination', 'PJSIP/1002-2', 'destination'],
  ['the phone system by Hangup()', 'dialplan/builtin', 'system'],
  ['the phone system without a name', '', 'system'],
])('a call that %s hung up says so, with the cause of the caller', (_who, source, by) => {
  expect(hungUp(row('PJSIP/1002-2', 26, source) + row('PJSIP/1001-1', 16, source))).toEqual({ cause: 16, by });
});

test('who hung up is also read from the other channel of the last talk', () => {
  expect(hungUp(row('PJSIP/1002-2', 16, 'PJSIP/1002-2') + row('PJSIP/1001-1', 16, ''))).toEqual({ cause: 16, by: 'destination' });
});

test('without a hang-up of the caller nobody hung up, as far as it is known', () => {
  expect(hungUp('')).toEqual({ cause: null, by: null });
  expect(hungUp(row('PJSIP/1002-2', 16, 'PJSIP/1002-2'))).toEqual({ cause: null, by: null });
});

test('a hang-up without a cause has none', () => {
  expect(hungUp('HANGUP | 2026-01-05 09:00:09 | PJSIP/1001-1 | | | | {"hangupcau')).toEqual({ cause: null, by: 'system' });
});
