import type { Wait } from '@callstitch/application';

/** Waits by a timer; one that is ended leaves none behind. */
export function beginWait(milliseconds: number): Wait {
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
