import type { TenantRetention } from '@callstitch/application';
import type { RetentionPolicyChoice } from '@callstitch/plugin-host';

/** Limits that somebody names by hand, in days; what is not named stays. */
export interface PurgeLimits {
  readonly callLogDays?: number;
  readonly recordingDays?: number;
  readonly celDays?: number;
  readonly exportDays?: number;
}

type Days = Readonly<Record<string, number>>;
type MaxAge = Readonly<Record<string, unknown>> & { readonly tenants?: unknown };

const MAX_AGE: RetentionPolicyChoice = { package: '@callstitch/standard-retention', policy: 'max-age' };

/** The policy takes no more; nobody has calls that are older. */
const MOST_DAYS = 36_525;

/** The policy that stands for limits named by hand; 0 days were asked about already. */
export function choiceOf(limits: PurgeLimits): RetentionPolicyChoice {
  return { ...MAX_AGE, options: { ...limits, allowZeroDays: true } };
}

/**
 * Puts what tenants have set for themselves into every `max-age` of the choices, over what these say of the same tenants, kind
 * by kind. Where no `max-age` is chosen, one is added that knows only these tenants.
 */
export function withTenantDays(
  choices: readonly RetentionPolicyChoice[],
  retentions: readonly TenantRetention[],
): readonly RetentionPolicyChoice[] {
  if (retentions.length === 0) return choices;
  const chosen = choices.some(isMaxAge) ? choices : [...choices, MAX_AGE];
  return chosen.map((choice) =>
    isMaxAge(choice) ? { ...choice, options: withOwnDays(Object(choice.options) as MaxAge, retentions) } : choice,
  );
}

/** The least that any `max-age` of the choices says, kind by kind; null when none says anything. */
export function daysForEverybody(choices: readonly RetentionPolicyChoice[]): Omit<TenantRetention, 'tenantUuid'> {
  const options = choices.filter(isMaxAge).map((choice) => Object(choice.options) as Readonly<Record<string, unknown>>);
  const least = (kind: string): number | null => {
    const days = options.flatMap(({ [kind]: one }) => (typeof one === 'number' ? [one] : []));
    return days.length === 0 ? null : Math.min(...days);
  };
  return { callLogDays: least('callLogDays'), recordingDays: least('recordingDays'), exportDays: least('exportDays') };
}

function isMaxAge({ package: from, policy }: RetentionPolicyChoice): boolean {
  return from === MAX_AGE.package && policy === MAX_AGE.policy;
}

function withOwnDays(options: MaxAge, retentions: readonly TenantRetention[]): MaxAge {
  const tenants = new Map<string, Days>();
  for (const [tenant, days] of Object.entries(Object(options.tenants) as Record<string, Days>)) tenants.set(tenant.toLowerCase(), days);
  for (const retention of retentions) tenants.set(retention.tenantUuid, { ...tenants.get(retention.tenantUuid), ...ownDays(retention) });
  const zeros = retentions.some((retention) => Object.values(ownDays(retention)).includes(0));
  return { ...options, tenants: Object.fromEntries(tenants), ...(zeros ? { allowZeroDays: true } : {}) };
}

function ownDays({ callLogDays, recordingDays, exportDays }: TenantRetention): Days {
  const days = Object.entries({ callLogDays, recordingDays, exportDays });
  return Object.fromEntries(days.flatMap(([kind, number]) => (number === null ? [] : [[kind, Math.min(number, MOST_DAYS)]])));
}
