import { defineRetentionPolicy, every, not, ofTenant, some, startedBefore, type CallFilter } from '@callstitch/plugin-api';
import { MaxAgeOptions, type TenantDays } from './max-age-options.js';

const DAY_MS = 86_400_000;

/**
 * Lets things go by age. A call's age begins with its start. A tenant's own number of days counts instead of the one for everybody,
 * kind by kind. It expires no CELs unless it is told to.
 */
export const maxAge = defineRetentionPolicy({
  name: 'max-age',
  options: MaxAgeOptions,
  expires(options, now) {
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
    const exportsOfTenants = ownDays(options, 'exportDays').map(([tenant, days]) => [tenant, days === null ? null : ago(days)] as const);
    return {
      callLogs: olderThan(options, 'callLogDays', ago),
      recordings: olderThan(options, 'recordingDays', ago),
      ...(isNumber(options.celDays) ? { celsBefore: ago(options.celDays) } : {}),
      ...(isNumber(options.exportDays) ? { exportsBefore: ago(options.exportDays) } : {}),
      ...(exportsOfTenants.length === 0 ? {} : { exportsBeforeOfTenants: Object.fromEntries(exportsOfTenants) }),
    };
  },
});

type Kind = keyof TenantDays;

function olderThan(options: MaxAgeOptions, kind: Kind, ago: (days: number) => Date): CallFilter {
  const own = ownDays(options, kind);
  const forEverybody = options[kind];
  const others = own.length === 0 ? [] : [not(some(...own.map(([tenant]) => ofTenant(tenant))))];
  return some(
    ...(isNumber(forEverybody) ? [every(startedBefore(ago(forEverybody)), ...others)] : []),
    ...own.flatMap(([tenant, days]) => (days === null ? [] : [every(startedBefore(ago(days)), ofTenant(tenant))])),
  );
}

/** The tenants with a number of their own, or with null: for ever. */
function ownDays({ tenants }: MaxAgeOptions, kind: Kind): (readonly [tenant: string, days: number | null])[] {
  return [...tenants].flatMap(([tenant, { [kind]: days }]) => (days === undefined ? [] : [[tenant.toLowerCase(), days] as const]));
}

function isNumber(days: number | null | undefined): days is number {
  return typeof days === 'number';
}
