import type { ClientBase } from 'pg';

/** Whose the ids of call logs are: of those that stand, and of those that a purge deleted. */
export async function ownersOf(client: ClientBase, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ id: number; conversation_id: string }>(
    `select call_log_id as id, conversation_id from call_log_change where kind = 'purged' and call_log_id = any($1::bigint[])
     union all
     select id, conversation_id from call_log where id = any($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ id, conversation_id }) => [id, conversation_id]));
}
