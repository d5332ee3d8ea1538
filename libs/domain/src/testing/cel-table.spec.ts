import { celTable } from './cel-table.js';

const TEN = Date.UTC(2026, 0, 5, 10) * 1_000;

test('what psql prints is read as it stands', () => {
  const [cel, ...rest] = celTable(`
 id  | eventtype  |           eventtime           |      channame       |   uniqueid   |   linkedid   | context
-----+------------+-------------------------------+---------------------+--------------+--------------+---------
 811 | CHAN_START | 2026-01-05 10:00:01.123456+01 | PJSIP/a-00000001    | 1700000000.1 | 1700000000.2 | default
(1 row)
  `);
  expect(rest).toEqual([]);
  expect(cel).toEqual({
    id: 811,
    eventType: 'CHAN_START',
    eventTime: TEN - 3_600_000_000 + 1_123_456,
    userDefType: '',
    cidName: '',
    cidNum: '',
    cidAni: '',
    cidRdnis: '',
    cidDnid: '',
    exten: '',
    context: 'default',
    channelName: 'PJSIP/a-00000001',
    appName: '',
    appData: '',
    amaFlags: '',
    accountCode: '',
    peerAccount: '',
    uniqueid: '1700000000.1',
    linkedid: '1700000000.2',
    userfield: '',
    peer: '',
    extra: '',
  });
});

test('every column of Asterisk has its place, and columns we have no use for may stay', () => {
  const columns =
    'id eventtype eventtime userdeftype cid_name cid_num cid_ani cid_rdnis cid_dnid exten context channame appname appdata amaflags ' +
    'accountcode peeraccount uniqueid linkedid userfield peer extra call_log_id';
  const names = columns.split(' ');
  const cells = names.map((name) => (name === 'id' ? '7' : name === 'eventtime' ? '2026-01-05 10:00:00' : `<${name}>`));
  expect(celTable(`${names.join(' | ')}\n${cells.join(' | ')}`)).toEqual([
    {
      id: 7,
      eventType: '<eventtype>',
      eventTime: TEN,
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
      uniqueid: '<uniqueid>',
      linkedid: '<linkedid>',
      userfield: '<userfield>',
      peer: '<peer>',
      extra: '<extra>',
    },
  ]);
});

test.each([
  ['a time without a zone is taken as UTC', '2026-01-05 10:00:00', TEN],
  ['a Z says UTC', '2026-01-05T10:00:00Z', TEN],
  ['a zone to the east lies ahead', '2026-01-05 10:00:00+05:30', TEN - 5.5 * 3_600_000_000],
  ['a zone to the west lies behind', '2026-01-05 10:00:00-0330', TEN + 3.5 * 3_600_000_000],
  ['six fraction digits are kept', '2026-01-05 10:00:00.000001', TEN + 1],
  ['fewer fraction digits are tenths and hundredths', '2026-01-05 10:00:00.25', TEN + 250_000],
])('%s', (_rule, time, at) => {
  expect(celTable(`eventtime\n${time}`)).toEqual([expect.objectContaining({ eventTime: at })]);
});

test('without ids a row is known by its number', () => {
  const table = `
 eventtype  | eventtime
------------+---------------------
 CHAN_START | 2026-01-05 10:00:00
 CHAN_END   | 2026-01-05 10:00:01
(2 rows)
  `;
  expect(celTable(table).map(({ id, eventType }) => [id, eventType])).toEqual([
    [1, 'CHAN_START'],
    [2, 'CHAN_END'],
  ]);
});

test('a table without rows holds no CELs', () => {
  expect(celTable('')).toEqual([]);
  expect(celTable(' eventtype | eventtime\n-----------+-----------\n(0 rows)\n')).toEqual([]);
});

test.each(['', 'noon', '2026-01-05', '2026-02-30 10:00:00', '2026-01-05 24:00:00', '2026-01-05 10:60:00', '2026-01-05 10:00:00.1234567'])(
  'a row at "%s" is refused',
  (time) => {
    expect(() => celTable(`eventtype | eventtime\nANSWER | ${time}`)).toThrow(`"${time}" is not a time`);
  },
);

test('a row that the divider cuts is refused rather than shifted', () => {
  expect(() => celTable('eventtime | appdata | extra\n2026-01-05 10:00:00 | a | b | {}')).toThrow('row 1 has 4 cells, the header has 3');
});

test('an id that is no number is refused', () => {
  expect(() => celTable('id | eventtime\nx | 2026-01-05 10:00:00')).toThrow('"x" is not the id of a CEL');
});
