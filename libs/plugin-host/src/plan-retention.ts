import { CallstitchError } from '@callstitch/domain';
import { every, not, some, type CallFilter, type Expiry } from '@callstitch/plugin-api';
import { filterFault } from './filter-fault.js';
import type { LoadedPolicy } from './load-plugins.js';
import { messageOf } from './message-of.js';
import { readExpiry } from './read-expiry.js';

/** What one policy said. */
export interface PolicyPlan {
  readonly package: string;
  readonly policy: string;
  readonly options: object;
  /** Empty when it expires nothing. */
  readonly expires: Expiry;
  /** null when it holds nothing. */
  readonly holds: CallFilter | null;
}

/** What a purge may delete: what some policy expires and none holds. */
export interface RetentionPlan {
  readonly expired: {
    /** Call logs that go, with their recordings. */
    readonly callLogs: CallFilter;
    /** Calls that stay but lose their recordings. */
    readonly recordings: CallFilter;
    readonly celsBefore: Date | null;
    readonly exportsBefore: Date | null;
    /** In place of `exportsBefore` for these tenants; null keeps their exports. */
    readonly exportsBeforeOfTenants: Readonly<Record<string, Date | null>>;
  };
  /** What stays whatever expires; it is already taken out of the filters above. */
  readonly held: CallFilter;
  /** In the order of the policies, for the report. */
  readonly byPolicy: readonly PolicyPlan[];
}

/**
 * Asks all policies once. No policies, no purge: `some()` of nothing picks nothing. A policy that throws or gives rubbish refuses the
 * whole plan, before anything is deleted: the others' answers may have been meant to go with its hold.
 */
export function planRetention(policies: readonly LoadedPolicy[], now: Date): RetentionPlan {
  const complaints: string[] = [];
  const byPolicy = policies.flatMap((loaded) => {
    const asked = ask(loaded, now);
    if (typeof asked !== 'string') return [asked];
    complaints.push(`- ${loaded.package} › ${loaded.name}: ${asked}`);
    return [];
  });
  if (complaints.length > 0) {
    const title = 'Nothing is deleted, because these retention policies gave no answer:';
    throw new CallstitchError('PLUGINS_REJECTED', [title, ...complaints].join('\n'));
  }
  const expiries = byPolicy.map(({ expires }) => expires);
  const held = some(...byPolicy.flatMap(({ holds }) => holds ?? []));
  const unheld = (filters: readonly CallFilter[]) => every(some(...filters), not(held));
  return {
    expired: {
      callLogs: unheld(expiries.flatMap(({ callLogs }) => callLogs ?? [])),
      recordings: unheld(expiries.flatMap(({ recordings }) => recordings ?? [])),
      celsBefore: latest(expiries.map(({ celsBefore }) => celsBefore)),
      exportsBefore: latest(expiries.map(({ exportsBefore }) => exportsBefore)),
      exportsBeforeOfTenants: exportsOfTenants(expiries),
    },
    held,
    byPolicy,
  };
}

function ask({ package: from, name, policy, options }: LoadedPolicy, now: Date): PolicyPlan | string {
  try {
    // Each policy gets its own Date: one that sets it moves nobody else's limit.
    const expires = policy.expires === null ? {} : readExpiry(policy.expires(options, new Date(now)));
    if (typeof expires === 'string') return expires;
    const holds = policy.holds === null ? null : policy.holds(options, new Date(now));
    const fault = holds === null ? null : filterFault(holds);
    return fault ?? { package: from, policy: name, options, expires, holds };
  } catch (error) {
    return `threw: ${messageOf(error)}`;
  }
}

/** Policies add up: what one of them expires has expired. */
function exportsOfTenants(expiries: readonly Expiry[]): Record<string, Date | null> {
  const tenants = new Set(expiries.flatMap(({ exportsBeforeOfTenants = {} }) => Object.keys(exportsBeforeOfTenants)));
  const limit = ({ exportsBefore, exportsBeforeOfTenants = {} }: Expiry, tenant: string) =>
    Object.hasOwn(exportsBeforeOfTenants, tenant) ? exportsBeforeOfTenants[tenant] : exportsBefore;
  return Object.fromEntries([...tenants].map((tenant) => [tenant, latest(expiries.map((expiry) => limit(expiry, tenant)))]));
}

function latest(dates: readonly (Date | null | undefined)[]): Date | null {
  const times = dates.flatMap((date) => date?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.max(...times));
}
