import { HeardArrivals, MemoryCelStore, MemoryCelTable } from '@callstitch/application/testing';
import type { AmiArrivalsOptions } from './ami-arrivals.js';
import { amiArrivals } from './ami-arrivals.js';
import { AsteriskOnTest } from './testing/asterisk-on-test.js';
import { certificateOfLocalhost } from './testing/certificate.js';

let asterisk: AsteriskOnTest;
let store: MemoryCelStore;
let heard: HeardArrivals | null = null;

beforeEach(() => {
  asterisk = new AsteriskOnTest();
  store = new MemoryCelStore();
});

afterEach(async () => {
  await heard?.end();
  asterisk.close();
});

async function listening(changed: Partial<AmiArrivalsOptions> = {}) {
  const table = new MemoryCelTable(store);
  const server = { host: '127.0.0.1', port: await asterisk.port(), tls: false, authority: null, username: 'callstitch', secret: 'geheim' };
  heard = new HeardArrivals(amiArrivals({ ...server, timezone: 'UTC', table: () => Promise.resolve(table), ...changed }));
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

describe('over TLS', () => {
  const certificate = certificateOfLocalhost();
  if (certificate === null) console.warn('There is no OpenSSL: TLS is not tested.');
  const TLS = { host: 'localhost', tls: true };

  beforeEach(() => {
    asterisk.close();
    asterisk = new AsteriskOnTest(certificate);
  });

  test('events are heard of a server for whom somebody vouches', async () => {
    if (certificate === null) return;
    const ear = await listening({ ...TLS, authority: certificate.cert });
    expect(await ear.nextArrival()).toBeNull();
    await asterisk.tell('LINKEDID_END', 'l1');
    expect(await ear.nextArrival()).toEqual(['l1']);
  });

  test.each([
    ['nobody vouches', {}],
    ['it has another name', { host: '127.0.0.1', authority: certificate?.cert ?? null }],
  ])('a server is not told the secret when %s', async (_what, changed) => {
    if (certificate === null) return;
    const ear = await listening({ ...TLS, ...changed });
    const [trouble] = await ear.untilTroubles(1);
    expect(trouble).toMatch(/^The manager interface at \S+ tells nothing: .*(self-signed|altnames)/);
    expect(asterisk.actions).toEqual([]);
  });
});
