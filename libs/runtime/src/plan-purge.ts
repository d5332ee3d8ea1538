import type { PurgePlan, TenantRetention } from '@callstitch/application';
import { picksNobody } from '@callstitch/application';
import { readPluginChoices } from '@callstitch/config';
import type { CallFilter, Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { RetentionPlan, RetentionPolicyChoice } from '@callstitch/plugin-host';
import { installedPackages, loadPlugins, planRetention } from '@callstitch/plugin-host';
import { loadConfigured } from './plugins-in-use.js';
import type { PurgeLimits } from './retention-choices.js';
import { choiceOf, daysForEverybody, withTenantDays } from './retention-choices.js';

export interface PurgeWish {
  /** In place of what the configured policies expire; null for what these say. */
  readonly limits: PurgeLimits | null;
  /** Calls with one of these tags stay too. */
  readonly keepTagged: readonly string[];
}

interface PlanOptions {
  readonly configFile: string | null;
  readonly retentions: readonly TenantRetention[];
  readonly now: Instant;
}

/**
 * The one place where a purge plan is made: what the limits, or else the configured policies, expire and none of the configured
 * policies holds. A tenant's own numbers of days count instead of either for that tenant. Null when nothing sets a limit.
 * Rejects with PLUGINS_REJECTED when a policy gives no answer.
 */
export async function planPurge(
  { limits, keepTagged }: PurgeWish,
  { configFile, retentions, now }: PlanOptions,
): Promise<PurgePlan | null> {
  // As the operator wrote it first, so that a mistake there is not hidden by what tenants have set.
  await loadConfigured(configFile);
  const { config, siteFolder } = await readPluginChoices(configFile);
  const packages = installedPackages(siteFolder, { builtInFrom: import.meta.dirname });
  const planOf = async (choices: readonly RetentionPolicyChoice[]): Promise<RetentionPlan> => {
    const { retentionPolicies } = await loadPlugins({ retentionPolicies: withTenantDays(choices, retentions) }, packages);
    return planRetention(retentionPolicies, new Date(now / MICROSECONDS_PER_MILLISECOND));
  };
  if (limits === null && config.retentionPolicies.length === 0 && retentions.length === 0) return null;
  const configured = await planOf(config.retentionPolicies);
  const { expired, byPolicy } = limits === null ? configured : await planOf([choiceOf(limits)]);
  const held: CallFilter = {
    kind: 'some',
    filters: [configured.held, ...keepTagged.map((tag): CallFilter => ({ kind: 'tagged', tag, tagger: null }))],
  };
  const unheld = (filter: CallFilter): CallFilter => ({ kind: 'every', filters: [filter, { kind: 'not', filter: held }] });
  return {
    callLogs: unheld(expired.callLogs),
    recordings: unheld(expired.recordings),
    held,
    celsBefore: instantOf(expired.celsBefore),
    exports: {
      before: instantOf(expired.exportsBefore),
      beforeOfTenants: Object.fromEntries(
        Object.entries(expired.exportsBeforeOfTenants).map(([tenant, before]) => [tenant, instantOf(before)] as const),
      ),
    },
    policies: byPolicy.flatMap(({ policy, expires }) =>
      expires.callLogs === undefined || picksNobody(expires.callLogs)
        ? []
        : [{ policy: limits === null ? policy : `${policy} (as given)`, callLogs: expires.callLogs }],
    ),
  };
}

/** The numbers of days of everybody who has none of their own: the least that a `max-age` of the configuration says; null is for ever. */
export async function retentionForEverybody(configFile: string | null): Promise<Omit<TenantRetention, 'tenantUuid'>> {
  const { config } = await readPluginChoices(configFile);
  return daysForEverybody(config.retentionPolicies);
}

function instantOf(date: Date | null): Instant | null {
  return date === null ? null : instant(date.getTime() * MICROSECONDS_PER_MILLISECOND);
}

/** What the configured policies hold; rejects with PLUGINS_REJECTED when one gives no answer. */
export async function heldCalls(configFile: string | null, now: Instant): Promise<CallFilter> {
  const { retentionPolicies } = await loadConfigured(configFile);
  return planRetention(retentionPolicies, new Date(now / MICROSECONDS_PER_MILLISECOND)).held;
}

const MICROSECONDS_PER_MILLISECOND = 1_000;
