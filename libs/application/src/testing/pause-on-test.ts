import type { Wait } from '../live/waits.js';

/** A clock's worth of milliseconds that a spec does not wait for: only a look at everything unread is waited for. */
const LONG_MS = 40_000;

/** Pauses that take no time; long ones last until something happens. */
export class PauseOnTest {
  /** How long each pause would have been. */
  readonly asked: number[] = [];

  readonly begin = (milliseconds: number): Wait => {
    this.asked.push(milliseconds);
    return milliseconds >= LONG_MS ? untilEnded() : { over: Promise.resolve(), end: () => undefined };
  };
}

/** A wait that no time ends. */
export function untilEnded(): Wait {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end };
}
