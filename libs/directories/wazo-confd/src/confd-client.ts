import { setTimeout as sleep } from 'node:timers/promises';
import { backOffMs } from './back-off.js';
import type { ConfdConnection, ConfdReply, ConfdRequest } from './confd-connection.js';
import { ConfdFailure } from './confd-failure.js';
import type { Slots } from './slots.js';

export interface ConfdClientOptions {
  readonly connection: ConfdConnection;
  readonly slots: Slots;
  readonly retries: number;
  /** After so many requests in a row without an answer, nothing more is sent. */
  readonly mostFailures: number;
}

/** Asks confd until it answers or there is no sense in going on. One client serves one topic of one inquiry: it gives up once for all of it. */
export class ConfdClient {
  #failures = 0;
  #last: ConfdFailure | null = null;

  constructor(private readonly options: ConfdClientOptions) {}

  /** What `read` makes of the reply; a reply that it refuses is tried again like any other failure. Throws a ConfdFailure. */
  get<Answer>(request: ConfdRequest, read: (reply: ConfdReply) => Answer): Promise<Answer> {
    return this.options.slots.run(() => this.#ask(request, read));
  }

  async #ask<Answer>(request: ConfdRequest, read: (reply: ConfdReply) => Answer): Promise<Answer> {
    const { connection, retries, mostFailures } = this.options;
    for (let tries = 1; ; tries += 1) {
      if (this.#last !== null && this.#failures >= mostFailures) throw this.#last;
      try {
        const answer = read(await connection.send(request));
        this.#failures = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof ConfdFailure)) throw error;
        if (!error.mayPass || tries > retries) {
          this.#failures += 1;
          this.#last = error;
          throw error;
        }
        await sleep(backOffMs(tries, Math.random()));
      }
    }
  }
}
