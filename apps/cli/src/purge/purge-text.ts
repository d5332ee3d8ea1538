import type { PurgePreview, PurgeReport, PurgedCall, TenantCounts } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import { count } from '../count.js';

const shown = (number: number): string => number.toLocaleString('en-US');

/** What would go, for people. */
export function previewText({ tenants, cels, exports, policies }: PurgePreview): string {
  if (tenants.length === 0 && cels === 0 && exports === 0) return 'There is nothing to purge.\n';
  return lines([
    ...tenantTable(tenants),
    ...policies.map(({ policy, callLogs }) => `${cleanText(policy)} expires ${count(callLogs, 'call log')}`),
    ...(cels === 0 ? [] : [count(cels, 'CEL')]),
    ...(exports === 0 ? [] : [count(exports, 'export')]),
  ]);
}

/** What is gone, for people. */
export function reportText({ runId, tenants, cels, exports, months }: PurgeReport): string {
  return lines([
    ...tenantTable(tenants),
    ...(cels === 0 ? [] : [count(cels, 'CEL')]),
    ...(exports === 0 ? [] : [count(exports, 'export')]),
    ...(months === 0 ? [] : [`${count(months, 'month')} went as a whole`]),
    tenants.length === 0 && cels === 0 && exports === 0 ? 'There was nothing to purge.' : `Recorded as purge ${runId}.`,
  ]);
}

/** Files that are still there. */
export function failureLines({ failures, failed }: Pick<PurgeReport, 'failures' | 'failed'>): string {
  if (failed === 0) return '';
  return lines([
    `${count(failed, 'file')} could not be removed; the next purge tries again:`,
    ...failures.map(({ path, reason }) => `  ${cleanText(path)}: ${cleanText(reason)}`),
    ...(failed > failures.length ? [`  and ${count(failed - failures.length, 'other')}`] : []),
  ]);
}

/** Why a call log is gone. */
export function whyText({ callLogId, purgedAt, conversationId, run }: PurgedCall): string {
  return lines([
    `Call log ${callLogId} (conversation ${cleanText(conversationId)}) was purged at ${formatInstant(purgedAt)}.`,
    ...(run === null
      ? []
      : [
          `Purge ${run.id} began at ${formatInstant(run.startedAt)}${run.endedAt === null ? ' and did not end' : ''}.`,
          `Policies: ${run.plan.policies.map(({ policy }) => cleanText(policy)).join(', ')}`,
          `Filter: ${JSON.stringify(run.plan.callLogs)}`,
        ]),
  ]);
}

function tenantTable(tenants: readonly TenantCounts[]): readonly string[] {
  if (tenants.length === 0) return [];
  const rows = tenants.map(({ tenantUuid, callLogs, recordings }) => [tenantUuid, shown(callLogs), shown(recordings)]);
  return columns([['tenant', 'call logs', 'recordings'], ...rows]);
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
