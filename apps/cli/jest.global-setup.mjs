import { URL } from 'node:url';
import { temporaryPostgres } from '@callstitch/embedded-postgres';
import pg from 'pg';

const DATABASES = ['whole', 'bare'];

/** One PostgreSQL for the specs of the built command, with an empty database for each of them. */
export default async function start() {
  const postgres = await temporaryPostgres();
  globalThis.callstitchPostgres = postgres;
  const client = new pg.Client(postgres.url);
  await client.connect();
  for (const name of DATABASES) {
    await client.query(`create database ${name}`);
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    process.env[`CALLSTITCH_TEST_${name.toUpperCase()}`] = url.href;
  }
  await client.end();
}
