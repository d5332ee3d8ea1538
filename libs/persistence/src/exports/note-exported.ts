import type { RecordingAction, RecordingAsker } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';

/** Notes in the audit that somebody exported, or took away, each recording in the archive of an export. */
export async function noteExported(
  client: ClientBase | Pool,
  exportUuid: string,
  { action, asker, at }: { readonly action: RecordingAction; readonly asker: RecordingAsker; readonly at: Instant },
): Promise<void> {
  await client.query(
    `insert into recording_access (at, tenant_uuid, user_uuid, token_id, action, call_log_id, recording_uuid, export_uuid)
     select $2, tenant_uuid, $3::uuid, $4::bigint, $5, call_log_id, recording_uuid, export_uuid
       from recording_export_item where export_uuid = $1 and included order by call_log_id, recording_uuid`,
    [exportUuid, formatInstant(at), asker.userUuid, asker.tokenId, action],
  );
}
