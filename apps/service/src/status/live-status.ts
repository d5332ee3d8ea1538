import type { LiveState } from '@callstitch/application';
import { isoTime } from '@callstitch/application';

/** Live generation in `/1.0/status`; where it does not run, that is no failure. */
export function liveStatus(live: LiveState | null): { readonly status: 'ok' | 'fail' } & Readonly<Record<string, unknown>> {
  if (live === null) return { status: 'ok', state: 'off' };
  const { state, lastWorkedAt, lastFailure, waitingConversations, isCatchingUp, calls, batches, arrivals } = live;
  return {
    status: state === 'failing' || state === 'stopped' ? 'fail' : 'ok',
    state,
    last_worked_at: lastWorkedAt === null ? null : isoTime(lastWorkedAt),
    last_failure_at: lastFailure === null ? null : isoTime(lastFailure.at),
    waiting_conversations: waitingConversations,
    catching_up: isCatchingUp,
    ...{ calls, batches, arrivals },
  };
}
