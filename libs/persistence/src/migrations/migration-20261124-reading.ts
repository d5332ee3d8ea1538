import { Migration } from '@mikro-orm/migrations';

/** A call log is found by its id alone, as its conversation says in which month it lies; more is counted without reading call logs. */
export class Migration20261124Reading extends Migration {
  override name = 'migration-20261124-reading';

  override up(): void {
    this.addSql(`create index conversation_by_call_log on conversation (call_log_id) where call_log_id is not null`);
    this.addSql(`drop index call_log_by_destination_kind`);
    this.addSql(
      `create index call_log_by_destination_kind on call_log (tenant_uuid, destination_kind, started_at desc, id desc) include (wazo_status)`,
    );
  }
}
