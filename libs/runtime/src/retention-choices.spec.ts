import { daysForEverybody, withTenantDays } from './retention-choices.js';

const ACME = '7e7e0001-0000-4000-8000-000000000001';
const MAX_AGE = { package: '@callstitch/standard-retention', policy: 'max-age' };
const OTHER = { package: 'callstitch-plugin-weekend', policy: 'max-age' };
const own = (days: object) => ({ tenantUuid: ACME, callLogDays: null, recordingDays: null, exportDays: null, ...days });

test('what a tenant has set comes over what the configuration says of it, kind by kind', () => {
  const options = { callLogDays: 365, tenants: { [ACME.toUpperCase()]: { callLogDays: 30, recordingDays: 7 } } };
  expect(withTenantDays([{ ...MAX_AGE, options }, OTHER], [own({ callLogDays: 730 })])).toEqual([
    { ...MAX_AGE, options: { callLogDays: 365, tenants: { [ACME]: { callLogDays: 730, recordingDays: 7 } } } },
    OTHER,
  ]);
});

test('where no max-age is chosen, one is added for these tenants; where nobody has set anything, nothing is', () => {
  expect(withTenantDays([OTHER], [own({ exportDays: 2 })])).toEqual([
    OTHER,
    { ...MAX_AGE, options: { tenants: { [ACME]: { exportDays: 2 } } } },
  ]);
  expect(withTenantDays([OTHER], [])).toEqual([OTHER]);
});

test('0 days of a tenant are meant, and more than a hundred years are as good as for ever', () => {
  expect(withTenantDays([], [own({ callLogDays: 2_147_483_647, recordingDays: 0 })])).toEqual([
    { ...MAX_AGE, options: { allowZeroDays: true, tenants: { [ACME]: { callLogDays: 36_525, recordingDays: 0 } } } },
  ]);
});

test('what counts for everybody is the least that a max-age says', () => {
  const choices = [{ ...MAX_AGE, options: { callLogDays: 365, exportDays: null } }, { ...MAX_AGE, options: { callLogDays: 90 } }, OTHER];
  expect(daysForEverybody(choices)).toEqual({ callLogDays: 90, recordingDays: null, exportDays: null });
});
