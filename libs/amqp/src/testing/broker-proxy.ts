import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { BROKER_URL } from './open-broker.js';

/** A way to the broker of specs that can be cut and opened again. */
export interface BrokerProxy {
  readonly url: string;
  cut(): void;
  mend(): void;
  close(): void;
}

export async function brokerProxy(): Promise<BrokerProxy> {
  const { hostname, port } = new URL(BROKER_URL);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const further = connect(Number(port || 5_672), hostname);
    for (const one of [socket, further]) sockets.add(one.on('error', () => undefined).on('close', () => sockets.delete(one)));
    socket.pipe(further).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(BROKER_URL);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    cut,
    mend: () => void (isOpen = true),
    close() {
      cut();
      server.close();
    },
  };
}
