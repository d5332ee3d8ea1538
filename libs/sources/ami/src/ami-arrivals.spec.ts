import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { CelTable } from '@callstitch/application';
import { HeardArrivals, MemoryCelStore, MemoryCelTable } from '@callstitch/application/testing';
import { amiArrivals } from './ami-arrivals.js';

/** An Asterisk as its manager interface shows it. */
class Asterisk {
  private readonly server: Server;
  private socket: Socket | null = null;
  private entered = (): void => undefined;
  private isIn = false;
  /** Answers nothing any more, and keeps the connection. */
  isHanging = false;
  readonly actions: string[] = [];

  constructor() {
    this.server = createServer((socket) => {
      this.socket = socket.on('error', () => undefined);
      socket.write('Asterisk Call Manager/9.0.0\r\n');
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes.toString();
        const parts = text.split('\r\n\r\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.answer(socket, new Map(part.split('\r\n').map((line) => line.split(': ', 2) as [string, string])));
      });
    }).listen(0, '127.0.0.1');
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

let asterisk: Asterisk;
let store: MemoryCelStore;
let heard: HeardArrivals | null = null;

beforeEach(() => {
  asterisk = new Asterisk();
  store = new MemoryCelStore();
});

afterEach(async () => {
  await heard?.end();
  asterisk.close();
});

async function listening(
  changed: { readonly secret?: string; readonly table?: () => Promise<CelTable>; readonly pingSeconds?: number } = {},
) {
  const table = new MemoryCelTable(store);
  const place = { host: '127.0.0.1', port: await asterisk.port(), tls: false, username: 'callstitch', secret: 'geheim', timezone: 'UTC' };
  heard = new HeardArrivals(amiArrivals({ ...place, table: () => Promise.resolve(table), ...changed }));
  return heard;
}

const rows = async () => (await store.read({ from: 1, until: 100 })).cels.map(({ eventType, linkedid }) => `${eventType} ${linkedid}`);

test('events become rows in the order in which they come, however the network cuts them, and ends of calls are told of', async () => {
  const ear = await listening();
  expect(await ear.nextArrival()).toBeNull();
  await asterisk.tell('CHAN_START', 'a', 1);
  asterisk.say('Event: Newchannel\r\nPrivilege: call,all\r\nUniqueid: u1\r\n\r\n');
  await asterisk.tell('ANSWER', 'a', 7);
  await asterisk.tell('LINKEDID_END', 'a');
  expect(await ear.nextArrival()).toEqual(['a']);
  expect(await rows()).toEqual(['CHAN_START a', 'ANSWER a', 'LINKEDID_END a']);
  const { cels } = await store.read({ from: 1, until: 4 });
  expect(cels.map(({ eventTime }) => eventTime % 1_000_000)).toEqual([0, 1, 2]);
  expect([cels[0]?.channelName, ear.troubles]).toEqual(['SIP/é-1', []]);
});

test('a connection that breaks is made again, and what is lost by it is said', async () => {
  const ear = await listening();
  await ear.nextArrival();
  asterisk.cut();
  expect(await ear.nextArrival()).toBeNull();
  await asterisk.tell('LINKEDID_END', 'b');
  expect(await ear.nextArrival()).toEqual(['b']);
  const place = `The manager interface at 127.0.0.1:${await asterisk.port()}`;
  expect(ear.troubles).toEqual([
    expect.stringMatching(`^${place} tells nothing: (the connection was closed|read ECONNRESET)\\.$`),
    `${place} is back; what happened meanwhile was not told, and calls of that time may be incomplete.`,
  ]);
});

test('pings keep a silent connection alive', async () => {
  const ear = await listening({ pingSeconds: 0.05 });
  await ear.nextArrival();
  while (asterisk.actions.filter((action) => action === 'Ping').length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(ear.troubles).toEqual([]);
});

test('a connection on which nothing is said any more is given up', async () => {
  const ear = await listening({ pingSeconds: 0.05 });
  await ear.nextArrival();
  asterisk.isHanging = true;
  expect(await ear.untilTroubles(1)).toEqual([expect.stringMatching(/tells nothing: it has said nothing for too long\.$/)]);
  asterisk.isHanging = false;
  expect(await ear.nextArrival()).toBeNull();
});

test('a user who is refused is said without the secret', async () => {
  const ear = await listening({ secret: 'wrong' });
  expect(await ear.untilTroubles(1)).toEqual([
    `The manager interface at 127.0.0.1:${await asterisk.port()} tells nothing: it refuses the user callstitch; check name, secret and permit in manager.conf.`,
  ]);
});

test('rows wait while the table is away, and are written before the end', async () => {
  let isAway = true;
  const table = new MemoryCelTable(store);
  const ear = await listening({ table: () => (isAway ? Promise.reject(new Error('The table is away.')) : Promise.resolve(table)) });
  await ear.nextArrival();
  await asterisk.tell('CHAN_START', 'a');
  expect(await ear.untilTroubles(1)).toEqual(['The table is away.']);
  await asterisk.tell('LINKEDID_END', 'a');
  isAway = false;
  expect(await ear.nextArrival()).toEqual(['a']);
  expect(await rows()).toEqual(['CHAN_START a', 'LINKEDID_END a']);
});

test('an event that says too little is said and skipped', async () => {
  const ear = await listening();
  await ear.nextArrival();
  await asterisk.tell('', 'a');
  await asterisk.tell('LINKEDID_END', 'b');
  expect(await ear.nextArrival()).toEqual(['b']);
  expect(ear.troubles).toEqual([expect.stringMatching(/told of an event that has no EventName that Asterisk has; skipped\.$/)]);
});
