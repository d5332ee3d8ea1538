import { closeSync, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** The name of the socket; the keeper works inside the data directory, so for it the name is the path. */
export const KEEPER_SOCKET = 'keeper.sock';

/**
 * Connects to the keeper of a data directory; null when none listens. A socket's path may have
 * only 107 bytes, so the way leads through an open descriptor of the directory.
 */
export function connectToKeeper(directory: string): Promise<Socket | null> {
  const descriptor = openSync(directory, 'r');
  const socket = connect(`/proc/self/fd/${descriptor}/${KEEPER_SOCKET}`);
  return new Promise<Socket | null>((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const { code = '' } = error;
      if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAGAIN'].includes(code)) resolve(null);
      else
        reject(
          new Error(`The server of ${directory} belongs to another account (${code}): run as that account, or as root.`, { cause: error }),
        );
    });
  }).finally(() => closeSync(descriptor));
}
