import { wantsCsv } from './wants-csv.js';

test.each([
  [undefined, undefined, false],
  [undefined, '*/*', false],
  [undefined, 'application/json', false],
  [undefined, 'text/csv; charset=utf-8', true],
  [undefined, 'text/csv', true],
  [undefined, 'text/csv;q=0.5, application/json', false],
  [undefined, 'text/*, application/json;q=0.9', true],
  [undefined, 'text/csv;q=nonsense', false],
  ['csv', 'application/json', true],
  ['json', 'text/csv; charset=utf-8', false],
] as const)('format %s and Accept %s', (format, accept, csv) => {
  expect(wantsCsv(format, accept)).toBe(csv);
});
