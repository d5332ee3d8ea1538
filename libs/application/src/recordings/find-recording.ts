import type { CallLog, Instant } from '@callstitch/domain';
import type { TenantUuids } from '../access/authentication.js';
import type { CallLogs } from '../read/call-logs.js';

/** A recording of a call log that stands. */
export interface FoundRecording {
  readonly uuid: string;
  readonly callLogId: number;
  readonly tenantUuid: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly path: string | null;
}

/** A call log in the database: it has an id and is somebody's. */
export type OwnedCallLog = CallLog & { readonly id: number; readonly tenantUuid: string };

/** A call log of one of some tenants; null for one of another tenant just as for none at all, so that nobody learns of it. */
export async function findCallLog(id: number, tenantUuids: TenantUuids, callLogs: Pick<CallLogs, 'get'>): Promise<OwnedCallLog | null> {
  const callLog = await callLogs.get(id);
  return callLog !== null && isOwned(callLog) && tenantUuids.includes(callLog.tenantUuid) ? callLog : null;
}

function isOwned(callLog: CallLog): callLog is OwnedCallLog {
  return callLog.id !== null && callLog.tenantUuid !== null;
}

/** The recordings of a call log. */
export function recordingsOf({ id, tenantUuid, recordings }: OwnedCallLog): readonly FoundRecording[] {
  return recordings.flatMap(({ uuid, startedAt, endedAt, path }) =>
    uuid === null ? [] : [{ uuid, callLogId: id, tenantUuid, startedAt, endedAt, path }],
  );
}

/** One of them, by its uuid in letters of any case. */
export function recordingOf(callLog: OwnedCallLog, uuid: string): FoundRecording | null {
  return recordingsOf(callLog).find((recording) => recording.uuid === uuid.toLowerCase()) ?? null;
}
