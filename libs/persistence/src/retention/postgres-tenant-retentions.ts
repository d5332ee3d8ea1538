import type { TenantRetention, TenantRetentions } from '@callstitch/application';
import type { Pool } from 'pg';
import { NOTE_RETENTION } from '../announce/outbox-sql.js';
import { inTransaction } from '../recordings/in-transaction.js';

const COLUMNS = `tenant_uuid as "tenantUuid", call_log_days as "callLogDays", recording_days as "recordingDays", export_days as "exportDays"`;

/** Tenants' numbers of days in PostgreSQL. */
export class PostgresTenantRetentions implements TenantRetentions {
  constructor(private readonly pool: Pool) {}

  async list(): Promise<readonly TenantRetention[]> {
    const { rows } = await this.pool.query<TenantRetention>(`select ${COLUMNS} from tenant_retention order by tenant_uuid`);
    return rows;
  }

  async of(tenantUuid: string): Promise<TenantRetention> {
    const { rows } = await this.pool.query<TenantRetention>(`select ${COLUMNS} from tenant_retention where tenant_uuid = $1`, [tenantUuid]);
    return rows[0] ?? { tenantUuid, callLogDays: null, recordingDays: null, exportDays: null };
  }

  async replace({ tenantUuid, callLogDays, recordingDays, exportDays }: TenantRetention): Promise<void> {
    const values = [tenantUuid, callLogDays, recordingDays, exportDays];
    const none = values.slice(1).every((days) => days === null);
    await inTransaction(this.pool, async (client) => {
      if (none) await client.query('delete from tenant_retention where tenant_uuid = $1', [tenantUuid]);
      else await client.query(REPLACE, values);
      await client.query(NOTE_RETENTION, values);
    });
  }
}

const REPLACE = `
  insert into tenant_retention (tenant_uuid, call_log_days, recording_days, export_days) values ($1, $2, $3, $4)
  on conflict (tenant_uuid) do update set
    call_log_days = excluded.call_log_days, recording_days = excluded.recording_days, export_days = excluded.export_days`;
