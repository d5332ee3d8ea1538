/** After it was woken, somebody looks again soon: what was written is seen only when transactions that began before have ended. */
const SOON_MS = [50, 100, 200, 400, 800];

const POLL_MS = 2_000;

/** Lets loops wait until something happened, or for so long at most. */
export class WakeUp {
  #woken = 0;
  #stopped = false;
  readonly #waiting = new Set<() => void>();

  get isStopped(): boolean {
    return this.#stopped;
  }

  /** Something happened. */
  readonly wake = (): void => {
    this.#woken++;
    this.#release();
  };

  /** Nobody waits any more, now or later. */
  stop(): void {
    this.#stopped = true;
    this.#release();
  }

  /** One loop's way to wait. */
  waiter(): { wait(): Promise<void>; pause(seconds: number, until?: Promise<void>): Promise<void> } {
    let seen = this.#woken;
    let looks = SOON_MS.length;
    return {
      /** Until it is woken, which it may have been since it waited last, or it is time to look again. */
      wait: async () => {
        if (seen === this.#woken) await this.#sleep(SOON_MS[looks++] ?? POLL_MS, () => seen !== this.#woken);
        if (seen !== this.#woken) looks = 0;
        seen = this.#woken;
      },
      /** Whatever happens meanwhile, but for what it is told to end with. */
      pause: async (seconds, until) => {
        let isOver = false;
        void until?.then(() => {
          isOver = true;
          this.#release();
        });
        await this.#sleep(seconds * 1_000, () => isOver);
      },
    };
  }

  async #sleep(ms: number, isEnough: () => boolean): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      const check = (): void => {
        if (this.#stopped || isEnough()) done();
      };
      const timer = setTimeout(done, ms);
      this.#waiting.add(check);
    });
  }

  #release(): void {
    for (const check of [...this.#waiting]) check();
  }
}
