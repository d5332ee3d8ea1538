import type { StoredTenant, TenantBook, TenantForgotten, TenantLeft } from '@callstitch/application';
import type { ClientBase, Pool } from 'pg';
import { tenantsIn } from '../access/tenants-in.js';
import { inTransaction } from '../recordings/in-transaction.js';
import { uuidOf } from '../uuid-of.js';

export interface PostgresTenantBookOptions {
  readonly pool: Pool;
  /** Whose calls without a tenant are. */
  readonly defaultTenantUuid: string;
}

/** Tables that name tenants, beside their own. */
const NAMING = ['call_log', 'voicemail_transcription', 'tenant_retention', 'recording_export'];

const STORED = `
  with named as (${NAMING.map((table) => `(${tenantsIn(table)})`).join(' union ')} union select uuid from tenant)
  select named.uuid as "tenantUuid", tenant.name, named.uuid = $1 or (tenant.uuid is not null and parent_uuid is null) as "isMaster"
    from named left join tenant on tenant.uuid = named.uuid order by named.uuid`;

/** All that PostgreSQL holds by tenant. */
export class PostgresTenantBook implements TenantBook {
  constructor(private readonly options: PostgresTenantBookOptions) {}

  async stored(): Promise<readonly StoredTenant[]> {
    const { pool, defaultTenantUuid } = this.options;
    const { rows } = await pool.query<StoredTenant>(STORED, [uuidOf(defaultTenantUuid)]);
    return rows;
  }

  async left(tenantUuid: string): Promise<TenantLeft> {
    const { rows } = await this.options.pool.query<TenantLeft>(
      `select (select count(*)::int from call_log where tenant_uuid = $1) as "callLogs",
              (select count(*)::int from recording_export where tenant_uuid = $1) as exports`,
      [tenantUuid],
    );
    return rows[0] as TenantLeft;
  }

  forget(tenantUuid: string): Promise<TenantForgotten> {
    return inTransaction(this.options.pool, async (client) => {
      const run = async (sql: string): Promise<number> => (await client.query(sql, [tenantUuid])).rowCount ?? 0;
      await keepFromComingBack(client, tenantUuid);
      const transcriptions = await run('delete from voicemail_transcription where tenant_uuid = $1');
      await run('delete from tenant_retention where tenant_uuid = $1');
      await run('delete from announcement_outbox where tenant_uuid = $1');
      const tokens = await run('delete from token where tenant_uuid = $1');
      await run('update tenant set parent_uuid = (select parent_uuid from tenant where uuid = $1) where parent_uuid = $1');
      await run('delete from tenant where uuid = $1');
      return { transcriptions, tokens };
    });
  }
}

/** Their CELs are Asterisk's and stay: a conversation that is purged makes no call log again. */
async function keepFromComingBack(client: ClientBase, tenantUuid: string): Promise<void> {
  await client.query(
    `update conversation set state = 'purged', reason = null, digest = null, updated_at = now()
      where tenant_uuid = $1 and call_log_id is not null and state <> 'purged'
        and not exists (select from call_log where call_log.tenant_uuid = $1 and call_log.id = conversation.call_log_id)`,
    [tenantUuid],
  );
}
