import { Migration } from '@mikro-orm/migrations';

/** What is announced beside changes of call logs, how far each publisher has come, and what webhooks did not take. */
export class Migration20261124Announcements extends Migration {
  override name = 'migration-20261124-announcements';

  override up(): void {
    // Its numbers come from the sequence of call_log_change, so that lines of both tables have one order.
    this.addSql(`create table announcement_outbox (
      tenant_uuid uuid not null, seq bigint not null,
      xid xid8 not null default pg_current_xact_id(), at timestamptz not null default now(),
      about text not null constraint announcement_outbox_about_check check (about in ('export', 'retention')),
      kind text not null constraint announcement_outbox_kind_check check (kind in ('created', 'updated')),
      data jsonb not null,
      primary key (tenant_uuid, seq)
    )`);
    this.addSql(`create index announcement_outbox_by_xid on announcement_outbox (xid, seq)`);

    this.addSql(`create table announcement_position (
      publisher text primary key,
      xid xid8 not null, seq bigint not null, moved_at timestamptz not null default now(),
      failure text, failed_at timestamptz
    )`);

    // What a delivery says is told anew each time: nothing of a call stays here.
    this.addSql(`create table webhook_delivery (
      id bigint generated always as identity primary key,
      webhook text not null, delivery text not null,
      xid xid8 not null, seq bigint not null, name text not null, user_uuid uuid, tenant_uuid uuid not null, subject text not null,
      state text not null constraint webhook_delivery_state_check check (state in ('waiting', 'dead')),
      tries int not null, since timestamptz not null, next_at timestamptz not null, failure text
    )`);
    this.addSql(`alter table webhook_delivery add constraint webhook_delivery_once unique (webhook, delivery)`);
    this.addSql(`create index webhook_delivery_waiting on webhook_delivery (webhook, subject, id) where state = 'waiting'`);
  }
}
