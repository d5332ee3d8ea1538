import { recordingInSearch } from './recording-in-search.js';

const UUID = '4ec04d00-0000-4000-8000-000000000001';

test.each<readonly [string, unknown]>([
  [`2026-01-05T10_00_03UTC-12-${UUID}.wav`, { callLogId: 12, uuid: UUID }],
  [`-7-${UUID}`, { callLogId: 7, uuid: UUID }],
  [`a\n-1-${UUID}-2-${UUID}`, { callLogId: 2, uuid: UUID }],
  [`12-${UUID}`, null],
  [`-12-${UUID.slice(1)}`, null],
  ['5145550101', null],
  ['', null],
])('%j names %j', (search, recording) => {
  expect(recordingInSearch(search)).toEqual(recording);
});
