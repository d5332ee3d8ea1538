import { MemoryTenantRetentions } from '../testing/memory-tenant-retentions.js';
import { tenantRetentionContract } from '../testing/tenant-retention-contract.js';
import { setTenantRetention } from './tenant-retention.js';

tenantRetentionContract(() => Promise.resolve(new MemoryTenantRetentions()), { test, expect });

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const NOTHING = { tenantUuid: TENANT, callLogDays: null, recordingDays: null, exportDays: null };

test.each([
  [{ callLogDays: -1 }, '-1 is no number of days'],
  [{ exportDays: 1.5 }, '1.5 is no number of days'],
  [{ recordingDays: 2_147_483_648 }, '2147483648 is no number of days'],
  [{ callLogDays: 30, recordingDays: 31 }, 'no more days than the call logs'],
])('%j is refused and changes nothing', async (days, sentence) => {
  const retentions = new MemoryTenantRetentions();
  await expect(setTenantRetention({ ...NOTHING, ...days }, retentions)).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining(sentence) as string,
  });
  expect(await retentions.list()).toEqual([]);
});

test('0 days is a number, and recordings may have as many as their calls', async () => {
  const retentions = new MemoryTenantRetentions();
  await setTenantRetention({ ...NOTHING, callLogDays: 0, recordingDays: 0 }, retentions);
  expect(await retentions.of(TENANT)).toEqual({ ...NOTHING, callLogDays: 0, recordingDays: 0 });
});
