import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { Client } from 'pg';
import { temporaryPostgres } from './temporary-postgres.ts';
import { until } from './testing/until.ts';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const BUILT = new URL('../dist/index.js', import.meta.url).href;

test('a temporary cluster is empty, waits for no disk, knows nothing of others and is gone after close', async () => {
  const [postgres, other] = await Promise.all([temporaryPostgres(), temporaryPostgres()]);
  const sql =
    "select current_setting('fsync') as fsync, pg_encoding_to_char(encoding) as encoding, datname from pg_database where datname = current_database()";
  expect(await ask(postgres.url, sql)).toEqual([{ fsync: 'off', encoding: 'UTF8', datname: 'callstitch' }]);
  const [row] = await ask(postgres.url, "select pg_read_file('postmaster.pid') as file");
  const cluster = String(row?.['file']).split('\n')[1] ?? '';
  expect(existsSync(cluster)).toBe(true);
  await ask(postgres.url, 'create table told (id int)');
  await expect(ask(other.url, 'select * from told')).rejects.toThrow('does not exist');
  await Promise.all([postgres.close(), other.close()]);
  expect(existsSync(cluster.replace(/\/cluster$/, ''))).toBe(false);
  await expect(ask(postgres.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('letters of all scripts are letters: they have trigrams, and upper case', async () => {
  const postgres = await temporaryPostgres();
  await ask(postgres.url, 'create extension pg_trgm');
  const sql = "select cardinality(show_trgm('王小明')) as han, upper('é') as upper, show_trgm('élodie') <> show_trgm('lodie') as accent";
  expect(await ask(postgres.url, sql)).toEqual([{ han: 4, upper: 'É', accent: true }]);
  await postgres.close();
});

test('the built package holds a cluster for a process, and the cluster goes when that process ends without a close', async () => {
  const program = `const { temporaryPostgres } = await import('${BUILT}'); console.log((await temporaryPostgres()).url);`;
  const url = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  await until(
    async () =>
      ask(url.trim(), 'select 1').then(
        () => false,
        () => true,
      ),
    5_000,
  );
});
