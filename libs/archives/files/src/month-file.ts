import type { ArchivedCall } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';

const NAME = /^call-logs-\d{4}-\d\d\.jsonl\.gz$/;

/** The file of a call: of the month in UTC in which it started. */
export function monthFile({ callLog }: ArchivedCall): string {
  return `call-logs-${formatInstant(callLog.startedAt).slice(0, 'yyyy-mm'.length)}.jsonl.gz`;
}

/** Whether a name is one of those files. */
export function isMonthFile(name: string): boolean {
  return NAME.test(name);
}
