import type { AccessBook, NewToken, Tenant, TenantNeeded, TokenRecord } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { tenantsIn } from './tenants-in.js';

interface TokenRow {
  readonly id: number;
  readonly name: string;
  readonly tenant_uuid: string;
  readonly user_uuid: string | null;
  readonly acl: readonly string[];
  readonly created_at: Instant;
  readonly expires_at: Instant | null;
  readonly revoked_at: Instant | null;
  readonly last_used_at: Instant | null;
}

const FOREIGN_KEY = '23503';

const ADD_TOKEN = `insert into token (hash, name, tenant_uuid, user_uuid, acl, created_at, expires_at)
  select $1, $2, $3::uuid, $4::uuid, $5::text[], $6::timestamptz, $7::timestamptz`;

const TENANTS_OF_CALL_LOGS = `(${tenantsIn('call_log')}) union (${tenantsIn('voicemail_transcription')})`;

/** Tenants and tokens in their tables. */
export class PostgresAccessBook implements AccessBook {
  constructor(private readonly pool: Pool) {}

  async tenants(): Promise<readonly Tenant[]> {
    const { rows } = await this.pool.query<Tenant>('select uuid, parent_uuid as "parentUuid", name from tenant order by name collate "C"');
    return rows;
  }

  async tenantsOfCallLogs(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ uuid: string }>(TENANTS_OF_CALL_LOGS);
    return rows.map(({ uuid }) => uuid);
  }

  async addTenant({ uuid, parentUuid, name }: Tenant): Promise<boolean> {
    const { rowCount } = await this.pool.query('insert into tenant (uuid, parent_uuid, name) values ($1, $2, $3) on conflict do nothing', [
      uuid,
      parentUuid,
      name,
    ]);
    return rowCount === 1;
  }

  async deleteTenant(uuid: string, now: Instant): Promise<TenantNeeded | null> {
    const spent = 'not (revoked_at is null and (expires_at is null or expires_at > $2))';
    try {
      // Both in one statement, so that spent tokens stay when the tenant does: it fails when anything still refers to it.
      await this.pool.query(
        `with gone as (delete from token where tenant_uuid = $1 and ${spent} returning id) delete from tenant where uuid = $1`,
        [uuid, formatInstant(now)],
      );
      return null;
    } catch (error) {
      if (codeOf(error) !== FOREIGN_KEY) throw error;
    }
    const { rows } = await this.pool.query<TenantNeeded>(
      `select (select count(*) from tenant where parent_uuid = $1) as "subTenants",
              (select count(*) from token where tenant_uuid = $1 and not ${spent}) as "activeTokens"`,
      [uuid, formatInstant(now)],
    );
    return rows[0] as TenantNeeded;
  }

  async addToken(token: NewToken): Promise<TokenRecord | null> {
    try {
      const { rows } = await this.pool.query<TokenRow>(`${ADD_TOKEN} returning *`, valuesOf(token));
      return rows.map(recordOf)[0] ?? null;
    } catch (error) {
      if (codeOf(error) === FOREIGN_KEY) return null;
      throw error;
    }
  }

  async addFirstToken(token: NewToken): Promise<TokenRecord | null> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      // Whoever asks at the same time waits here, and then sees that there is one.
      await client.query('lock table token in share row exclusive mode');
      const { rows } = await client.query<TokenRow>(`${ADD_TOKEN} where not exists (select from token) returning *`, valuesOf(token));
      await client.query('commit');
      return rows.map(recordOf)[0] ?? null;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async tokenByHash(hash: string): Promise<TokenRecord | null> {
    const { rows } = await this.pool.query<TokenRow>('select * from token where hash = $1', [hash]);
    return rows.map(recordOf)[0] ?? null;
  }

  async tokens(): Promise<readonly TokenRecord[]> {
    const { rows } = await this.pool.query<TokenRow>('select * from token order by id desc');
    return rows.map(recordOf);
  }

  async revokeToken(id: number, now: Instant): Promise<TokenRecord | null> {
    const { rows } = await this.pool.query<TokenRow>('update token set revoked_at = coalesce(revoked_at, $2) where id = $1 returning *', [
      id,
      formatInstant(now),
    ]);
    return rows.map(recordOf)[0] ?? null;
  }

  async removeExpiredTokens(until: Instant): Promise<number> {
    const { rowCount } = await this.pool.query('delete from token where expires_at <= $1 and id < (select max(id) from token)', [
      formatInstant(until),
    ]);
    return rowCount ?? 0;
  }

  async touchToken(id: number, now: Instant): Promise<void> {
    await this.pool.query('update token set last_used_at = $2 where id = $1', [id, formatInstant(now)]);
  }
}

function valuesOf({ hash, name, tenantUuid, userUuid, acl, createdAt, expiresAt }: NewToken): unknown[] {
  return [hash, name, tenantUuid, userUuid, acl, formatInstant(createdAt), expiresAt === null ? null : formatInstant(expiresAt)];
}

function recordOf(row: TokenRow): TokenRecord {
  return {
    id: row.id,
    name: row.name,
    tenantUuid: row.tenant_uuid,
    userUuid: row.user_uuid,
    acl: row.acl,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
