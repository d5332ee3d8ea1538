import { aCallLog, checkRetentionPolicy } from '@callstitch/plugin-testing';
import { maxAge } from './max-age.js';

const now = new Date('2026-04-01T00:00:00Z');
const ACME = '7a7a0001-0000-4000-8000-000000000001';
const BETA = '7a7a0002-0000-4000-8000-000000000002';

const on = (day: string, tenantUuid: string | null = null) => aCallLog({ startedAt: new Date(`${day}Z`), tenantUuid });

test('a call goes once it started more than so many days ago, to the instant; its end does not matter', () =>
  checkRetentionPolicy(maxAge, {
    now,
    options: { callLogDays: 30 },
    calls: {
      'a moment too old': on('2026-03-01T23:59:59.999'),
      'exactly thirty days': on('2026-03-02T00:00:00'),
      'old, but ended lately': aCallLog({ startedAt: new Date('2026-03-01T12:00:00Z'), endedAt: new Date('2026-03-31T12:00:00Z') }),
      yesterday: on('2026-03-31T00:00:00'),
    },
    expired: ['a moment too old', 'old, but ended lately'],
    celsBefore: null,
    exportsBefore: null,
  }));

const calls = {
  'acme, january': on('2026-01-15T12:00:00', ACME),
  'acme, march': on('2026-03-15T12:00:00', ACME),
  'beta, january': on('2026-01-15T12:00:00', BETA),
  'beta, march': on('2026-03-15T12:00:00', BETA),
  'nobody, january': on('2026-01-15T12:00:00'),
  'nobody, march': on('2026-03-15T12:00:00'),
};

test('a tenant’s own days count instead of those for everybody, shorter or longer, kind by kind', () =>
  checkRetentionPolicy(maxAge, {
    now,
    options: {
      callLogDays: 30,
      recordingDays: 7,
      tenants: { [ACME.toUpperCase()]: { callLogDays: 365 }, [BETA]: { callLogDays: 10, recordingDays: 60 } },
    },
    calls,
    expired: ['beta, january', 'beta, march', 'nobody, january'],
    recordingsExpired: ['acme, january', 'acme, march', 'beta, january', 'nobody, january', 'nobody, march'],
  }));

test('null keeps a tenant’s calls for ever', () =>
  checkRetentionPolicy(maxAge, {
    now,
    options: { callLogDays: 30, tenants: { [ACME]: { callLogDays: null } } },
    calls,
    expired: ['beta, january', 'nobody, january'],
  }));

test('without days for everybody, only the tenants that have some lose calls', () =>
  checkRetentionPolicy(maxAge, { now, options: { tenants: { [ACME]: { callLogDays: 30 } } }, calls, expired: ['acme, january'] }));

test('CELs go only when told, exports by their own days', async () => {
  await checkRetentionPolicy(maxAge, {
    now,
    options: { celDays: 7 },
    calls,
    celsBefore: new Date('2026-03-25T00:00:00Z'),
    exportsBefore: null,
  });
  await checkRetentionPolicy(maxAge, {
    now,
    options: { exportDays: 2 },
    calls,
    celsBefore: null,
    exportsBefore: new Date('2026-03-30T00:00:00Z'),
  });
  const expiry = maxAge.expires?.({ exportDays: 2, tenants: new Map([[ACME, { exportDays: null }]]) }, now);
  expect(expiry).toMatchObject({ exportsBeforeOfTenants: { [ACME]: null } });
});

test('nothing told, nothing expires', () => checkRetentionPolicy(maxAge, { now, calls, celsBefore: null, exportsBefore: null }));

test('0 days is refused wherever it stands, unless it is meant', async () => {
  const zero = { callLogDays: 0, tenants: { [ACME]: { recordingDays: 0 } } };
  await expect(checkRetentionPolicy(maxAge, { now, options: zero, calls })).rejects.toThrow(
    `callLogDays, tenants.${ACME}.recordingDays of 0 days needs allowZeroDays: true`,
  );
  await checkRetentionPolicy(maxAge, {
    now,
    options: { ...zero, allowZeroDays: true },
    calls,
    expired: Object.keys(calls),
    recordingsExpired: ['acme, january', 'acme, march'],
  });
});

test('every mistake in the options is named with its place', async () => {
  const options = { callLogDays: -1, recordingDays: '30', celDay: 3, tenants: { acme: { celDays: 3, exportDays: 1e9 } } };
  await expect(checkRetentionPolicy(maxAge, { now, options, calls })).rejects.toThrowErrorMatchingInlineSnapshot(`
    "retention policy max-age:
    - options.celDay is not an option
    - options.tenants: each tenant must be named by its uuid
    - options.tenants.acme.celDays is not an option
    - options.tenants.acme.exportDays must not be greater than 36525
    - options.callLogDays must not be less than 0
    - options.recordingDays must be an integer number
    - options.recordingDays must not be less than 0
    - options.recordingDays must not be greater than 36525"
  `);
});
