import type { ClientBase } from 'pg';

/** What is remembered of a path: it may be too long for an index. Two of a kind would only spare a file. */
const KEY = 'hashtextextended(path, 0)';

/** Makes the table that holds, for one connection, the paths that recordings name. */
export async function makeRememberedPaths(client: ClientBase): Promise<void> {
  await client.query('create temporary table remembered_path (key bigint primary key)');
}

/** Remembers some paths. */
export async function rememberPaths(client: ClientBase, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await client.query(`insert into remembered_path select distinct ${KEY} from unnest($1::text[]) as given (path) on conflict do nothing`, [
    paths,
  ]);
}

/** Those of some paths that were not remembered. */
export async function unnamedPaths(client: ClientBase, paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const { rows } = await client.query<{ path: string }>(
    `select path from unnest($1::text[]) as given (path) where not exists (select from remembered_path where key = ${KEY})`,
    [paths],
  );
  return new Set(rows.map(({ path }) => path));
}
