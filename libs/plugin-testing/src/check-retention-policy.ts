import { instant, matches, type CallFilter, type FilteredCall } from '@callstitch/domain';
import type { CallLog, RetentionPolicy } from '@callstitch/plugin-api';
import { parseOptions, planRetention, type RetentionPlan } from '@callstitch/plugin-host';
import { throwFailures } from './throw-failures.js';

/** Calls by a name of their own, and what must become of each. */
export interface RetentionCase {
  readonly now: Date;
  /** As an operator writes them. */
  readonly options?: unknown;
  readonly calls: Readonly<Record<string, CallLog>>;
  /** The names of the calls that it expires, before anything is held. */
  readonly expired?: readonly string[];
  /** The names of the calls of which it expires the recordings alone. */
  readonly recordingsExpired?: readonly string[];
  /** The names of the calls that it holds. */
  readonly held?: readonly string[];
  readonly celsBefore?: Date | null;
  readonly exportsBefore?: Date | null;
}

/**
 * Asks a retention policy about calls and holds it to what nobody writes tests for: its options parse, it does not change the date it is
 * given, it gives the same answer twice, and every filter is one that the host knows. Throws a plain Error with everything that failed.
 */
export async function checkRetentionPolicy(policy: RetentionPolicy, check: RetentionCase): Promise<void> {
  const { options, complaints } = await parseOptions(policy.options, check.options);
  if (options === null) {
    throwFailures(`retention policy ${policy.name}`, complaints);
    return;
  }
  const loaded = { package: 'checked', version: '', name: policy.name, options, policy };
  const failures: string[] = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(policy.name) ? [] : ['its name is not in kebab-case'];
  try {
    const now = new Date(check.now);
    policy.expires?.(options, now);
    policy.holds?.(options, now);
    if (now.getTime() !== check.now.getTime()) failures.push('changed the date that it was given');
    const once = planRetention([loaded], check.now);
    const again = planRetention([loaded], check.now);
    if (JSON.stringify(once.byPolicy) !== JSON.stringify(again.byPolicy)) failures.push('gave two answers for the same date');
    failures.push(...unmet(once, check));
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
  }
  throwFailures(`retention policy ${policy.name}`, failures);
}

function unmet({ byPolicy, held, expired }: RetentionPlan, check: RetentionCase): string[] {
  const { callLogs, recordings } = byPolicy[0]?.expires ?? {};
  return [
    ...differences('expires', picked(callLogs, check), check.expired ?? []),
    ...differences('expires the recordings of', picked(recordings, check), check.recordingsExpired ?? []),
    ...differences('holds', picked(held, check), check.held ?? []),
    ...(check.celsBefore === undefined ? [] : different('CELs', expired.celsBefore, check.celsBefore)),
    ...(check.exportsBefore === undefined ? [] : different('exports', expired.exportsBefore, check.exportsBefore)),
  ];
}

function picked(filter: CallFilter | undefined, { calls }: RetentionCase): string[] {
  return Object.entries(calls).flatMap(([name, call]) => (filter && matches(filter, filtered(call)) ? [name] : []));
}

function differences(verb: string, is: readonly string[], must: readonly string[]): string[] {
  return [
    ...is.filter((name) => !must.includes(name)).map((name) => `${verb} "${name}", which it must not`),
    ...must.filter((name) => !is.includes(name)).map((name) => `must have: ${verb} "${name}"`),
  ];
}

function different(what: string, is: Date | null, must: Date | null): string[] {
  const text = (date: Date | null) => (date === null ? 'none' : `those before ${date.toISOString()}`);
  return is?.getTime() === must?.getTime() ? [] : [`expires of the ${what} ${text(is)}, not ${text(must)}`];
}

/** A shown call as filters look at it. */
function filtered(call: CallLog): FilteredCall {
  const at = (date: Date) => instant(date.getTime() * 1_000);
  return { ...call, startedAt: at(call.startedAt), endedAt: at(call.endedAt) };
}
