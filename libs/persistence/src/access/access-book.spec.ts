import { accessBookContract } from '@callstitch/application/testing';
import { instant } from '@callstitch/domain';
import { Client } from 'pg';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { putCallLogs } from '../testing/put-call-logs.js';
import { sampleCall } from '../testing/sample-call.js';
import { PostgresAccessBook } from './postgres-access-book.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function bookOf(): Promise<{ readonly book: PostgresAccessBook; readonly database: Database; readonly url: string }> {
  const url = await migratedDatabase();
  const database = await openDatabase({ url });
  opened.push(database);
  return { book: new PostgresAccessBook(database.pool), database, url };
}

describe('on PostgreSQL', () => {
  accessBookContract(async () => (await bookOf()).book, { test, expect });
});

test('the tenants of call logs are named once each, however many calls and months there are', async () => {
  const { book, database } = await bookOf();
  expect(await book.tenantsOfCallLogs()).toEqual([]);
  const months = [0, 40, 80].map((days) => instant(1_767_600_000_000_000 + days * 86_400_000_000));
  const [one, other] = ['7a7a0000-0000-4000-8000-000000000001', '7a7a0000-0000-4000-8000-000000000002'];
  await putCallLogs(
    database.pool,
    months.map((startedAt, index) => ({ ...sampleCall(), id: index + 1, startedAt, tenantUuid: index === 1 ? other : one })),
  );
  expect(await book.tenantsOfCallLogs()).toEqual([one, other]);
});

test('a tenant is not taken away under a token that is made at the same moment', async () => {
  const { book, url } = await bookOf();
  const acme = '7a7a0000-0000-4000-8000-000000000002';
  await book.addTenant({ uuid: acme, parentUuid: null, name: 'acme' });
  const maker = new Client(url);
  await maker.connect();
  await maker.query('begin');
  await maker.query(`insert into token (hash, name, tenant_uuid, acl, created_at) values ('h', 'late', '${acme}', '{}', now())`);
  const deletion = book.deleteTenant(acme, instant(1_767_600_000_000_000));
  await maker.query('commit');
  await maker.end();
  expect(await deletion).toEqual({ subTenants: 0, activeTokens: 1 });
});
