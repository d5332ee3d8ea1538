import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, ConfdFailure } from './confd-failure.js';

export type AskForToken = () => Promise<string> | string;

/** The token that confd is asked with: kept until confd refuses it, and then asked for once, however many were refused. */
export class KeptToken {
  #token: Promise<string> | null = null;

  constructor(
    private readonly ask: AskForToken,
    private readonly timeoutSeconds: number,
  ) {}

  current(): Promise<string> {
    this.#token ??= this.#askAnew().catch((error: unknown) => {
      this.#token = null;
      throw error;
    });
    return this.#token;
  }

  /** The token after a refused one: another request may have asked for it already. */
  async after(refused: string): Promise<string> {
    if ((await this.current()) === refused) this.#token = null;
    return this.current();
  }

  async #askAnew(): Promise<string> {
    const over = new AbortController();
    const late = sleep(this.timeoutSeconds * 1_000, null, { signal: over.signal }).catch(() => null);
    const token = await Promise.race([this.#asked(), late]);
    over.abort();
    if (token === null) throw new ConfdFailure(`no token for wazo-confd was given within ${this.timeoutSeconds} s`, true);
    // What fetch says of a bad header quotes the header.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new ConfdFailure('the token for wazo-confd is empty or is no word', true);
    return token;
  }

  async #asked(): Promise<string> {
    try {
      return await this.ask();
    } catch (error) {
      throw new ConfdFailure(`no token for wazo-confd can be had (${codeOf(error)})`, true);
    }
  }
}
