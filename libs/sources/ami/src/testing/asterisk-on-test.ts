import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './certificate.js';

/** An Asterisk as its manager interface shows it. */
export class AsteriskOnTest {
  private readonly server: Server;
  private socket: Socket | null = null;
  private entered = (): void => undefined;
  private isIn = false;
  /** Answers nothing any more, and keeps the connection. */
  isHanging = false;
  readonly actions: string[] = [];

  /** Speaks TLS with a certificate. */
  constructor(certificate: Certificate | null = null) {
    const serve = (socket: Socket): void => {
      this.socket = socket.on('error', () => undefined);
      socket.write('Asterisk Call Manager/9.0.0\r\n');
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes.toString();
        const parts = text.split('\r\n\r\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.answer(socket, new Map(part.split('\r\n').map((line) => line.split(': ', 2) as [string, string])));
      });
    };
    const server = certificate === null ? createServer(serve) : createTlsServer(certificate, serve);
    this.server = server.listen(0, '127.0.0.1');
  }

  private answer(socket: Socket, action: ReadonlyMap<string, string>): void {
    const name = action.get('Action') ?? '';
    this.actions.push(name);
    if (this.isHanging) return;
    const isRight = name !== 'Login' || action.get('Secret') === 'geheim';
    // Nobody may filter here.
    const response = name === 'Filter' || !isRight ? 'Error' : 'Success';
    socket.write(`Response: ${response}\r\nActionID: ${action.get('ActionID') ?? ''}\r\nMessage: ${name}\r\n\r\n`);
    if (name === 'Filter') {
      this.isIn = true;
      this.entered();
    }
    if (name !== 'Login') return;
    if (!isRight) return void socket.end();
    socket.write('Event: FullyBooted\r\nPrivilege: system,all\r\n\r\n');
  }

  async port(): Promise<number> {
    if (!this.server.listening) await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  private async somebody(): Promise<void> {
    if (!this.isIn) await new Promise<void>((resolve) => (this.entered = resolve));
  }

  /** Tells of an event, in pieces of so many bytes. */
  async tell(eventName: string, linkedid: string, piece = 1_000): Promise<void> {
    await this.somebody();
    const time = 'EventTime: 2026-11-23 10:07:50\r\nUniqueID: u1\r\nChannel: SIP/é-1\r\n';
    const bytes = Buffer.from(`Event: CEL\r\nPrivilege: call,all\r\nEventName: ${eventName}\r\n${time}LinkedID: ${linkedid}\r\n\r\n`);
    for (let from = 0; from < bytes.length; from += piece) {
      this.socket?.write(bytes.subarray(from, from + piece));
      await new Promise(setImmediate);
    }
  }

  say(text: string): void {
    this.socket?.write(text);
  }

  cut(): void {
    this.isIn = false;
    this.socket?.destroy();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
