import { instant, isInstant } from '@callstitch/domain';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { freshDatabase } from '../testing/fresh-database.js';
import type { CopyInRow, CopyTarget } from './copy-in.js';
import { copyIn } from './copy-in.js';
import { copyOut, copyOutViews } from './copy-out.js';
import type { CopyRow } from './copy-text-parser.js';
import { readTimestamp } from './read-timestamp.js';

let database: Database;
let client: PoolClient;

beforeAll(async () => {
  database = await openDatabase({ url: await freshDatabase() });
  client = await database.pool.connect();
});

afterAll(async () => {
  client.release();
  await database.close();
});

beforeEach(async () => {
  await client.query('drop table if exists nasty');
  await client.query(
    `create table nasty (id bigint primary key, text text, texts text[], uuids uuid[], json jsonb, at timestamptz,
       ids int8multirange, span int8range, bytes bytea, flag boolean, number double precision)`,
  );
});

const NASTY: CopyTarget = {
  table: 'nasty',
  columns: [
    ['id', 'plain'],
    ['text', 'text'],
    ['texts', 'text[]'],
    ['uuids', 'text[]'],
    ['json', 'jsonb'],
    ['at', 'timestamptz'],
    ['ids', 'plain'],
    ['span', 'plain'],
    ['bytes', 'bytea'],
    ['flag', 'plain'],
    ['number', 'plain'],
  ],
};

const TEXTS = [
  '',
  '\\N',
  '\\.',
  'NULL',
  'null',
  '\t',
  '\n',
  '\r\n',
  '\\',
  '\\\\',
  '\\n',
  "'",
  '"',
  '"";{},',
  '{}',
  '{"a"}',
  ' a ',
  'É',
  'é🦉漢字',
  '\b\f\v\u0001\u001f\u007f\u0085\u2028',
  '$1 $& `',
  'a'.repeat(70_000),
];

async function all(sql: string): Promise<CopyRow[]> {
  const rows: CopyRow[] = [];
  for await (const batch of copyOut(client, sql)) rows.push(...batch);
  return rows;
}

