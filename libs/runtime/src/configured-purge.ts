import type { PurgePlan } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import { planRetention } from '@callstitch/plugin-host';
import { loadConfigured } from './plugins-in-use.js';

/** What the retention policies of the configuration expire and hold; rejects with PLUGINS_REJECTED when one gives no answer. */
export async function configuredPurge(configFile: string | null, now: Instant): Promise<PurgePlan> {
  const { retentionPolicies } = await loadConfigured(configFile);
  const { expired, held, byPolicy } = planRetention(retentionPolicies, new Date(now / MICROSECONDS_PER_MILLISECOND));
  return {
    callLogs: expired.callLogs,
    recordings: expired.recordings,
    held,
    celsBefore: expired.celsBefore === null ? null : instant(expired.celsBefore.getTime() * MICROSECONDS_PER_MILLISECOND),
    policies: byPolicy.flatMap(({ policy, expires }) => (expires.callLogs === undefined ? [] : [{ policy, callLogs: expires.callLogs }])),
  };
}

const MICROSECONDS_PER_MILLISECOND = 1_000;
