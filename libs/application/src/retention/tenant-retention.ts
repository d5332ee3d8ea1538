import { CallstitchError } from '@callstitch/domain';

/** After how many days things of one tenant go; null is as for everybody. */
export interface TenantRetention {
  readonly tenantUuid: string;
  readonly callLogDays: number | null;
  readonly recordingDays: number | null;
  readonly exportDays: number | null;
}

/** Where the tenants' own numbers of days are kept. */
export interface TenantRetentions {
  /** The tenants that have a number of their own, by uuid. */
  list(): Promise<readonly TenantRetention[]>;
  /** All null for a tenant without any. */
  of(tenantUuid: string): Promise<TenantRetention>;
  /** In place of all that was set for this tenant. */
  replace(retention: TenantRetention): Promise<void>;
}

/** What a database's `int` holds. */
const MOST_DAYS = 2_147_483_647;

/**
 * Sets a tenant's numbers of days. Rejects with ARGUMENT_INVALID for one that is no whole number of at least 0, and for recordings
 * that would be kept for longer than their calls.
 */
export async function setTenantRetention(retention: TenantRetention, retentions: TenantRetentions): Promise<void> {
  const { callLogDays, recordingDays, exportDays } = retention;
  for (const days of [callLogDays, recordingDays, exportDays]) {
    if (days === null || (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS)) continue;
    throw new CallstitchError('ARGUMENT_INVALID', `${days} is no number of days; give a whole number of at least 0.`);
  }
  if (callLogDays !== null && recordingDays !== null && recordingDays > callLogDays) {
    throw new CallstitchError(
      'ARGUMENT_INVALID',
      'Recordings go with their calls at the latest: give them no more days than the call logs.',
    );
  }
  await retentions.replace(retention);
}
