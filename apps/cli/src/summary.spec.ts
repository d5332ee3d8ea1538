import type { CelsCorrelated } from '@callstitch/application';
import type { CallStatus, Linkedid } from '@callstitch/domain';
import { complaints } from './complaints.js';
import { summary } from './summary.js';

function result(statuses: readonly CallStatus[], rest: Partial<CelsCorrelated> = {}): CelsCorrelated {
  const tellings = statuses.map((status) => ({ callLog: { status }, evidence: [] })) as unknown as CelsCorrelated['tellings'];
  return { rowsRead: 0, tellings, open: [], refused: [], brokenRows: [], ...rest };
}

const broken = Array.from({ length: 12 }, (_, index) => ({
  input: index === 0 ? '-' : 'calls.csv',
  row: index + 2,
  reason: 'has no uniqueid',
}));

test('one call is one call', () => {
  expect(summary(result(['missed'], { rowsRead: 1 }), 0.04)).toBe('1 call (1 missed) from 1 row in 0.0 s\n');
  expect(summary(result([]), 0.04)).toBe('0 calls from 0 rows in 0.0 s\n');
});

test('statuses are counted, and what was left is said', () => {
  const refused = [{ conversationId: '1.1' as Linkedid, reason: 'has no channel', cels: [] }];
  const all = result(['missed', 'answered', 'answered', 'voicemail'], {
    rowsRead: 12_983,
    brokenRows: broken.slice(0, 2),
    refused,
    open: ['2.1' as Linkedid],
  });
  expect(summary(all, 1.26)).toBe(
    '4 calls (2 answered, 1 missed, 1 voicemail) from 12,983 rows in 1.3 s; 2 rows broken; 1 conversation could not be told; 1 conversation still open at the end\n',
  );
});

test('the first ten broken rows are listed, and how many more there are', () => {
  const lines = complaints(result([], { brokenRows: broken })).split('\n');
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe('standard input, row 2: has no uniqueid');
  expect(lines[9]).toBe('calls.csv, row 11: has no uniqueid');
  expect(lines[10]).toBe('and 2 more broken rows');
});

test('nothing is said when all is well, and nothing of a row reaches the screen raw', () => {
  expect(complaints(result([]))).toBe('');
  const refused = [{ conversationId: '1.1\u001B[2J' as Linkedid, reason: 'has no channel', cels: [] }];
  expect(complaints(result([], { refused }))).toBe('conversation 1.1�[2J: has no channel\n');
});
