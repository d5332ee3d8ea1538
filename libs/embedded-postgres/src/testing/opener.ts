import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export type OpenerRequest = { readonly kind: 'query'; readonly sql: string } | { readonly kind: 'close' } | { readonly kind: 'look' };

export type OpenerReply =
  | { readonly kind: 'opened'; readonly url: string }
  | { readonly kind: 'seen'; readonly url: string; readonly events: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string }
  | { readonly kind: 'rows'; readonly rows: readonly Record<string, unknown>[] }
  | { readonly kind: 'closed' };

export interface OpenerOptions {
  readonly uid?: number;
  readonly environment?: NodeJS.ProcessEnv;
}

const running = new Set<Opener>();

/** A process of its own that opens a data directory, to be asked, closed or killed. */
export class Opener {
  readonly #child: ChildProcess;
  readonly #death: Promise<unknown>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(dataDirectory: string, { uid, environment = {} }: OpenerOptions = {}) {
    this.#child = fork(fileURLToPath(new URL('./opener-program.ts', import.meta.url)), [dataDirectory], {
      cwd: '/',
      execArgv: [],
      env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], ...environment },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    running.add(this);
    this.#death = once(this.#child, 'exit').then(() => running.delete(this));
  }

  static async open(dataDirectory: string, options?: OpenerOptions): Promise<Opener> {
    const opener = new Opener(dataDirectory, options);
    const reply = await opener.reply();
    if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply));
    return opener;
  }

  /** Kills whatever a failed test left. */
  static async killAll(): Promise<void> {
    await Promise.all([...running].map((opener) => opener.kill()));
  }

  /** The next thing that the process says. */
  async reply(): Promise<OpenerReply> {
    const heard = new AbortController();
    const died = this.#death.then(() => Promise.reject(new Error(`the opener ended: ${this.#child.exitCode ?? this.#child.signalCode}`)));
    try {
      const [message] = (await Promise.race([once(this.#child, 'message', { signal: heard.signal }), died])) as [OpenerReply];
      return message;
    } finally {
      heard.abort();
    }
  }

  async ask(request: OpenerRequest): Promise<OpenerReply> {
    const turn = this.#last.then(() => {
      const reply = this.reply();
      this.#child.send(request);
      return reply;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async query(sql: string): Promise<readonly Record<string, unknown>[]> {
    const reply = await this.ask({ kind: 'query', sql });
    if (reply.kind === 'rows') return reply.rows;
    throw new Error(JSON.stringify(reply));
  }

  /** Asks until the answer comes: what a pool does for a service while the server is away. */
  async queryInTheEnd(sql: string): Promise<readonly Record<string, unknown>[]> {
    return until(() => this.query(sql), 15_000);
  }

  async look(): Promise<{ readonly url: string; readonly events: readonly string[] }> {
    const reply = await this.ask({ kind: 'look' });
    if (reply.kind !== 'seen') throw new Error(JSON.stringify(reply));
    return reply;
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' });
    await this.kill();
  }

  /** Without a word, as `kill -9` does. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await this.#death;
  }
}
