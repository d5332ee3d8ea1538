import { Client } from 'pg';
import type { DataDirectory } from './data-directory.ts';
import { DATABASE, ROLE } from './database-names.ts';
import { failureCode } from './failure.ts';
import { readPassword } from './password.ts';

/** Makes our database where it is missing; that it could is also the proof that the server takes connections. */
export async function ensureDatabase(directory: DataDirectory, port: number): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: ROLE, database: 'postgres', password: readPassword(directory) });
  // A server that dies under us is told by the query that fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    const isRefused = failureCode(error) === '28P01';
    throw isRefused
      ? new Error(`The password in ${directory.password} is not the one of ${directory.cluster}. Bring both from the same backup.`, {
          cause: error,
        })
      : error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
