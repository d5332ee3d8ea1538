/** A wait that can be cut short. */
export interface Wait {
  readonly over: Promise<void>;
  /** Now; nothing happens when it is over. */
  end(): void;
}

/** Begins to wait so many milliseconds. */
export type BeginWait = (milliseconds: number) => Wait;

/**
 * Waits that end together, when time is up or something happens.
 *
 * Not by racing against a promise of what may happen: each race would be remembered there until it does, which may be for as
 * long as the service runs.
 */
export class Waits {
  private readonly open = new Set<Wait>();
  private isStopped = false;

  constructor(private readonly begin: BeginWait) {}

  /** Settles after so many milliseconds, at the next `end`, or at once where nobody waits any more. */
  readonly wait = async (milliseconds: number): Promise<void> => {
    if (this.isStopped) return;
    const wait = this.begin(milliseconds);
    this.open.add(wait);
    await wait.over;
    this.open.delete(wait);
  };

  /** Ends the waits that are open. */
  readonly end = (): void => {
    for (const wait of this.open) wait.end();
  };

  /** Ends them, and lets nobody wait from now on. */
  stop(): void {
    this.isStopped = true;
    this.end();
  }
}
