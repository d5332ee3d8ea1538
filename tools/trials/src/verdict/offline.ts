import { ownDatabase } from '@callstitch/bench';
import { createCelTable, migrate } from '@callstitch/persistence';
import pg from 'pg';
import { callstitch } from '../stage/callstitch.js';
import type { StoredCalls } from './stored-calls.js';
import { storedCalls } from './stored-calls.js';

const PIECE = 5_000;

/** The call logs that `callstitch generate` makes of the same rows in a fresh database on the same server. */
export async function offlineCalls(url: string): Promise<StoredCalls> {
  const offline = await ownDatabase(url, `${new URL(url).pathname.slice(1)}_offline`);
  await migrate(offline);
  await createCelTable(offline);
  await copyCels(url, offline);
  await callstitch(offline, ['generate', '-c', '0']);
  return storedCalls(offline);
}

async function copyCels(from: string, to: string): Promise<void> {
  const [source, target] = [new pg.Client(from), new pg.Client(to)];
  await Promise.all([source.connect(), target.connect()]);
  try {
    for (let after = 0, more = true; more;) {
      const { rows } = await source.query<{ id: number; row: object }>(
        `select id::int as id, to_jsonb(cel) as row from cel where id > $1 order by id limit ${PIECE}`,
        [after],
      );
      await target.query('insert into cel overriding system value select * from jsonb_populate_recordset(null::cel, $1)', [
        JSON.stringify(rows.map(({ row }) => row)),
      ]);
      after = rows.at(-1)?.id ?? after;
      more = rows.length === PIECE;
    }
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}
