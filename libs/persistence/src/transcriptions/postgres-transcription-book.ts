import type { Transcription, TranscriptionBook, TranscriptionFilter, TranscriptionPage, TranscriptionPlace } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { WAKE } from '../announce/announcement-signal.js';
import { noteTranscriptions } from '../announce/outbox-sql.js';
import { likeLiteral } from '../like-literal.js';
import { inTransaction } from '../recordings/in-transaction.js';

const COLUMNS = `message_id as "messageId", tenant_uuid as "tenantUuid", voicemail_id as "voicemailId", text, provider_id as "providerId",
  language, duration_seconds as "durationSeconds", created_at as "createdAt"`;

const ORDERS = { createdAt: 'created_at', messageId: 'message_id collate "C"' } as const;

const PASSES = `($2::timestamptz is null or created_at >= $2) and ($3::timestamptz is null or created_at < $3)
  and ($4::text is null or text ilike $4) and ($5::bigint[] is null or voicemail_id = any($5))`;

const PUT = `
  with kept as (
    insert into voicemail_transcription (message_id, tenant_uuid, voicemail_id, text, provider_id, language, duration_seconds, created_at)
    select $1, $2::uuid, $3::bigint, $4, $5, $6, $7::double precision, $8::timestamptz
     where not exists (select from voicemail_transcription where message_id = $1 and tenant_uuid <> $2::uuid)
    on conflict (tenant_uuid, message_id) do update set voicemail_id = excluded.voicemail_id, text = excluded.text,
      provider_id = excluded.provider_id, language = excluded.language, duration_seconds = excluded.duration_seconds
    returning *
  ), noted as (${noteTranscriptions('created', 'kept')})
  select ${COLUMNS} from kept, (select ${WAKE}) as woken`;

const REMOVE = `
  with gone as (delete from voicemail_transcription where message_id = $1 returning *), noted as (${noteTranscriptions('deleted', 'gone')})
  select ${COLUMNS} from gone, (select ${WAKE}) as woken`;

/** Transcriptions of voicemail messages in PostgreSQL. */
export class PostgresTranscriptionBook implements TranscriptionBook {
  constructor(private readonly pool: Pool) {}

  async put(transcription: Transcription): Promise<Transcription | null> {
    const { messageId, tenantUuid, voicemailId, text, providerId, language, durationSeconds, createdAt } = transcription;
    return inTransaction(this.pool, async (client) => {
      // No key can say it: a key has the tenant in it.
      await client.query(`select pg_advisory_xact_lock(${ADVISORY_LOCKS.transcriptions}, hashtext($1))`, [messageId]);
      const { rows } = await client.query<Transcription>(PUT, [
        ...[messageId, tenantUuid, voicemailId, text, providerId, language, durationSeconds],
        formatInstant(createdAt),
      ]);
      return rows[0] ?? null;
    });
  }

  async remove(messageId: string): Promise<readonly Transcription[]> {
    const { rows } = await this.pool.query<Transcription>(REMOVE, [messageId]);
    return rows;
  }

  async find(filter: TranscriptionFilter, { order, descending, offset, limit }: TranscriptionPlace): Promise<TranscriptionPage> {
    const { tenantUuids, createdFrom, createdUntil, searchText = '', voicemailIds = null } = filter;
    const values = [
      tenantUuids,
      createdFrom === undefined ? null : formatInstant(createdFrom),
      createdUntil === undefined ? null : formatInstant(createdUntil),
      searchText === '' ? null : `%${likeLiteral(searchText)}%`,
      voicemailIds,
    ];
    const way = descending ? 'desc' : 'asc';
    const counted = await this.pool.query<{ total: number; filtered: number }>(
      `select count(*) as total, count(*) filter (where ${PASSES}) as filtered from voicemail_transcription where tenant_uuid = any($1)`,
      values,
    );
    const { rows: items } = await this.pool.query<Transcription>(
      `select ${COLUMNS} from voicemail_transcription where tenant_uuid = any($1) and ${PASSES}
       order by ${ORDERS[order]} ${way}, message_id collate "C" ${way} offset $6 limit $7`,
      [...values, offset, limit],
    );
    return { items, total: 0, filtered: 0, ...counted.rows[0] };
  }
}
