import type { RecordingAccess, RecordingAudit, RecordingBook } from '@callstitch/application';
import type { Pool } from 'pg';
import { inTransaction } from './in-transaction.js';
import { noteAccess } from './note-access.js';

/** Recordings in PostgreSQL, and who did what with them. */
export class PostgresRecordingBook implements RecordingBook, RecordingAudit {
  constructor(private readonly pool: Pool) {}

  clearPath(deletion: RecordingAccess): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      await client.query(
        // The deletion stays marked, so that the path does not come back when the call is told anew.
        `update recording set path = null, deleted_at = coalesce(deleted_at, now()) where uuid = $1 and call_log_id = $2`,
        [deletion.recordingUuid, deletion.callLogId],
      );
      await noteAccess(client, deletion);
    });
  }

  note(access: RecordingAccess): Promise<void> {
    return noteAccess(this.pool, access);
  }

  async of(recordingUuid: string): Promise<readonly RecordingAccess[]> {
    const { rows } = await this.pool.query<RecordingAccess>(
      `select at, tenant_uuid as "tenantUuid", user_uuid as "userUuid", token_id as "tokenId", action, call_log_id as "callLogId",
              recording_uuid as "recordingUuid", export_uuid as "exportUuid"
         from recording_access where recording_uuid = $1 order by id`,
      [recordingUuid],
    );
    return rows;
  }
}
