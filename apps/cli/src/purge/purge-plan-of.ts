import type { PurgePlan } from '@callstitch/application';
import type { CallFilter, Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { daysBefore } from '../days-before.js';

/** What the command line says of a plan. */
export interface PurgePlanOptions {
  readonly olderThanDays?: number;
  readonly recordingsOlderThanDays?: number;
  readonly celsOlderThanDays?: number;
  readonly keepTagged?: readonly string[];
  readonly force?: boolean;
}

/** Calls that some filter picks and none holds. */
function unheld(filters: readonly CallFilter[], held: CallFilter): CallFilter {
  return {
    kind: 'every',
    filters: [
      { kind: 'some', filters },
      { kind: 'not', filter: held },
    ],
  };
}

/**
 * The one place where a purge plan is made. Limits of the command line take the place of what the configured policies
 * expire; what any of them holds stays in every case. Refuses 0 days with ARGUMENT_INVALID unless it is forced.
 */
export function purgePlanOf(options: PurgePlanOptions, configured: PurgePlan, now: Instant): PurgePlan {
  const { olderThanDays, recordingsOlderThanDays, celsOlderThanDays, keepTagged = [], force = false } = options;
  const days = [olderThanDays, recordingsOlderThanDays, celsOlderThanDays];
  if (days.includes(0) && !force) {
    throw new CallstitchError('ARGUMENT_INVALID', '0 days is everything that is not held; add --force if you mean it.');
  }
  const tagged = keepTagged.map((tag): CallFilter => ({ kind: 'tagged', tag, tagger: null }));
  const held: CallFilter = { kind: 'some', filters: [configured.held, ...tagged] };
  if (days.every((limit) => limit === undefined)) {
    return { ...configured, held, callLogs: unheld([configured.callLogs], held), recordings: unheld([configured.recordings], held) };
  }
  const older = (limit: number | undefined): CallFilter[] =>
    limit === undefined ? [] : [{ kind: 'started-before', at: daysBefore(now, limit) }];
  const callLogs = older(olderThanDays);
  return {
    callLogs: unheld(callLogs, held),
    recordings: unheld(older(recordingsOlderThanDays), held),
    held,
    celsBefore: celsOlderThanDays === undefined ? null : daysBefore(now, celsOlderThanDays),
    policies: callLogs.map((filter) => ({ policy: '--older-than-days', callLogs: filter })),
  };
}
