import { setTimeout as pause } from 'node:timers/promises';
import type { Nodes } from '../stage/nodes.js';

interface Change {
  readonly seq: string;
  readonly conversation_id: string;
}

const PAGE = 100;
const POLL_MS = 50;
const PATIENCE_MS = 10_000;

/** A consumer of the change feed: it pages from the first change on, at another node each time, and asks again what was not answered. */
export class ChangeReader {
  /** When each conversation was shown first, in milliseconds since the epoch. */
  readonly firstSeenAt = new Map<string, number>();
  /** Every change in the order in which it was read. */
  readonly seqs: string[] = [];
  /** Requests that were not answered with 200, with the answer. */
  readonly refusals: string[] = [];
  readonly #nodes: Nodes;
  readonly #reading: Promise<void>;
  #isOver = false;
  #turn = 0;

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
    this.#reading = this.#read();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#reading;
  }

  async #read(): Promise<void> {
    let after = '';
    while (!this.#isOver) {
      const page = await this.#page(after);
      if (page === null || page.items.length === 0) {
        await pause(POLL_MS);
        continue;
      }
      after = page.items.at(-1)?.seq ?? after;
      for (const { seq, conversation_id: conversation } of page.items) {
        this.seqs.push(seq);
        if (!this.firstSeenAt.has(conversation)) this.firstSeenAt.set(conversation, Date.now());
      }
    }
  }

  async #page(after: string): Promise<{ readonly items: readonly Change[] } | null> {
    const { urls, token } = this.#nodes;
    const url = urls[this.#turn++ % Math.max(1, urls.length)];
    // None of them runs: there is nobody to ask.
    if (url === undefined) return null;
    try {
      const answer = await fetch(`${url}/1.0/changes?recurse=true&after=${encodeURIComponent(after)}&limit=${PAGE}`, {
        headers: { 'X-Auth-Token': token },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await answer.text();
      if (answer.ok) return JSON.parse(text) as { readonly items: readonly Change[] };
      this.refusals.push(`${answer.status} ${text}`);
    } catch (error) {
      this.refusals.push(error instanceof Error ? error.message : String(error));
    }
    return null;
  }
}
