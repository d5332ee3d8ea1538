import { Migration } from '@mikro-orm/migrations';

/** Purges remember where they archive what they delete, and whether that archive is finished. */
export class Migration20261124PurgeArchives extends Migration {
  override name = 'migration-20261124-purge-archives';

  override up(): void {
    this.addSql(`alter table purge_run add column archive text, add column archived_at timestamptz`);
  }
}
