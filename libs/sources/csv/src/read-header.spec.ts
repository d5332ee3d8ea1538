import { CallstitchError } from '@callstitch/domain';
import { readHeader } from './read-header.js';

const NEEDED = ['eventtype', 'eventtime', 'channame', 'uniqueid', 'linkedid'];

test('columns are found by their names in any order and case', () => {
  expect(readHeader(['LinkedID', 'eventType', 'uniqueid', 'EVENTTIME', ' channame '], 'calls.csv')).toMatchObject({
    linkedid: 0,
    eventtype: 1,
    uniqueid: 2,
    eventtime: 3,
    channame: 4,
    extra: -1,
    id: -1,
    count: 5,
  });
});

test('the names that cel_custom and other back-ends use are known', () => {
  const names = [
    'eventenum',
    'eventtime',
    'userdefevname',
    'name',
    'num',
    'ani',
    'rdnis',
    'dnid',
    'channel',
    'uniqueid',
    'linkedid',
    'eventextra',
  ];
  expect(readHeader(names, 'calls.csv')).toMatchObject({
    eventtype: 0,
    userdeftype: 2,
    cid_name: 3,
    cid_num: 4,
    cid_ani: 5,
    cid_rdnis: 6,
    cid_dnid: 7,
    channame: 8,
    extra: 11,
  });
  expect(readHeader([...NEEDED, 'cidname', 'cidnum'], 'calls.csv')).toMatchObject({ cid_name: 5, cid_num: 6 });
});

test("Asterisk's own name wins over another that means the same", () => {
  expect(readHeader(['eventenum', ...NEEDED], 'calls.csv').eventtype).toBe(1);
});

test('a missing linkedid is named, with what it is needed for and what was found', () => {
  expect(() => readHeader(['eventtype', 'eventtime', 'channame', 'uniqueid'], 'calls.csv')).toThrow(
    new CallstitchError(
      'CEL_FILE_INVALID',
      'calls.csv lacks the column linkedid (it has: eventtype, eventtime, channame, uniqueid), without linkedid calls cannot be correlated; add what is missing to the export.',
    ),
  );
});

test('all missing columns are named at once', () => {
  expect(() => readHeader(['linkedid', 'uniqueid', 'peer'], 'calls.csv')).toThrow(
    /lacks the columns eventtype, eventtime, channame \(it has: linkedid, uniqueid, peer\)/,
  );
});

test('a file without a header is told to have none', () => {
  expect(() => readHeader(['1', 'CHAN_START', '2026-11-23'], 'calls.csv')).toThrow(
    /does not start with a header that names CEL columns \(its first line has: 1, CHAN_START, 2026-11-23\); put one first/,
  );
});

test('a column that is there twice is refused', () => {
  expect(() => readHeader([...NEEDED, 'Peer', 'peer'], 'calls.csv')).toThrow(/has two columns named peer/);
});
