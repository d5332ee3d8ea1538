import { Migration } from '@mikro-orm/migrations';

/** A call log is found by its id alone, as its conversation says in which month it lies; more is counted without reading call logs. */
export class Migration20261124Reading extends Migration {
  override name = 'migration-20261124-reading';

  override up(): void {
    this.addSql(`create index conversation_by_call_log on conversation (call_log_id) where call_log_id is not null`);
    // In one question; asked with a subquery instead, PostgreSQL would plan for all months.
    this.addSql(`create function call_log_row(wanted bigint, tenants uuid[]) returns setof call_log language plpgsql stable as $$
      declare
        place record;
      begin
        for place in select tenant_uuid, started_at from conversation where call_log_id = wanted and tenant_uuid = any(tenants) loop
          return query select * from call_log where tenant_uuid = place.tenant_uuid and started_at = place.started_at and id = wanted;
        end loop;
      end $$`);
    this.addSql(`drop index call_log_by_destination_kind`);
    this.addSql(
      `create index call_log_by_destination_kind on call_log (tenant_uuid, destination_kind, started_at desc, id desc) include (wazo_status)`,
    );
  }
}
