import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresChangeFeed } from './postgres-change-feed.js';

const [OWN, OTHER] = ['7e7e0001-0000-4000-8000-000000000001', '7e7e0001-0000-4000-8000-000000000002'] as const;
const INSERT = `insert into call_log_change (kind, call_log_id, tenant_uuid, conversation_source, conversation_id, version, merged_into)
  values ('updated', $1, $2, 'cel', 'a', 3, 9)`;

let database: Database;
let feed: PostgresChangeFeed;

beforeEach(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
  feed = new PostgresChangeFeed(database.pool);
});

afterEach(() => database.close());

const write = (id: number, tenantUuid: string = OWN) => database.pool.query(INSERT, [id, tenantUuid]);

test('each line says what happened to which call log, and whose it is', async () => {
  await write(1);
  await write(2, OTHER);
  const { changes, next } = await feed.after(null, { tenantUuids: [OTHER], limit: 10 });
  const line = { kind: 'updated', callLogId: 2, tenantUuid: OTHER, conversationId: 'a', version: 3, mergedInto: 9 };
  expect(changes).toEqual([{ ...line, seq: expect.any(String) as string, at: expect.any(Number) as number }]);
  expect(next).toBeNull();
});

test('page by page every line comes once, and later ones come after the last', async () => {
  for (const id of [1, 2, 3, 4]) await write(id);
  const which = { tenantUuids: [OWN], limit: 2 } as const;
  const first = await feed.after(null, which);
  const second = await feed.after(first.next, which);
  expect([first, second].map(({ changes }) => changes.map(({ callLogId }) => callLogId))).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(second.next).toBeNull();
  await write(5);
  expect((await feed.after(second.changes.at(-1)!.seq, which)).changes).toMatchObject([{ callLogId: 5 }]);
});

test('transactions are in the order of their numbers, also where these get another digit', async () => {
  for (const xid of ['100', '9', '99', '10']) {
    await database.pool.query(
      `insert into call_log_change (xid, kind, call_log_id, tenant_uuid, conversation_source, conversation_id, version)
       values ($1::text::xid8, 'created', $1::text::bigint, $2, 'cel', 'a', 1)`,
      [xid, OWN],
    );
  }
  const read: number[] = [];
  for (let after: string | null = '0-0'; after !== null;) {
    const page = await feed.after(after, { tenantUuids: [OWN], limit: 1 });
    read.push(...page.changes.map(({ callLogId }) => callLogId));
    after = page.next;
  }
  expect(read).toEqual([9, 10, 99, 100]);
});

test('a transaction that commits late is not skipped', async () => {
  const late = await database.pool.connect();
  await late.query('begin');
  await late.query(INSERT, [1, OWN]);
  await write(2);
  const which = { tenantUuids: [OWN], limit: 10 } as const;
  // The second is complete, but who read it would go on behind the first.
  expect((await feed.after(null, which)).changes).toEqual([]);
  await late.query('commit');
  late.release();
  expect((await feed.after(null, which)).changes).toMatchObject([{ callLogId: 1 }, { callLogId: 2 }]);
});

test('a transaction that reads for long holds nothing back', async () => {
  const reader = await database.pool.connect();
  await reader.query('begin isolation level repeatable read');
  await reader.query('select from call_log_change');
  await write(1);
  expect((await feed.after(null, { tenantUuids: [OWN], limit: 10 })).changes).toHaveLength(1);
  await reader.query('rollback');
  reader.release();
});

test('a line that never was is refused', async () => {
  await expect(feed.after('there', { tenantUuids: [OWN], limit: 1 })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
});
