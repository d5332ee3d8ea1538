import { holdSchemaLock } from '../advisory-locks.js';
import { MADE_BY_US } from '../migrations/cel-table.js';
import { withClient } from '../with-client.js';

/** On which the trigger tells of rows: `LINKEDID_END 1700000000.1`, event type and linkedid. */
export const CEL_CHANNEL = 'callstitch_cel';

/** What undoes `installCelTrigger`. */
export const REMOVE_CEL_TRIGGER = 'drop trigger callstitch_cel_arrival on cel; drop function callstitch_cel_arrival();';

/**
 * Whoever inserts must never be harmed: what fails in here is swallowed, and a queue that nobody empties (it could make a
 * commit fail when it is full) is not filled any further. A linkedid too long for a notification is not named.
 */
const MAKE_FUNCTION = `
  create or replace function callstitch_cel_arrival() returns trigger language plpgsql as $body$
  begin
    if pg_catalog.pg_notification_queue_usage() < 0.5 then
      perform pg_catalog.pg_notify('${CEL_CHANNEL}',
        case when pg_catalog.octet_length(new.linkedid) < 4000 then new.eventtype || ' ' || new.linkedid else '' end);
    end if;
    return null;
  exception when others then
    return null;
  end $body$`;

/** Rows of a running call cost no more than a comparison. */
const MAKE_TRIGGER = `
  create trigger callstitch_cel_arrival after insert on cel for each row
  when (new.eventtype in ('LINKEDID_END', 'CHAN_END')) execute function callstitch_cel_arrival()`;

/**
 * Lets the table `cel` tell at once that a call may have ended. Only where the table is ours, or its owner asked for it.
 * Needs the right to make triggers on it and functions in its schema; what PostgreSQL refuses is thrown.
 */
export async function installCelTrigger(url: string): Promise<{ readonly installed: boolean }> {
  return withClient(url, async (client) => {
    await client.query('begin');
    await client.query(holdSchemaLock('celTrigger'));
    const { rows } = await client.query<{ exists: boolean }>(
      `select exists (select from pg_trigger where tgrelid = 'cel'::regclass and tgname = 'callstitch_cel_arrival') as exists`,
    );
    const installed = rows[0]?.exists !== true;
    if (installed) {
      await client.query(MAKE_FUNCTION);
      await client.query(MAKE_TRIGGER);
    }
    await client.query('commit');
    return { installed };
  });
}

/** Whether the table `cel` of a database is one that we made. */
export async function isOurCelTable(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ ours: boolean | null }>(`select obj_description(to_regclass('cel'), 'pg_class') = $1 as ours`, [
      MADE_BY_US,
    ]);
    return rows[0]?.ours === true;
  });
}
