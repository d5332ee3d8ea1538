import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { BusEvents, TakeBusEvent } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import type { EmbeddedPostgres } from '@callstitch/embedded-postgres';
import { jest } from '@jest/globals';
import { migrateDatabase } from '../migrate-database.js';
import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from '../testing/plain-settings.js';

// A first start of PostgreSQL takes its time.
jest.setTimeout(30_000);

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const COMPLETED = {
  name: 'voicemail_transcription_completed',
  data: { message_id: '1-2', tenant_uuid: TENANT, transcription_text: 'Hello' },
};

let postgres: EmbeddedPostgres;
const ending: (() => unknown)[] = [];

beforeAll(async () => {
  const { temporaryPostgres } = await import('@callstitch/embedded-postgres');
  postgres = await temporaryPostgres();
  await migrateDatabase(plainSettings(postgres.url), { withCel: true });
});

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

afterAll(() => postgres.close());

/** A way to the database that can be cut and opened again. */
async function way() {
  const place = new URL(postgres.url);
  const { hostname, port } = place;
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const further = connect(Number(port), hostname);
    for (const one of [socket, further]) sockets.add(one.on('error', () => undefined).on('close', () => sockets.delete(one)));
    socket.pipe(further).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  place.hostname = '127.0.0.1';
  place.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  ending.push(() => {
    cut();
    server.close();
  });
  return { url: place.href, cut, mend: () => void (isOpen = true) };
}

/** A bus in memory that is connected. */
function memoryBus() {
  let take: TakeBusEvent = () => Promise.reject(new Error('nobody listens'));
  const events: BusEvents = {
    isConnected: () => true,
    async listen(hear, { stopped }) {
      take = hear;
      await stopped;
    },
  };
  return { events, tell: (event: { readonly name: string; readonly data: unknown }) => take(event) };
}

test('what a bus tells while the database is away is done when it is back, and is not done before the bus hears so', async () => {
  const { url, cut, mend } = await way();
  const callstitch = await openCallstitch(plainSettings(url, { now: () => instant(Date.now() * 1_000) }));
  ending.push(() => callstitch.close());
  const { events, tell } = memoryBus();
  let said = (_message: string): void => undefined;
  const trouble = new Promise<string>((resolve) => (said = resolve));
  const bus = callstitch.bus.start(events, said);
  cut();
  const told = tell(COMPLETED);
  expect(await trouble).toMatch(/^The event voicemail_transcription_completed waits: The connection to the database was lost/);
  expect(bus.state()).toMatchObject({ done: 0, refused: 0, failure: { message: expect.stringContaining('lost') as string } });
  mend();
  await told;
  expect(bus.state()).toMatchObject({ done: 1, refused: 0, failure: null });
  const place = { order: 'createdAt', descending: true, offset: 0, limit: 9 } as const;
  expect((await callstitch.transcriptions.find({ tenantUuids: [TENANT] }, place)).items).toMatchObject([
    { messageId: '1-2', text: 'Hello' },
  ]);
});

test('a bus without its URL is refused, and no bus is none', async () => {
  const callstitch = await openCallstitch(plainSettings(postgres.url));
  ending.push(() => callstitch.close());
  expect(await callstitch.bus.open(null)).toBeNull();
  await expect(callstitch.bus.open({ url: null, exchange: 'x', queue: 'y' })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
});
