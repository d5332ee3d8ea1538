import { CopyTextParser } from './copy-text-parser.js';

const TEXT = 'a\tÉlodie 🦉\t\n\\N\t\\\\N\ttab\\tnewline\\nback\\\\slash\\b\\f\\r\\v\nlast\t\t\\.\n';
const ROWS = [
  ['a', 'Élodie 🦉', ''],
  [null, '\\N', 'tab\tnewline\nback\\slash\b\f\r\v'],
  ['last', '', '.'],
];

test('rows come out the same however the pieces are cut', () => {
  const bytes = Buffer.from(TEXT);
  for (let size = 1; size <= bytes.length; size++) {
    const parser = new CopyTextParser();
    const rows = [];
    for (let from = 0; from < bytes.length; from += size) rows.push(...parser.rows(bytes.subarray(from, from + size)));
    expect(rows).toEqual(ROWS);
  }
});

test('a row that is not complete is kept back', () => {
  const parser = new CopyTextParser();
  expect(parser.rows(Buffer.from('1\ta\n2'))).toEqual([['1', 'a']]);
  expect(parser.rows(Buffer.from('0\tb'))).toEqual([]);
  expect(parser.rows(Buffer.from('\n'))).toEqual([['20', 'b']]);
});

test('a row without a field is one empty field', () => {
  expect(new CopyTextParser().rows(Buffer.from('\n'))).toEqual([['']]);
});
