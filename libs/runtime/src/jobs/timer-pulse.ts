import type { Pulse } from '@callstitch/application';

const MILLISECONDS = 1_000;

/** Beats by a timer that keeps no process alive. A beat waits for the one before; what it rejects is heard by nobody. */
export const timerPulse: Pulse = {
  every(seconds, beat) {
    let beating = false;
    const timer = setInterval(() => {
      if (beating) return;
      beating = true;
      void beat()
        .catch(() => undefined)
        .finally(() => (beating = false));
    }, seconds * MILLISECONDS).unref();
    return () => {
      clearInterval(timer);
    };
  },
};
