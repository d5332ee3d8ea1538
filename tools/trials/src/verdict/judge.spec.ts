import { judge } from './judge.js';
import type { StoredCalls } from './stored-calls.js';

const SEQS = ['9-1', '10-2', '10-3'];

function stored(changed: Partial<StoredCalls> = {}): StoredCalls {
  const counts = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  const records = new Map([
    ['a', '{"direction": "internal"}'],
    ['b', '{"direction": "inbound"}'],
  ]);
  return { records, callLogs: counts, created: counts, seqs: SEQS, ...changed };
}

const judged = (live: StoredCalls, { paged = SEQS, streamed = SEQS } = {}) =>
  judge({ written: ['a', 'b'], live, offline: stored(), paged, streamed });

test('where each call is there once, as it would be offline, and each change was read once in order, all is well', () => {
  expect(judged(stored())).toEqual({ lost: 0, doubled: 0, differing: 0, faults: [] });
});

test('a call without a call log is lost', () => {
  const one = new Map([['a', 1]]);
  expect(judged(stored({ callLogs: one, created: one, records: new Map([['a', '{"direction": "internal"}']]) }))).toMatchObject({
    lost: 1,
    faults: ['1 calls have no call log: b'],
  });
});

test('two call logs of a call, or two changes that say created, are doubled', () => {
  const twice = new Map([
    ['a', 2],
    ['b', 1],
  ]);
  expect(judged(stored({ callLogs: twice })).doubled).toBe(1);
  expect(judged(stored({ created: twice })).doubled).toBe(1);
});

test('a record that is another one offline differs, a change that was never announced and a call nobody wrote are said', () => {
  const live = stored({
    records: new Map([
      ['a', '{"direction": "internal"}'],
      ['b', '{"direction": "outbound"}'],
    ]),
    created: new Map([['a', 1]]),
    callLogs: new Map([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]),
  });
  expect(judged(live)).toMatchObject({
    differing: 1,
    faults: [
      '1 calls have no change that says created: b',
      '1 calls were never written: c',
      '1 calls are not what callstitch generate makes of the same rows: b',
    ],
  });
});

test.each([
  [['9-1', '10-3'], 'missed 1 of 3 changes'],
  [['9-1', '10-2', '10-2', '10-3'], 'got 1 changes twice'],
  [['10-2', '10-3', '9-1'], 'got changes in another order than the feed has'],
])('a consumer that read %j is said', (read, what) => {
  expect(judged(stored(), { paged: read }).faults).toEqual([`Who paged ${what}`]);
  expect(judged(stored(), { streamed: read }).faults).toEqual([`Who listened to the stream ${what}`]);
});
