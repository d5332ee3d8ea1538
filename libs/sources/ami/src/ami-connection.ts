import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { AmiMessage } from './ami-messages.js';
import { AmiMessages, amiAction } from './ami-messages.js';

/** Where an Asterisk is, and who enters. */
export interface AmiServer {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Who vouches for the server, in PEM; null for who the system trusts. */
  readonly authority: string | null;
  readonly username: string;
  /** Never shown. */
  readonly secret: string;
}

export interface AmiConnectionOptions {
  readonly server: AmiServer;
  readonly onConnected: () => void;
  readonly onEvent: (event: AmiMessage) => void;
  /** How often a ping is sent; a connection that then says nothing is given up. */
  readonly pingSeconds: number;
}

/** A connection that runs. */
export interface AmiConnection {
  /** Rejects with why it ended, in words without secrets; never resolves. */
  readonly lost: Promise<never>;
  /** Takes no more from the network for a while; Asterisk keeps what comes. */
  pause(): void;
  resume(): void;
  close(): void;
}

const MS_PER_SECOND = 1_000;

/** So many pings may go unanswered, or pass while the connection is made. */
const MOST_SILENT_PINGS = 2;

function securely({ host, port, authority }: AmiServer): Socket {
  return connectTls({
    ...{ host, port },
    // An address is no name to ask for.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(authority === null ? {} : { ca: authority }),
  });
}

/** Logs in, and hears the events of class `call`, to which `CEL` belongs; where the server filters, that one alone. */
export function openAmi({ server, onConnected, onEvent, pingSeconds }: AmiConnectionOptions): AmiConnection {
  const { host, port, tls, username, secret } = server;
  const socket = tls ? securely(server) : connectTcp({ host, port });
  const messages = new AmiMessages();
  const send = (fields: Readonly<Record<string, string>>): void => void socket.write(amiAction(fields));
  const lost = new Promise<never>((_resolve, reject) => {
    // By what is heard alone: the system's own idle time counts what is sent too.
    let silentPings = 0;
    const ping = setInterval(() => {
      if (silentPings++ >= MOST_SILENT_PINGS && !socket.isPaused()) end('it has said nothing for too long');
      else if (isIn) send({ Action: 'Ping', ActionID: 'ping' });
    }, MS_PER_SECOND * pingSeconds);
    let isIn = false;
    const end = (why: string): void => {
      clearInterval(ping);
      socket.destroy();
      reject(new Error(why));
    };
    const enter = (response: string | undefined): void => {
      if (response !== 'Success') {
        end(`it refuses the user ${username}; check name, secret and permit in manager.conf`);
        return;
      }
      // May be refused: then events of other kinds come too, and are passed over.
      send({ Action: 'Filter', ActionID: 'filter', Operation: 'Add', Filter: 'Event: CEL' });
      isIn = true;
      onConnected();
    };
    const take = (message: AmiMessage): void => {
      if (message.get('actionid') === 'login') enter(message.get('response'));
      else if (message.get('event') === 'CEL') onEvent(message);
    };
    socket.on('data', (bytes) => {
      silentPings = 0;
      try {
        messages.read(bytes).forEach(take);
      } catch (error) {
        end((error as Error).message);
      }
    });
    socket.on('error', ({ message }) => end(message));
    socket.on('close', () => end('the connection was closed'));
  });
  lost.catch(() => undefined);
  // Over TLS not before the server has shown who it is: the secret is not for somebody else.
  socket.once(tls ? 'secureConnect' : 'connect', () =>
    send({ Action: 'Login', ActionID: 'login', Username: username, Secret: secret, Events: 'call' }),
  );
  return { lost, pause: () => void socket.pause(), resume: () => void socket.resume(), close: () => socket.destroy() };
}
