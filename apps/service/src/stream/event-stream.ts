import { Readable } from 'node:stream';

/** What may wait for a reader; who is slower is disconnected, and goes on later where it was. */
const MOST_WAITING_BYTES = 1_000_000;

/** How long a reader may take what is left at the end; a service that stops does not wait for one that takes nothing. */
const LAST_READ_MS = 2_000;

/** Server-sent events, as a body. */
export class EventStream extends Readable {
  #drained: (() => void)[] = [];
  #isEnding = false;

  constructor() {
    super({ highWaterMark: 64_000 });
    // Who waits for the reader waits no longer than the reader is there.
    this.once('close', () => this.#release());
    this.#write(': here it begins\n\n');
  }

  override _read(): void {
    this.#release();
  }

  tell({ id, event, data }: { readonly id: string; readonly event: string; readonly data: unknown }): void {
    this.#write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps what lies between from closing an idle connection. */
  beat(): void {
    this.#write(': still here\n\n');
  }

  /** No more comes; a client that asks again goes on where it was. */
  end(): void {
    if (this.destroyed || this.#isEnding) return;
    this.#isEnding = true;
    this.push(null);
    const timer = setTimeout(() => this.destroy(), LAST_READ_MS);
    this.once('close', () => {
      clearTimeout(timer);
    });
  }

  /** Waits until the reader has taken what is there. */
  async drained(): Promise<void> {
    if (this.destroyed || this.readableLength < this.readableHighWaterMark) return;
    await new Promise<void>((resolve) => this.#drained.push(resolve));
  }

  #write(text: string): void {
    if (this.destroyed || this.#isEnding) return;
    this.push(text);
    if (this.readableLength > MOST_WAITING_BYTES) this.destroy();
  }

  #release(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}
