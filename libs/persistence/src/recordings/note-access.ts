import type { RecordingAccess } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';

/** Writes one line of the audit, in the transaction of the connection if it is in one. */
export async function noteAccess(client: ClientBase | Pool, access: RecordingAccess): Promise<void> {
  await client.query(
    `insert into recording_access (at, tenant_uuid, user_uuid, token_id, action, call_log_id, recording_uuid, export_uuid)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      formatInstant(access.at),
      access.tenantUuid,
      access.userUuid,
      access.tokenId,
      access.action,
      access.callLogId,
      access.recordingUuid,
      access.exportUuid,
    ],
  );
}
