import type { DeliveryBook, FailedDelivery, ParkedDelivery } from '@callstitch/application';
import { deliveryId } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { placeValues } from './postgres-announcement-feed.js';

const COLUMNS = `id, xid::text || '-' || seq as seq, name, user_uuid as "userUuid", tenant_uuid as "tenantUuid", subject, state, tries, since,
  next_at as "nextAt", failure`;

/** Deliveries that webhooks did not take, in PostgreSQL. */
export class PostgresDeliveryBook implements DeliveryBook {
  constructor(private readonly pool: Pool) {}

  async park(webhook: string, deliveries: readonly ParkedDelivery[]): Promise<void> {
    const rows = deliveries.map((one, place) => {
      const [xid, line] = placeValues(one.seq);
      const times = { since: formatInstant(one.since), nextAt: formatInstant(one.nextAt) };
      return { ...one, place, webhook, delivery: deliveryId(one), xid, line, ...times };
    });
    await this.pool.query(
      `insert into webhook_delivery (webhook, delivery, xid, seq, name, user_uuid, tenant_uuid, subject, state, tries, since, next_at, failure)
       select webhook, delivery, xid::xid8, line, name, "userUuid", "tenantUuid", subject, coalesce(state, 'waiting'), tries, since, "nextAt", failure
         from jsonb_to_recordset($1::jsonb) as one (webhook text, delivery text, xid text, line bigint, name text, "userUuid" uuid,
           "tenantUuid" uuid, subject text, state text, tries int, since timestamptz, "nextAt" timestamptz, failure text, place int)
        order by place
       on conflict on constraint webhook_delivery_once do nothing`,
      [JSON.stringify(rows)],
    );
  }

  async waitingSubjects(webhook: string, subjects: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ subject: string }>(
      "select distinct subject from webhook_delivery where webhook = $1 and state = 'waiting' and subject = any($2::text[])",
      [webhook, subjects],
    );
    return new Set(rows.map(({ subject }) => subject));
  }

  due(webhook: string, now: Instant, limit: number): Promise<readonly FailedDelivery[]> {
    return this.#read(
      `select * from (
         select distinct on (subject) ${COLUMNS} from webhook_delivery where webhook = $1 and state = 'waiting' order by subject, id
       ) as first where "nextAt" <= $2 order by since, id limit $3`,
      [webhook, formatInstant(now), limit],
    );
  }

  async remove(id: number): Promise<void> {
    await this.pool.query('delete from webhook_delivery where id = $1', [id]);
  }

  async change(
    id: number,
    { state, tries, nextAt, failure }: Pick<FailedDelivery, 'state' | 'tries' | 'nextAt' | 'failure'>,
  ): Promise<void> {
    await this.pool.query('update webhook_delivery set state = $2, tries = $3, next_at = $4, failure = $5 where id = $1', [
      id,
      state,
      tries,
      formatInstant(nextAt),
      failure,
    ]);
  }

  failed(webhook: string): Promise<readonly FailedDelivery[]> {
    return this.#read(`select ${COLUMNS} from webhook_delivery where webhook = $1 order by xid, webhook_delivery.seq, id`, [webhook]);
  }

  async removeFrom(webhook: string, seq: string): Promise<void> {
    await this.pool.query('delete from webhook_delivery where webhook = $1 and (xid, seq) >= ($2::xid8, $3::bigint)', [
      webhook,
      ...placeValues(seq),
    ]);
  }

  async #read(sql: string, values: readonly unknown[]): Promise<readonly FailedDelivery[]> {
    const { rows } = await this.pool.query<FailedDelivery>(sql, [...values]);
    return rows;
  }
}
