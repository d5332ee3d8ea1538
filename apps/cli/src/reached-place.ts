import type { CallLog, CallStatus } from '@callstitch/domain';

/** With these nothing was reached, whatever stood at the end. */
const NOWHERE: ReadonlySet<CallStatus> = new Set(['busy', 'failed', 'blocked']);

/** The place where a call ended, in the words of the journey (`queue 4010`); null when that is a person or nowhere. */
export function reachedPlace({ destination: { kind, number }, status }: CallLog): string | null {
  if (NOWHERE.has(status) || kind === 'user' || kind === 'external' || kind === 'unknown') return null;
  return number === kind ? kind : `${kind} ${number}`.trimEnd();
}
