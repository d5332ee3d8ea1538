import { SharedStrings } from '@callstitch/domain';
import type { CelColumn } from './cel-rows.js';
import { CEL_COLUMNS, readCelRow } from './cel-rows.js';

const ROW: Partial<Record<CelColumn, string | null>> = {
  id: '811',
  eventtype: 'CHAN_START',
  eventtime: '2026-01-05 10:00:01.123456+00',
  uniqueid: '1700000000.1',
  linkedid: '1700000000.2',
};

function read(changed: Partial<Record<CelColumn, string | null>> = {}) {
  const row = { ...ROW, ...changed };
  return readCelRow(
    CEL_COLUMNS.map((column) => (column in row ? (row[column] ?? null) : '')),
    new SharedStrings(),
  );
}

test('every column of Asterisk has its place', () => {
  const fields = CEL_COLUMNS.map((column) => ROW[column] ?? `<${column}>`);
  expect(readCelRow(fields, new SharedStrings())).toEqual({
    id: 811,
    eventType: 'CHAN_START',
    eventTime: Date.UTC(2026, 0, 5, 10, 0, 1) * 1_000 + 123_456,
    userDefType: '<userdeftype>',
    cidName: '<cid_name>',
    cidNum: '<cid_num>',
    cidAni: '<cid_ani>',
    cidRdnis: '<cid_rdnis>',
    cidDnid: '<cid_dnid>',
    exten: '<exten>',
    context: '<context>',
    channelName: '<channame>',
    appName: '<appname>',
    appData: '<appdata>',
    amaFlags: '<amaflags>',
    accountCode: '<accountcode>',
    peerAccount: '<peeraccount>',
    uniqueid: '1700000000.1',
    linkedid: '1700000000.2',
    userfield: '<userfield>',
    peer: '<peer>',
    extra: '<extra>',
  });
});

test('what is null in the table is an empty text, as Asterisk writes it', () => {
  expect(read({ extra: null, cid_num: null, linkedid: null })).toMatchObject({ extra: '', cidNum: '', linkedid: '' });
});

test('types may be names or numbers, and a user-defined event gets its own name', () => {
  expect(read({ eventtype: '7' })).toMatchObject({ eventType: 'BRIDGE_ENTER' });
  expect(read({ eventtype: 'linkedid_end' })).toMatchObject({ eventType: 'LINKEDID_END' });
  expect(read({ eventtype: 'USER_DEFINED', userdeftype: 'WAZO_CALL_LOG' })).toMatchObject({
    eventType: 'WAZO_CALL_LOG',
    userDefType: 'WAZO_CALL_LOG',
  });
});

test('equal fields of a column share one text', () => {
  const strings = new SharedStrings();
  const view = (text: string) => CEL_COLUMNS.map((column) => ROW[column] ?? `${text} of a long text`.slice(text.length));
  for (const text of ['one', 'another']) expect(readCelRow(view(text), strings)).toMatchObject({ channelName: ' of a long text' });
});

test.each<[string, Partial<Record<CelColumn, string | null>>, string]>([
  ['no uniqueid', { uniqueid: '' }, 'has no uniqueid'],
  ['no id', { id: null }, 'has the id NULL, which is not a number'],
  ['an empty id', { id: '' }, 'has the id "", which is not a number'],
  ['an id that is no number', { id: 'x' }, 'has the id "x", which is not a number'],
  ['an id that a number cannot hold', { id: '9007199254740993' }, 'has the id "9007199254740993", which is not a number'],
  ['no time', { eventtime: null }, 'has the event time NULL, which is not a time between 1970 and 2254'],
  ['no end of time', { eventtime: 'infinity' }, 'has the event time "infinity", which is not a time between 1970 and 2254'],
  ['no type', { eventtype: '' }, 'has no event type'],
  ['an unknown number', { eventtype: '99' }, 'has the event type "99", which Asterisk does not have'],
])('a row with %s is told apart, not thrown', (_what, changed, reason) => {
  expect(read(changed)).toBe(reason);
});