test('every text comes back as it went in: alone, in a list, in JSON', async () => {
  const rows = TEXTS.map((text, id): CopyInRow => [
    id,
    text,
    [text, 'and', text],
    [],
    { [text]: [text] },
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(await copyIn(client, NASTY, rows)).toBe(TEXTS.length);

  const byQuery = await client.query<{ text: string; texts: string[]; json: unknown }>('select * from nasty order by id');
  expect(byQuery.rows.map(({ text }) => text)).toEqual(TEXTS);
  expect(byQuery.rows.map(({ texts }) => texts)).toEqual(TEXTS.map((text) => [text, 'and', text]));
  expect(byQuery.rows.map(({ json }) => json)).toEqual(TEXTS.map((text) => ({ [text]: [text] })));

  const byCopy = await all('select text, json from nasty order by id');
  expect(byCopy.map(([text]) => text)).toEqual(TEXTS);
  expect(byCopy.map(([, json]) => JSON.parse(json ?? '') as unknown)).toEqual(TEXTS.map((text) => ({ [text]: [text] })));
});

test('an empty text is not null, an empty list is not null, and null is neither', async () => {
  const nothing = Array<null>(8).fill(null);
  await copyIn(client, NASTY, [
    [1, '', [], ...nothing],
    [2, null, null, ...nothing],
    [3, '\\N', ['NULL', ''], ...nothing],
  ]);
  expect(await all('select text, texts, json from nasty order by id')).toEqual([
    ['', '{}', null],
    [null, null, null],
    ['\\N', '{"NULL",""}', null],
  ]);
});

test('NUL is left out and half a character becomes U+FFFD, in texts as in JSON', async () => {
  const text = 'a\0b\ud83dc\udd89 \\u0000 \\\0';
  const clean = 'ab\ufffdc\ufffd \\u0000 \\';
  await copyIn(client, NASTY, [[1, text, [text], null, { [text]: text }, null, null, null, null, null, null]]);
  const { rows } = await client.query<object>('select text, texts, json from nasty');
  expect(rows).toEqual([{ text: clean, texts: [clean], json: { [clean]: clean } }]);
});

test('ranges, uuids, bytes, truth and numbers are written exactly', async () => {
  const uuids = ['7a7a0001-0000-4000-8000-000000000001', '7a7a0001-0000-4000-8000-000000000002'];
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const ids = '{[1,3),[7,9007199254740991)}';
  await copyIn(client, NASTY, [[9_007_199_254_740_991, null, null, uuids, null, null, ids, '[5,9)', bytes, true, 0.1 + 0.2]]);
  const { rows } = await client.query<{ bytes: Buffer }>('select id, uuids, ids::text, span::text, bytes, flag, number from nasty');
  const [row] = rows;
  expect(row).toMatchObject({ id: 9_007_199_254_740_991, ids, span: '[5,9)', flag: true, number: 0.1 + 0.2 });
  expect(row).toHaveProperty('uuids', `{${uuids.join(',')}}`.slice(1, -1).split(','));
  expect([...(row?.bytes ?? [])]).toEqual([...bytes]);
});

test('instants survive to the microsecond both ways', async () => {
  const latest = Date.UTC(2255, 0, 1) * 1_000 - 1;
  const instants = [0, 1, 999_999, 1_000_000, 1_795_447_035_749_850, 1_795_447_035_000_001, latest].map(instant);
  for (let seed = 1; instants.length < 2_000; seed++) instants.push(instant((seed * 48_271_000_003) % latest));
  expect(instants.every(isInstant)).toBe(true);
  await copyIn(
    client,
    NASTY,
    instants.map((at, id): CopyInRow => [id, null, null, null, null, at, null, null, null, null, null]),
  );
  const byCopy = await all(`select at, (extract(epoch from at) * 1000000)::bigint from nasty order by id`);
  expect(byCopy.map(([at]) => readTimestamp(at ?? ''))).toEqual(instants);
  expect(byCopy.map(([, microseconds]) => Number(microseconds))).toEqual(instants);
  const byQuery = await client.query<{ at: number }>('select at from nasty order by id');
  expect(byQuery.rows.map(({ at }) => at)).toEqual(instants);
});

test('a refused row refuses all, and the connection is usable afterwards', async () => {
  const row = (id: number | string): CopyInRow => [id, 'a'.repeat(1_000), ...Array<null>(9).fill(null)];
  function* rows(): Generator<CopyInRow> {
    for (let id = 0; id < 5_000; id++) yield row(id === 2_500 ? 'x' : id);
  }
  await expect(copyIn(client, NASTY, rows())).rejects.toThrow('invalid input syntax for type bigint: "x"');
  await expect(copyIn(client, { ...NASTY, table: 'nowhere' }, rows())).rejects.toThrow('relation "nowhere" does not exist');
  expect(await copyIn(client, NASTY, [row(1)])).toBe(1);
});

test('rows that cannot be made write none, and the connection is usable afterwards', async () => {
  function* rows(): Generator<CopyInRow> {
    for (let id = 0; id < 1_000; id++) yield [id, 'a'.repeat(1_000), ...Array<null>(9).fill(null)];
    throw new Error('the stream dried up');
  }
  await expect(copyIn(client, NASTY, rows())).rejects.toThrow('the stream dried up');
  expect(await all('select count(*) from nasty')).toEqual([['0']]);
  expect(await copyIn(client, NASTY, [])).toBe(0);
});

test('who leaves early can use the connection afterwards', async () => {
  for await (const rows of copyOutViews(client, 'select n from generate_series(1, 300000) as n')) {
    expect(rows[0]).toEqual(['1']);
    break;
  }
  expect(await all('select 1')).toEqual([['1']]);
});

test('a query that fails half way says so, and the connection is usable afterwards', async () => {
  await expect(all('select 1 / (n - 200000) from generate_series(1, 300000) as n')).rejects.toThrow('division by zero');
  await expect(all('select nonsense')).rejects.toThrow('column "nonsense" does not exist');
  expect(await all('select 1')).toEqual([['1']]);
});
