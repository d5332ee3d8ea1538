import { SharedStrings } from '@callstitch/domain';
import { readCelRow } from './cel-rows.js';
import { celSelectList } from './cel-select-list.js';
import { copyOutViews } from './copy/copy-out.js';
import { createCelTable } from './create-cel-table.js';
import type { Database } from './database.js';
import { openDatabase } from './database.js';
import { freshDatabase } from './testing/fresh-database.js';

let url: string;
let database: Database;

beforeEach(async () => {
  url = await freshDatabase();
  database = await openDatabase({ url });
});

afterEach(async () => {
  await database.close();
});

async function cels(table = 'cel'): Promise<unknown[]> {
  const client = await database.celPool.connect();
  const strings = new SharedStrings();
  const read: unknown[] = [];
  try {
    const list = await celSelectList(client, table);
    for await (const rows of copyOutViews(client, `select ${list} from ${table} order by id`)) {
      read.push(...rows.map((fields) => readCelRow(fields, strings)));
    }
  } finally {
    client.release();
  }
  return read;
}

const TEN = Date.UTC(2026, 0, 5, 10) * 1_000;

test('our own table is read as Asterisk fills it', async () => {
  await createCelTable(url);
  await database.pool.query(
    `insert into cel (eventtype, eventtime, uniqueid, linkedid, cid_name, extra)
     values ('CHAN_START', '2026-01-05 10:00:00.000001+00', '1.1', '1.1', $1, $2)`,
    ['Élodie\t"Lo"\\', '{"a":"b\\nc"}'],
  );
  expect(await cels()).toEqual([
    expect.objectContaining({ id: 1, eventTime: TEN + 1, cidName: 'Élodie\t"Lo"\\', extra: '{"a":"b\\nc"}', uniqueid: '1.1' }),
  ]);
});

test("Wazo's table is read: flags are a number, a call's id is beside, absent values are null", async () => {
  await database.pool.query(
    `create table cel (id serial primary key, eventtype varchar(30) not null, eventtime timestamptz not null, userdeftype varchar(255),
       cid_name varchar(80), uniqueid varchar(150), linkedid varchar(150), amaflags int, peer varchar(80), extra text, call_log_id int)`,
  );
  await database.pool.query(
    `insert into cel (eventtype, eventtime, userdeftype, uniqueid, linkedid, amaflags)
     values ('USER_DEFINED', '2026-01-05 11:00:00+01', 'WAZO_MEETING_NAME', '1.1', '1.2', 3)`,
  );
  expect(await cels()).toEqual([
    expect.objectContaining({
      eventType: 'WAZO_MEETING_NAME',
      eventTime: TEN,
      amaFlags: '3',
      cidName: '',
      peer: '',
      exten: '',
      linkedid: '1.2',
    }),
  ]);
});

test.each([
  ['timestamp', `'2026-01-05 10:00:00.000025'`],
  ['varchar(30)', `'2026-01-05 10:00:00.000025'`],
  ['double precision', '1767607200.000025'],
  ['numeric', '1767607200.000025'],
])('times of type %s are taken as UTC, numbers of types as numbers', async (type, value) => {
  await database.pool.query(`create table cel (extra text, id bigint, uniqueid text, linkedid text, eventtime ${type}, eventtype int)`);
  await database.pool.query(`insert into cel values ('{}', 5, 'a', 'b', ${value}, 4)`);
  expect(await cels()).toEqual([
    expect.objectContaining({ id: 5, eventType: 'ANSWER', eventTime: TEN + 25, uniqueid: 'a', linkedid: 'b', extra: '{}' }),
  ]);
});

test('a table may lie in a schema and may have lost columns', async () => {
  await database.pool.query('create schema asterisk');
  await database.pool.query('create table asterisk.cel (peer text, id int, uniqueid text, linkedid text, eventtime int, eventtype text)');
  await database.pool.query('alter table asterisk.cel drop column peer');
  await database.pool.query(`insert into asterisk.cel values (1, 'a', 'b', 1767607200, 'HANGUP')`);
  expect(await cels('asterisk.cel')).toEqual([expect.objectContaining({ eventType: 'HANGUP', eventTime: TEN, peer: '' })]);
});

test('a database without the table is told, and where to name the right one', async () => {
  await expect(cels()).rejects.toMatchObject({
    code: 'CEL_TABLE_NOT_FOUND',
    message: 'The database has no table cel; name the database where Asterisk writes its CELs in CEL_DATABASE_URL.',
  });
});

test('a table that cannot be correlated is told by what it lacks', async () => {
  await database.pool.query('create table cel (id int, eventtime timestamptz, eventtype text)');
  await expect(cels()).rejects.toMatchObject({
    code: 'CEL_TABLE_INVALID',
    message: expect.stringContaining('The table cel lacks uniqueid, linkedid, ') as string,
  });
});
