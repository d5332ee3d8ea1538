import type { TenantRetention } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import { columns } from '../columns.js';
import { count } from '../count.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';

type Days = number | 'default';

/** The arguments of `callstitch retention set`; what is left out stays. */
export interface SetRetentionArguments {
  readonly callLogDays?: Days;
  readonly recordingDays?: Days;
  readonly exportDays?: Days;
  readonly force?: boolean;
}

/** Shows the tenants that have numbers of days of their own. */
export async function listRetentions({ json = false }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const retentions = await callstitch.tenantRetentions();
    await terminal.out.write(json ? `${jsonText(retentions)}\n` : `${table(retentions).join('\n')}\n`);
    return EXIT.fine;
  });
}

/** Changes a tenant's numbers of days. */
export async function setRetention(tenantUuid: string, wanted: SetRetentionArguments, terminal: Terminal): Promise<ExitCode> {
  const { force = false, ...days } = wanted;
  if (Object.keys(days).length === 0) {
    throw new CallstitchError(
      'ARGUMENT_INVALID',
      'Name --call-log-days, --recording-days or --export-days; see callstitch retention set --help.',
    );
  }
  if (Object.values(days).includes(0) && !force) {
    throw new CallstitchError('ARGUMENT_INVALID', 'With 0 days the next purge deletes all that is not held; add --force if you mean it.');
  }
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const own = Object.fromEntries(Object.entries(days).map(([kind, one]) => [kind, one === 'default' ? null : one]));
    const changed = { ...(await callstitch.tenantRetention(tenantUuid)), ...own };
    await callstitch.setTenantRetention(changed);
    await terminal.out.write(`${table([changed]).join('\n')}\n`);
    return EXIT.fine;
  });
}

function table(retentions: readonly TenantRetention[]): readonly string[] {
  if (retentions.length === 0) return ['No tenant has a number of days of its own.'];
  const shown = (days: number | null): string => (days === null ? 'default' : count(days, 'day'));
  return columns([
    ['TENANT', 'CALL LOGS', 'RECORDINGS', 'EXPORTS'],
    ...retentions.map(({ tenantUuid, callLogDays, recordingDays, exportDays }) => [
      tenantUuid,
      shown(callLogDays),
      shown(recordingDays),
      shown(exportDays),
    ]),
  ]);
}
