import { isoTime } from '@callstitch/application';
import type { AnnouncingHandle } from '@callstitch/runtime';

/** How announcing does, as `/status` shows it: `fail` when a publisher does not go on, or nobody can say. */
export async function announcingStatus(announcing: AnnouncingHandle) {
  const states = await announcing.state().catch(() => null);
  if (states === null) return { status: 'fail' as const };
  const publishers = states.map(({ publisher, position, behind, failure, failedAt }) => [
    publisher,
    { position, behind, last_failure: failure, failed_at: failedAt === null ? null : isoTime(failedAt) },
  ]);
  const status = states.some(({ failure }) => failure !== null) ? ('fail' as const) : ('ok' as const);
  return { status, publishers: Object.fromEntries(publishers) as object };
}
