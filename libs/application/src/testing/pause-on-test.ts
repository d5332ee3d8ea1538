/** A clock's worth of milliseconds that a spec does not wait for: only a look at everything unread is waited for. */
const LONG_MS = 40_000;

/** Pauses that take no time; long ones last until something happens. */
export class PauseOnTest {
  /** How long each pause would have been. */
  readonly asked: number[] = [];

  readonly pause = async (milliseconds: number, until: Promise<unknown>): Promise<void> => {
    this.asked.push(milliseconds);
    if (milliseconds >= LONG_MS) await until;
  };
}
