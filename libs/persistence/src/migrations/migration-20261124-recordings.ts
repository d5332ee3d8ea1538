import { Migration } from '@mikro-orm/migrations';

/** Who did what with recordings, and the exports of them. */
export class Migration20261124Recordings extends Migration {
  override name = 'migration-20261124-recordings';

  override up(): void {
    // Without foreign keys: it outlives what it speaks of.
    this.addSql(`create table recording_access (
      id bigint generated always as identity primary key,
      at timestamptz not null, tenant_uuid uuid not null, user_uuid uuid, token_id bigint,
      action text not null constraint recording_access_action_check check (action in ('play', 'download', 'export', 'delete')),
      call_log_id bigint not null, recording_uuid uuid not null, export_uuid uuid
    )`);
    this.addSql(`create index recording_access_by_recording on recording_access (recording_uuid, id)`);
    this.addSql(`create index recording_access_by_tenant on recording_access (tenant_uuid, at)`);

    this.addSql(`create table recording_export (
      uuid uuid primary key, tenant_uuid uuid not null, user_uuid uuid, token_id bigint, requested_at timestamptz not null,
      status text not null
        constraint recording_export_status_check check (status in ('pending', 'processing', 'finished', 'error', 'deleted')),
      path text, email text, recordings int not null, included int not null default 0, skipped int not null default 0, error text
    )`);
    this.addSql(`create index recording_export_by_tenant on recording_export (tenant_uuid, requested_at)`);
    this.addSql(`create index recording_export_unfinished on recording_export (requested_at) where status in ('pending', 'processing')`);

    this.addSql(`create table recording_export_item (
      export_uuid uuid not null constraint recording_export_item_export references recording_export on delete cascade,
      call_log_id bigint not null, recording_uuid uuid not null, tenant_uuid uuid not null, recorded_at timestamptz not null,
      included boolean, reason text,
      primary key (export_uuid, call_log_id, recording_uuid)
    )`);
  }
}
