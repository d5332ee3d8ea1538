const PAUSE_MS = 1_000;
const PAUSE_UNWATCHED_MS = 10_000;

/** What progress is written to. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

/** Counts rows: on a terminal one line that changes, elsewhere a line now and then. */
export class Progress {
  readonly #begin: number;
  #rows = 0;
  #saidAt: number;
  calls = 0;

  constructor(
    private readonly screen: Screen,
    private readonly now: () => number,
  ) {
    this.#begin = now();
    this.#saidAt = this.#begin;
  }

  *counted<Item>(items: Iterable<Item>): Generator<Item> {
    for (const item of items) {
      yield item;
      // Only here has it been taken: who stops did not write the last one.
      this.#rows++;
      // Looking at the clock for each row would take longer than making the row.
      if (this.#rows % 256 === 0) this.#sometimesSay();
    }
  }

  end(how: 'done' | 'stopped'): void {
    this.screen.write(`${this.screen.isTerminal ? '\r\u001B[K' : ''}${this.#line()}, ${how}.\n`);
  }

  #sometimesSay(): void {
    const now = this.now();
    if (now - this.#saidAt < (this.screen.isTerminal ? PAUSE_MS : PAUSE_UNWATCHED_MS)) return;
    this.#saidAt = now;
    this.screen.write(this.screen.isTerminal ? `\r\u001B[K${this.#line()}` : `${this.#line()}\n`);
  }

  #line(): string {
    const seconds = Math.max((this.now() - this.#begin) / 1_000, 0.001);
    const count = (number: number): string => Math.round(number).toLocaleString('en');
    return `${count(this.#rows)} rows of ${count(this.calls)} conversation${this.calls === 1 ? '' : 's'} in ${seconds.toFixed(1)} s, ${count(this.#rows / seconds)} rows a second`;
  }
}
