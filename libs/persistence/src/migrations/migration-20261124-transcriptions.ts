import { Migration } from '@mikro-orm/migrations';

/** What was said in voicemail messages. */
export class Migration20261124Transcriptions extends Migration {
  override name = 'migration-20261124-transcriptions';

  override up(): void {
    this.addSql(`create table voicemail_transcription (
      tenant_uuid uuid not null, message_id text not null, voicemail_id bigint, text text not null,
      provider_id text, language text, duration_seconds double precision, created_at timestamptz not null,
      primary key (tenant_uuid, message_id)
    )`);
    // Who deletes a message does not say whose it is.
    this.addSql(`create index voicemail_transcription_by_message on voicemail_transcription (message_id)`);
    this.addSql(`create index voicemail_transcription_by_time on voicemail_transcription (tenant_uuid, created_at, message_id)`);
  }
}
