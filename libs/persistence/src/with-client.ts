import { Client } from 'pg';
import { connectionFailure } from './connection-failure.js';
import { connectionOptions } from './connection-options.js';

/** Runs some work on a connection of its own to our database, and closes it; what was not committed is undone. */
export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(connectionOptions(url, 'DATABASE_URL'));
  // An error between two queries reaches the next query anyway; unheard, it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionFailure(url, 'DATABASE_URL', error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
