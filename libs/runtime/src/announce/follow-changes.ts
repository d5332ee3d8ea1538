import type { ChangeStream } from '@callstitch/application';
import type { FollowedChanges } from './announcing.js';
import type { WakeUp } from './wake-up.js';

/** Reads the feed on, once for all who listen, and not at all while nobody does. */
export function followChanges(
  stream: ChangeStream,
  { wakeUp, open }: { readonly wakeUp: WakeUp; readonly open: () => void },
): FollowedChanges {
  let follows = false;
  const follow = async (): Promise<void> => {
    if (follows) return;
    follows = true;
    const waiter = wakeUp.waiter();
    while (stream.isHeard && !wakeUp.isStopped) {
      // While the database is away nobody hears anything; all that happened comes when it is back.
      const lines = await stream.advance().catch(() => 0);
      if (lines === 0) await waiter.wait();
    }
    follows = false;
  };
  return {
    async listen(listener) {
      open();
      const end = await stream.listen(listener);
      void follow();
      return end;
    },
    missed: (after, tenantUuids) => stream.missed(after, tenantUuids),
  };
}
