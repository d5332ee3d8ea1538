import { Migration } from '@mikro-orm/migrations';

/** What becomes of transcriptions is announced too. */
export class Migration20261130TranscriptionsAnnounced extends Migration {
  override name = 'migration-20261130-transcriptions-announced';

  override up(): void {
    this.addSql(`alter table announcement_outbox
      drop constraint announcement_outbox_about_check,
      drop constraint announcement_outbox_kind_check,
      add constraint announcement_outbox_about_check check (about in ('export', 'retention', 'transcription')),
      add constraint announcement_outbox_kind_check check (kind in ('created', 'updated', 'deleted'))`);
  }
}
