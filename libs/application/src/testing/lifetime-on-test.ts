import type { Lifetime } from '../live/cel-arrivals.js';
import { Waits } from '../live/waits.js';
import { beginWait } from './begin-wait.js';

/** How long somebody listens, in the hands of a spec. */
export function lifetimeOnTest(): { readonly lifetime: Omit<Lifetime, 'onTrouble'>; readonly end: () => void } {
  let isStopped = false;
  let settle = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (settle = resolve));
  const pauses = new Waits(beginWait);
  return {
    lifetime: { stopped, isStopped: () => isStopped, pause: pauses.wait },
    end() {
      isStopped = true;
      pauses.stop();
      settle();
    },
  };
}
