import { Migration } from '@mikro-orm/migrations';

/** Tenants, and the tokens that speak for them. */
export class Migration20261124Tokens extends Migration {
  override name = 'migration-20261124-tokens';

  override up(): void {
    this.addSql(`create table tenant (
      uuid uuid primary key,
      parent_uuid uuid constraint tenant_parent references tenant,
      name text not null constraint tenant_by_name unique,
      created_at timestamptz not null default now()
    )`);
    this.addSql(`create unique index tenant_only_master on tenant ((parent_uuid is null)) where (parent_uuid is null)`);
    this.addSql(`create index tenant_by_parent on tenant (parent_uuid)`);

    // Only the hash of a token is kept: who reads this table cannot use what it says.
    this.addSql(`create table token (
      id bigint generated always as identity primary key,
      hash text not null constraint token_by_hash unique,
      name text not null,
      tenant_uuid uuid not null constraint token_tenant references tenant,
      user_uuid uuid,
      acl text[] not null,
      created_at timestamptz not null, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz
    )`);
    this.addSql(`create index token_by_tenant on token (tenant_uuid)`);
  }
}
