/** The columns of `recording_export` as a `RecordingExport` names them. */
export const EXPORT_COLUMNS = `uuid, tenant_uuid as "tenantUuid", user_uuid as "userUuid", requested_at as "requestedAt", status, path, email,
  recordings, included, skipped, error`;
