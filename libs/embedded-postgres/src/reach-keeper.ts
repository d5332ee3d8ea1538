import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataDirectory } from './data-directory.ts';
import { receive, type KeeperMessage } from './keeper-message.ts';
import { connectToKeeper } from './keeper-socket.ts';
import { startKeeper, type StartedKeeper } from './start-keeper.ts';

/** A hold on the server: it lasts as long as this connection. */
export interface Hold {
  readonly socket: Socket;
  readonly port: number;
}

export interface ReachKeeperOptions {
  readonly directory: DataDirectory;
  readonly temporary: boolean;
  /** Hears what the keeper says later. */
  readonly hear: (message: KeeperMessage) => void;
}

const PATIENCE_MS = 60_000;

/**
 * Connects to the keeper of a data directory, starting one where there is none, and waits until its
 * server is ready. Many may do this at once: one of the keepers gets the lock, the others give way.
 */
export async function reachKeeper({ directory, temporary, hear }: ReachKeeperOptions): Promise<Hold> {
  let started: StartedKeeper | null = null;
  try {
    for (let until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      const socket = await connectToKeeper(directory.path);
      if (socket) {
        const port = await readyPort(socket, hear);
        if (port !== null) return { socket: await untilReachable({ socket, port, directory }), port };
        // That keeper was on its way out. Nobody can say how long one takes to get ready, but the next one begins now.
        until = Date.now() + PATIENCE_MS;
      }
      const end = started?.end();
      if (end && !end.gaveWay) throw new Error(`The keeper of ${directory.path} did not start: ${end.complaint}`);
      if (!started || end) {
        if (end) await pause(80);
        started = startKeeper(directory, temporary);
      }
      await pause(20);
    }
  } finally {
    started?.release();
  }
  throw new Error(`No keeper answers for ${directory.path}, although one holds its lock. End that process, or restart the machine.`);
}

/** The server's port once it takes connections; null when the keeper ended before. */
async function readyPort(socket: Socket, hear: (message: KeeperMessage) => void): Promise<number | null> {
  if (socket.destroyed) return null;
  return new Promise((resolve, reject) => {
    receive(socket, (message) => {
      if (message.state === 'ready') resolve(message.port);
      if (message.state === 'failed') reject(new Error(message.sentence));
      hear(message);
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => resolve(null));
  });
}

/** A data directory may be shared between containers, their loopback is not. */
async function untilReachable({ socket, port, directory }: Hold & { readonly directory: DataDirectory }): Promise<Socket> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await answers(port)) return socket;
    await pause(100);
  }
  socket.destroy();
  throw new Error(
    `The server of ${directory.path} is ready on 127.0.0.1:${port}, but not on this side: it runs in another container. ` +
      'Give each container a data directory of its own, or set DATABASE_URL.',
  );
}

async function answers(port: number): Promise<boolean> {
  const probe = connect({ port, host: '127.0.0.1' });
  return new Promise<boolean>((resolve) => {
    probe.once('connect', () => resolve(true));
    probe.once('error', () => resolve(false));
  }).finally(() => probe.destroy());
}
