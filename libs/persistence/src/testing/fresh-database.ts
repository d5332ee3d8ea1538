import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Makes a database for a spec on the server of the test run, empty or a copy of another one, and gives its URL. */
export async function freshDatabase(template = 'template1'): Promise<string> {
  const server = process.env['CALLSTITCH_TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('there is no PostgreSQL: run the specs through `nx test`');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
