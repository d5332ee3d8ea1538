import type { Socket } from 'node:net';
import { send, type KeeperMessage } from './keeper-message.ts';

export interface HoldersOptions {
  /** How long to wait for the next holder once the last one is gone. */
  readonly graceMs: number;
  /** How long to wait for the first one. */
  readonly firstMs: number;
  /** A holder that leaves is let go only when everything is over: it wants to see the cluster gone. */
  readonly leaveLast: boolean;
}

/**
 * The processes that hold a server: each is a connection, which the kernel closes when the
 * process ends, however it ends.
 */
export class Holders {
  readonly #options: HoldersOptions;
  #graceMs: number;
  readonly #sockets = new Set<Socket>();
  #hadOne = false;
  #news: KeeperMessage | null = null;
  #changed: () => void = () => undefined;

  constructor(options: HoldersOptions) {
    this.#options = options;
    this.#graceMs = options.graceMs;
  }

  get count(): number {
    return this.#sockets.size;
  }

  welcome(socket: Socket): void {
    const leave = (): void => {
      this.#sockets.delete(socket);
      this.#changed();
    };
    this.#sockets.add(socket);
    this.#hadOne = true;
    socket.on('end', () => {
      leave();
      if (!this.#options.leaveLast) socket.end();
    });
    socket.on('close', leave);
    socket.on('error', leave);
    socket.resume();
    if (this.#news) send(socket, this.#news);
    this.#changed();
  }

  /** From now on nobody is waited for. */
  hurry(): void {
    this.#graceMs = 0;
    this.#changed();
  }

  /** Tells everybody, and everybody who comes later. */
  tell(news: KeeperMessage): void {
    this.#news = news;
    for (const socket of this.#sockets) send(socket, news);
  }

  /** Parts with everybody, once they have heard the last news; one that is stopped does not keep us. */
  async dismiss(): Promise<void> {
    const parted = [...this.#sockets].map((socket) => new Promise<void>((resolve) => socket.end(() => resolve())));
    await Promise.race([Promise.all(parted), new Promise((resolve) => setTimeout(resolve, 500))]);
  }

  /** Resolves once there has been nobody for the grace time; `cancel` ends the wait. */
  async idle(cancel: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const stop = (): void => {
        clearTimeout(timer);
        this.#changed = () => undefined;
        resolve();
      };
      this.#changed = () => {
        clearTimeout(timer);
        if (this.count === 0) timer = setTimeout(stop, this.#hadOne ? this.#graceMs : this.#options.firstMs);
      };
      cancel.addEventListener('abort', stop, { once: true });
      this.#changed();
    });
  }
}
