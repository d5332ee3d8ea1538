import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataDirectory } from './data-directory.ts';
import { DATABASE, ROLE } from './database-names.ts';
import { failureSentence } from './failure.ts';
import type { KeeperMessage } from './keeper-message.ts';
import type { EmbeddedPostgres, EmbeddedPostgresLog } from './embedded-postgres.ts';
import { readPassword } from './password.ts';
import { reachKeeper, type Hold } from './reach-keeper.ts';

export interface HeldServerOptions {
  readonly directory: DataDirectory;
  readonly temporary: boolean;
  readonly log: EmbeddedPostgresLog | undefined;
}

/** A server that this process holds; when its keeper is killed, it finds or starts the next one. */
export class HeldServer implements EmbeddedPostgres {
  readonly #options: HeldServerOptions;
  #hold: Hold | null = null;
  #port = 0;
  #password = '';
  #isClosed = false;

  static async open(options: HeldServerOptions): Promise<HeldServer> {
    const server = new HeldServer(options);
    await server.#reach();
    return server;
  }

  private constructor(options: HeldServerOptions) {
    this.#options = options;
  }

  get url(): string {
    return `postgresql://${ROLE}:${this.#password}@127.0.0.1:${this.#port}/${DATABASE}`;
  }

  get passwordFile(): string {
    return this.#options.directory.password;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#letGo();
  }

  #hasLetGo(): boolean {
    return this.#isClosed;
  }

  async #letGo(): Promise<void> {
    const socket = this.#hold?.socket;
    this.#hold = null;
    if (!socket || socket.destroyed) return;
    socket.ref();
    socket.end();
    await Promise.race([once(socket, 'close'), pause(60_000, undefined, { ref: false })]);
    socket.destroy();
  }

  async #reach(): Promise<void> {
    const { directory, temporary } = this.#options;
    const hold = await reachKeeper({ directory, temporary, hear: (message) => this.#hear(message) });
    this.#password = readPassword(directory);
    this.#hold = hold;
    this.#port = hold.port;
    // A process may end without a close: the kernel tells the keeper.
    hold.socket.unref();
    hold.socket.once('close', () => void this.#findTheNext());
    if (this.#isClosed) await this.#letGo();
  }

  #hear(message: KeeperMessage): void {
    const { directory, log } = this.#options;
    if (message.state === 'starting' && this.#hold) log?.warn('embedded-postgres.recovering', { directory: directory.path });
    if (message.state !== 'ready') return;
    if (this.#port !== 0 && this.#port !== message.port) log?.warn('embedded-postgres.moved', { from: this.#port, to: message.port });
    this.#port = message.port;
    log?.info('embedded-postgres.ready', { directory: directory.path, port: message.port });
  }

  async #findTheNext(): Promise<void> {
    const { directory, log } = this.#options;
    if (this.#isClosed) return;
    this.#hold = null;
    log?.warn('embedded-postgres.keeper-lost', { directory: directory.path });
    for (let waitMs = 0; ; waitMs = Math.min(30_000, 2 * waitMs + 500)) {
      await pause(waitMs, undefined, { ref: false });
      if (this.#hasLetGo()) return;
      try {
        await this.#reach();
        return;
      } catch (error) {
        log?.warn('embedded-postgres.not-started', { reason: failureSentence(error) });
      }
    }
  }
}
