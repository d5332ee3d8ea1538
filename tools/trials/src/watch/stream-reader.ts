import { setTimeout as pause } from 'node:timers/promises';
import type { Nodes } from '../stage/nodes.js';

const AGAIN_MS = 200;

/** A client of `GET /1.0/cdr/stream` that connects again where it was, as a browser does. */
export class StreamReader {
  /** The ids of the events, in the order in which they came. */
  readonly ids: string[] = [];
  /** How often it connected. */
  connections = 0;
  readonly #nodes: Nodes;
  readonly #leaving = new AbortController();
  readonly #reading: Promise<void>;

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
    this.#reading = this.#read();
  }

  async stop(): Promise<void> {
    this.#leaving.abort();
    await this.#reading;
  }

  async #read(): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      await this.#follow().catch(() => undefined);
      await pause(AGAIN_MS);
    }
  }

  async #follow(): Promise<void> {
    const [url] = this.#nodes.urls;
    if (url === undefined) return;
    const last = this.ids.at(-1) ?? '0-0';
    const { ok, body } = await fetch(`${url}/1.0/cdr/stream?recurse=true`, {
      headers: { 'X-Auth-Token': this.#nodes.token, 'Last-Event-ID': last },
      signal: this.#leaving.signal,
    });
    if (!ok || body === null) return;
    this.connections++;
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const id = /^id: (.*)$/m.exec(block)?.[1];
        if (id !== undefined) this.ids.push(id);
      }
    }
  }
}
