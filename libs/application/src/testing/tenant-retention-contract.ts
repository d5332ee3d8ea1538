import type { TenantRetentions } from '../retention/tenant-retention.js';
import type { Runner } from './generation-contract.js';

const ACME = '7e7e0001-0000-4000-8000-000000000001';
const BETA = '7e7e0001-0000-4000-8000-000000000002';

/** What holds wherever tenants' numbers of days are kept. */
export function tenantRetentionContract(subject: () => Promise<TenantRetentions>, { test, expect }: Runner): void {
  test('a tenant without numbers of its own has none, and is not listed', async () => {
    const retentions = await subject();
    expect(await retentions.of(ACME)).toEqual({ tenantUuid: ACME, callLogDays: null, recordingDays: null, exportDays: null });
    expect(await retentions.list()).toEqual([]);
  });

  test('what is set takes the place of all that was set, for that tenant only', async () => {
    const retentions = await subject();
    await retentions.replace({ tenantUuid: BETA, callLogDays: 730, recordingDays: null, exportDays: null });
    await retentions.replace({ tenantUuid: ACME, callLogDays: 90, recordingDays: 30, exportDays: 2 });
    await retentions.replace({ tenantUuid: ACME, callLogDays: null, recordingDays: 0, exportDays: null });
    expect(await retentions.list()).toEqual([
      { tenantUuid: ACME, callLogDays: null, recordingDays: 0, exportDays: null },
      { tenantUuid: BETA, callLogDays: 730, recordingDays: null, exportDays: null },
    ]);
    expect(await retentions.of(BETA)).toMatchObject({ callLogDays: 730 });
  });

  test('a tenant whose numbers are all taken back is listed no more', async () => {
    const retentions = await subject();
    await retentions.replace({ tenantUuid: ACME, callLogDays: 90, recordingDays: null, exportDays: null });
    await retentions.replace({ tenantUuid: ACME, callLogDays: null, recordingDays: null, exportDays: null });
    expect(await retentions.list()).toEqual([]);
  });
}
