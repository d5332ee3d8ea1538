import type { Appended, CelTable } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import type { Pool } from 'pg';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import type { CopyInRow } from './copy/copy-in.js';
import { copyIn } from './copy/copy-in.js';

/** How rows are written into a `cel` table; the order of `celRow`. */
export const CEL_COPY_COLUMNS = [
  ['id', 'plain'],
  ['eventtype', 'text'],
  ['eventtime', 'timestamptz'],
  ['userdeftype', 'text'],
  ['cid_name', 'text'],
  ['cid_num', 'text'],
  ['cid_ani', 'text'],
  ['cid_rdnis', 'text'],
  ['cid_dnid', 'text'],
  ['exten', 'text'],
  ['context', 'text'],
  ['channame', 'text'],
  ['appname', 'text'],
  ['appdata', 'text'],
  ['amaflags', 'text'],
  ['accountcode', 'text'],
  ['peeraccount', 'text'],
  ['uniqueid', 'text'],
  ['linkedid', 'text'],
  ['userfield', 'text'],
  ['peer', 'text'],
  ['extra', 'text'],
] as const;

/** A CEL as a row for COPY. */
export function celRow(cel: Cel): CopyInRow {
  return [
    cel.id,
    cel.eventType,
    cel.eventTime,
    cel.userDefType,
    cel.cidName,
    cel.cidNum,
    cel.cidAni,
    cel.cidRdnis,
    cel.cidDnid,
    cel.exten,
    cel.context,
    cel.channelName,
    cel.appName,
    cel.appData,
    cel.amaFlags,
    cel.accountCode,
    cel.peerAccount,
    cel.uniqueid,
    cel.linkedid,
    cel.userfield,
    cel.peer,
    cel.extra,
  ];
}

const NAMES = CEL_COPY_COLUMNS.map(([name]) => name);
const CONTENT = NAMES.filter((name) => name !== 'id');
const SAME_CONTENT = CONTENT.map((name) => `known.${name} = incoming.${name}`).join(' and ');

/** The `cel` table of a database that we own. */
export class PostgresCelTable implements CelTable {
  constructor(private readonly pool: Pool) {}

  async append(cels: readonly Cel[], { ownIds }: { readonly ownIds: boolean }): Promise<Appended> {
    if (cels.length === 0) return { added: 0, known: 0, conflicting: 0 };
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(${ADVISORY_LOCKS.imports}, 0)`);
      await client.query('create temporary table incoming (like cel) on commit drop');
      await copyIn(client, { table: 'incoming', columns: CEL_COPY_COLUMNS }, cels.map(celRow));
      // A batch may bring a row twice itself.
      const known = ownIds ? `known.id = incoming.id` : `known.uniqueid = incoming.uniqueid and ${SAME_CONTENT}`;
      const { rows } = await client.query<{ known: number; conflicting: number }>(
        `select count(*) filter (where ${SAME_CONTENT}) as known, count(*) filter (where not (${SAME_CONTENT})) as conflicting
         from incoming join cel as known on ${known}`,
      );
      const once = ownIds ? 'distinct on (id)' : `distinct on (${CONTENT.join(', ')})`;
      const columns = ownIds ? NAMES : CONTENT;
      const added = await client.query(
        `insert into cel (${columns.join(', ')})
         select ${columns.join(', ')} from (
           select ${once} * from incoming where not exists (select from cel as known where ${known}) order by ${ownIds ? 'id' : CONTENT.join(', ')}, id
         ) as fresh order by id`,
      );
      // The next row that Asterisk or an import writes without an id must not meet one of these.
      if (ownIds) {
        await client.query(
          `select setval(pg_get_serial_sequence('cel', 'id'), greatest((select max(id) from incoming), (select last_value from pg_sequences
             where format('%I.%I', schemaname, sequencename)::regclass = pg_get_serial_sequence('cel', 'id')::regclass)))`,
        );
      }
      await client.query('commit');
      client.release();
      const inserted = added.rowCount ?? 0;
      const conflicting = rows[0]?.conflicting ?? 0;
      return { added: inserted, known: cels.length - inserted - conflicting, conflicting };
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
