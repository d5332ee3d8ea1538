import type { CallLog } from '@callstitch/domain';

/** By start, then by id. */
export function newestFirst(one: CallLog, other: CallLog): number {
  return other.startedAt - one.startedAt || (other.id ?? 0) - (one.id ?? 0);
}
