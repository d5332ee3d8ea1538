import type { Socket } from 'node:net';

/** What the keeper tells each holder, one line of JSON at a time. A holder tells nothing: that it is connected is enough. */
export type KeeperMessage =
  | { readonly state: 'ready'; readonly port: number }
  /** There is no server just now, but soon. */
  | { readonly state: 'starting' }
  /** The keeper gives up; the sentence is for people. */
  | { readonly state: 'failed'; readonly sentence: string };

export function send(socket: Socket, message: KeeperMessage): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls `hear` for every whole line that arrives. */
export function receive(socket: Socket, hear: (message: KeeperMessage) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(JSON.parse(line) as KeeperMessage);
  });
}
