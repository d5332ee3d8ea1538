import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { openDatabase, refuseOldServer } from './database.js';
import { freshDatabase } from './testing/fresh-database.js';

async function failure(work: Promise<unknown>): Promise<Error & { readonly code?: string }> {
  return work.then(
    () => new Error('it went well'),
    (error: unknown) => error as Error,
  );
}

test('sessions are in UTC, say who they are, and give whole numbers and instants', async () => {
  const database = await openDatabase({ url: await freshDatabase() });
  const { rows } = await database.pool.query<object>(
    `select current_setting('timezone') as zone, current_setting('datestyle') as style, current_setting('application_name') as name,
       9007199254740991 as number, timestamptz '2026-11-23 15:14:11.120345+01' as at, timestamptz '2026-11-23 15:14:11.120345+01'::text as text`,
  );
  await database.close();
  expect(rows).toEqual([
    {
      zone: 'UTC',
      style: expect.stringContaining('ISO') as string,
      name: 'callstitch',
      number: 9_007_199_254_740_991,
      at: Date.UTC(2026, 10, 23, 14, 14, 11) * 1_000 + 120_345,
      text: '2026-11-23 14:14:11.120345+00',
    },
  ]);
});

test('a value that would lose a digit is refused, and the connection is usable afterwards', async () => {
  const { pool, close } = await openDatabase({ url: await freshDatabase() });
  await expect(pool.query('select 9007199254740993::bigint')).rejects.toThrow('9007199254740993 is too large for a number');
  await expect(pool.query(`select timestamptz 'infinity'`)).rejects.toThrow('infinity is not an instant between 1970 and 2254');
  await expect(pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await close();
});

test('a lent connection that the server ends between two statements is said by the next, and replaced', async () => {
  const { pool, close } = await openDatabase({ url: await freshDatabase() });
  const lent = await pool.connect();
  const { rows } = await lent.query<{ pid: number }>('select pg_backend_pid() as pid');
  const broken = new Promise((resolve) => lent.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await broken;
  await expect(lent.query('select')).rejects.toThrow();
  lent.release();
  await expect(pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await close();
});

test('options of the URL are kept', async () => {
  const url = new URL(await freshDatabase());
  url.searchParams.set('options', '-c work_mem=7MB');
  const database = await openDatabase({ url: url.href });
  const { rows } = await database.pool.query<object>(`select current_setting('work_mem') as memory, current_setting('timezone') as zone`);
  await database.close();
  expect(rows).toEqual([{ memory: '7MB', zone: 'UTC' }]);
});

test('the CELs are in our database unless they are said to be elsewhere', async () => {
  const [url, celUrl] = [await freshDatabase(), await freshDatabase()];
  const here = await openDatabase({ url });
  expect(here.celPool).toBe(here.pool);
  await here.close();

  const elsewhere = await openDatabase({ url, celUrl });
  const { rows } = await elsewhere.celPool.query<object>('select current_database() as name');
  await elsewhere.close();
  expect(rows).toEqual([{ name: new URL(celUrl).pathname.slice(1) }]);
});

test('an idle connection that breaks is replaced', async () => {
  const { pool, close } = await openDatabase({ url: await freshDatabase() });
  const killer = await pool.connect();
  const victim = await pool.connect();
  const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
  victim.release();
  const gone = new Promise((resolve) => pool.once('remove', resolve));
  await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  killer.release();
  await gone;
  await expect(pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await close();
});

test('a database that cannot be used is told in one sentence, without the password', async () => {
  const url = await freshDatabase();
  const wrong = (change: (url: URL) => void): string => {
    const changed = new URL(url);
    changed.password = 'sesame';
    change(changed);
    return changed.href;
  };
  const nowhere = await failure(openDatabase({ url: wrong((to) => (to.pathname = '/nowhere')) }));
  const closed = await failure(openDatabase({ url: wrong((to) => (to.port = '1')) }));
  const host = await failure(openDatabase({ url: wrong((to) => (to.hostname = 'nobody.invalid')) }));
  for (const { code, message } of [nowhere, closed, host]) {
    expect(code).toBe('DATABASE_UNREACHABLE');
    expect(message).not.toContain('sesame');
  }
  const place = new URL(url).host;
  expect([closed.message, host.message]).toEqual([
    `The database ${new URL(url).hostname}:1${new URL(url).pathname} cannot be used: nothing listens there; start it, or correct DATABASE_URL.`,
    `The database nobody.invalid:${new URL(url).port}${new URL(url).pathname} cannot be used: there is no such host; correct DATABASE_URL.`,
  ]);
  expect(nowhere.message).toContain(`The database ${place}/nowhere cannot be used: `);
});

test('what is no URL is told without quoting it', async () => {
  for (const url of ['', 'postgresql:/user:sesame@host:x/', 'mysql://user:sesame@host/db']) {
    const { message, cause } = await failure(openDatabase({ url }));
    expect(message).toBe('DATABASE_URL is not a URL such as postgresql://user@host:5432/database; correct it.');
    expect(cause ?? null).toBeNull();
  }
});

test('the setting that is wrong is the one that is named', async () => {
  const url = await freshDatabase();
  const { message } = await failure(openDatabase({ url, celUrl: 'postgresql://127.0.0.1:1/asterisk' }));
  expect(message).toBe('The database 127.0.0.1:1/asterisk cannot be used: nothing listens there; start it, or correct CEL_DATABASE_URL.');
});

test('a server that hangs up at once is told too', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code } = await failure(openDatabase({ url: `postgresql://127.0.0.1:${port}/callstitch` }));
  server.close();
  expect(code).toBe('DATABASE_UNREACHABLE');
});

test('PostgreSQL 14 is the oldest', () => {
  expect(() => refuseOldServer(140_000)).not.toThrow();
  expect(() => refuseOldServer(130_014)).toThrow('The database runs PostgreSQL 13.14; use PostgreSQL 14 or newer.');
});
