import { csvRows } from './csv-rows.js';
import type { CsvRow } from './csv-rows.js';

async function rowsOf(...pieces: string[]): Promise<CsvRow[]> {
  async function* arriving(): AsyncGenerator<string> {
    for (const piece of pieces) yield await Promise.resolve(piece);
  }
  const all: CsvRow[] = [];
  for await (const rows of csvRows(arriving())) all.push(...rows);
  return all;
}

const fields = async (...pieces: string[]): Promise<(readonly string[])[]> => (await rowsOf(...pieces)).map((row) => row.fields);

test('quoted fields hold commas, doubled quotes and line ends', async () => {
  expect(await fields('a,"b, ""c""\n\r\nd",e\nf,,\n')).toEqual([
    ['a', 'b, "c"\n\r\nd', 'e'],
    ['f', '', ''],
  ]);
});

test('line ends of Unix and Windows are read, also mixed, behind quotes and without a last one', async () => {
  expect(await fields('a,"b"\r\nc,d\r\ne,f\ng,"h"\r\ni,j')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
    ['i', 'j'],
  ]);
});

test('a text cut anywhere gives the same rows', async () => {
  const text = 'id,extra\r\n1,"{""bridge_id"":""a,b""}"\n2,"two\nlines"\r\n3,plain\n4,"end"';
  const whole = await rowsOf(text);
  expect(whole).toHaveLength(5);
  for (let at = 0; at <= text.length; at++) expect(await rowsOf(text.slice(0, at), text.slice(at))).toEqual(whole);
  expect(await rowsOf(...Array.from(text))).toEqual(whole);
});

test('a quote inside an unquoted field is a letter', async () => {
  expect(await rowsOf('a,O"Brien,b\n')).toEqual([{ fields: ['a', 'O"Brien', 'b'] }]);
});

test('a text after a closing quote is a fault of its own record', async () => {
  const rows = await rowsOf('a,b\nc,"d"e"\nf,g\n');
  expect(rows.map(({ fault }) => fault)).toEqual([undefined, 'has a quote in the wrong place', undefined]);
});

test('an input that ends inside a quoted field loses that record only', async () => {
  const rows = await rowsOf('a,b\nc,"d');
  expect(rows[0]).toEqual({ fields: ['a', 'b'] });
  expect(rows[1]?.fault).toBe('the input ends inside a quoted field');
  expect(rows).toHaveLength(2);
});

test('a quote that is never closed costs its own line only', async () => {
  const rows = await rowsOf('a,b\nc,"d\ne,f\ng,"h"\n');
  expect(rows.filter(({ fault }) => fault === undefined).map((row) => row.fields)).toEqual([
    ['a', 'b'],
    ['e', 'f'],
    ['g', 'h'],
  ]);
});

test('a last quote that is never closed costs its own line only', async () => {
  const rows = await rowsOf('a,b\nc,"d\ne,f\n');
  expect(rows.map(({ fault }) => fault)).toEqual([undefined, 'has a quoted field that does not end', undefined]);
  expect(rows[2]?.fields).toEqual(['e', 'f']);
});

test('a quote that is never closed does not draw a big input into memory', async () => {
  let arrived = 0;
  async function* endless(): AsyncGenerator<string> {
    yield await Promise.resolve('a,"b\n');
    for (arrived = 0; ; arrived++) yield `${arrived},${'x'.repeat(100_000)}\n`;
  }
  const seen: CsvRow[] = [];
  for await (const rows of csvRows(endless())) {
    seen.push(...rows);
    if (seen.length > 40 || arrived > 100) break;
  }
  expect(arrived).toBeLessThan(60);
  expect(seen.map(({ fault }) => fault).filter((fault) => fault !== undefined)).toEqual(['has a quoted field that does not end']);
});
