import type { Wait } from '../live/waits.js';

interface Timers {
  readonly setTimeout: (then: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

/** Waits as long as it says. This room has no timers of its own; whoever runs specs has them. */
export function beginWait(milliseconds: number): Wait {
  const { setTimeout, clearTimeout } = globalThis as unknown as Timers;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, end };
}
