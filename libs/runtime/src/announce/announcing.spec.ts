import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { instant } from '@callstitch/domain';
import type { EmbeddedPostgres } from '@callstitch/embedded-postgres';
import { jest } from '@jest/globals';
import type { Callstitch } from '../callstitch.js';
import { DEFAULT_TENANT_UUID } from '../default-tenant-uuid.js';
import { migrateDatabase } from '../migrate-database.js';
import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from '../testing/plain-settings.js';
import type { ReceivedDelivery } from '../testing/webhook-receiver.js';
import { webhookReceiver } from '../testing/webhook-receiver.js';
import type { AnnounceSettings } from './announce-settings.js';
import type { AnnounceWishes, AnnouncingHandle } from './announcing.js';

// A first start of PostgreSQL takes its time.
jest.setTimeout(30_000);

const CALLS = 60;
const ENVIRONMENT = { CRM_SECRET: 'a secret of the test' };
const QUICKLY = { delaysSeconds: Array.from({ length: 200 }, () => 0), mostSeconds: 600 };

let postgres: EmbeddedPostgres;
let callstitch: Callstitch;
let names = 0;
const ending: (() => unknown)[] = [];

const settings = () => plainSettings(postgres.url, { now: () => instant(Date.now() * 1_000) });

/** A webhook that nobody knows yet, of which all is told from the beginning. */
const webhookTo = (url: string): AnnounceSettings => ({
  amqp: null,
  webhooks: [{ name: `crm-${++names}`, url, secretEnv: 'CRM_SECRET', from: '0-0' }],
});
const nameOf = ({ webhooks }: AnnounceSettings) => webhooks[0]?.name ?? '';

beforeAll(async () => {
  const { temporaryPostgres } = await import('@callstitch/embedded-postgres');
  postgres = await temporaryPostgres();
  await migrateDatabase(settings(), { withCel: true });
  callstitch = await openCallstitch(settings());
  // Each call is told twice: the second time another channel stays longer.
  await generated(1, 0, ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END']);
  await generated(2, 10, ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END']);
});

afterAll(async () => {
  await callstitch.close();
  await postgres.close();
});

async function generated(channel: number, after: number, types: readonly string[]): Promise<void> {
  const rows = Array.from({ length: CALLS }, (_none, call) =>
    types.map((type, index) => {
      const id = after * CALLS + call * types.length + index + 1;
      return `${id},${type},${1_767_600_000 + call * 100 + after + index},PJSIP/100${channel}-${call},${channel}.${call},1.${call},1001,1002`;
    }),
  ).flat();
  const stdin = Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${rows.join('\n')}\n`]);
  await callstitch.importCels({ files: ['-'], stdin, timezone: 'UTC', newIds: false });
  await callstitch.generate({ kind: 'newest', count: Infinity });
}

/** Announces until the test is over. */
async function started(by: Callstitch, announced: AnnounceSettings, wishes: AnnounceWishes = {}): Promise<AnnouncingHandle> {
  const handle = await by.announcing.start(announced, { environment: ENVIRONMENT, ...wishes });
  ending.push(() => handle.stop());
  return handle;
}

const told = ({ event, data }: ReceivedDelivery) => `${event} ${data.id}`;

/** What was told of each call, in the order in which it was heard first. */
function firstHeard(taken: readonly ReceivedDelivery[]): ReadonlyMap<number, readonly string[]> {
  const heard = new Map<number, string[]>();
  for (const { event, data } of taken) {
    const own = heard.get(data.id) ?? [];
    if (!own.includes(event)) heard.set(data.id, [...own, event]);
  }
  return heard;
}

const isWhole = (taken: readonly ReceivedDelivery[]) => new Set(taken.map(told)).size === 2 * CALLS;

function expectInOrder(taken: readonly ReceivedDelivery[]): void {
  const inOrder = Array.from({ length: CALLS }, () => ['call_log_created', 'call_log_updated']);
  expect([...firstHeard(taken).values()]).toEqual(inOrder);
}

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

test('a process that is killed in the middle leaves the rest to another: every call at least once, in order for each call', async () => {
  let mayEnd = false;
  const receiver = await webhookReceiver(() => (receiver.taken.length >= 50 && !mayEnd ? 503 : 204));
  ending.push(() => receiver.close());
  const announced = webhookTo(receiver.url);
  const program = join(import.meta.dirname, '../../dist/testing/announce-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, postgres.url, JSON.stringify(announced)], {
    env: { ...env, ...ENVIRONMENT },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  await receiver.until(() => receiver.taken.length >= 50);
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  expect(isWhole(receiver.taken)).toBe(false);
  mayEnd = true;

  await started(callstitch, announced, { retries: QUICKLY });
  await receiver.until(() => isWhole(receiver.taken));
  expectInOrder(receiver.taken);
});

test('a receiver that fails half of the time hears everything, in order for each call', async () => {
  let requests = 0;
  const receiver = await webhookReceiver(() => (requests++ % 2 === 0 ? 500 : 204));
  ending.push(() => receiver.close());
  await started(callstitch, webhookTo(receiver.url), { retries: QUICKLY });
  await receiver.until(() => isWhole(receiver.taken));
  expectInOrder(receiver.taken);
  expect(new Set(receiver.taken.map(({ delivery }) => delivery)).size).toBe(receiver.taken.length);
});

test('of two that announce at once one does, and the other goes on when it stops', async () => {
  const receiver = await webhookReceiver();
  ending.push(() => receiver.close());
  const announced = webhookTo(receiver.url);
  const other = await openCallstitch(settings());
  ending.push(() => other.close());
  const one = await started(callstitch, announced);
  await started(other, announced);
  await receiver.until(() => isWhole(receiver.taken));
  expect(receiver.taken).toHaveLength(2 * CALLS);
  await callstitch.setTenantRetention({ tenantUuid: DEFAULT_TENANT_UUID, callLogDays: 90, recordingDays: null, exportDays: null });
  const isTold = (times: number) => () => receiver.taken.filter(({ event }) => event === 'call_logd_retention_updated').length === times;
  await receiver.until(isTold(1));
  await one.stop();
  await callstitch.setTenantRetention({ tenantUuid: DEFAULT_TENANT_UUID, callLogDays: 91, recordingDays: null, exportDays: null });
  await receiver.until(isTold(2));
  expect(receiver.taken).toHaveLength(2 * CALLS + 2);
});

test('what a receiver never takes is shown, others are told, and it can be told again from any line', async () => {
  const bad = (await callstitch.find({}, { limit: 1, after: null })).callLogs[0]?.id ?? 0;
  let isBad = true;
  const receiver = await webhookReceiver(({ data }) => (isBad && data.id === bad ? 400 : 204));
  ending.push(() => receiver.close());
  const announced = webhookTo(receiver.url);
  const name = nameOf(announced);
  const retries = { delaysSeconds: [0], mostSeconds: 600 };
  await started(callstitch, announced, { retries });
  const failed = () => callstitch.announcing.failedDeliveries(name);
  const dead = async () => (await failed().catch(() => [])).filter(({ state }) => state === 'dead');
  await receiver.until(async () => (await dead()).length > 0);
  await receiver.until(() => new Set(receiver.taken.map(told)).size >= 2 * CALLS - 2);
  const [first] = await dead();
  expect(first).toMatchObject({ subject: `cdr ${bad}`, name: 'call_log_created', tries: 2, failure: 'answered 400' });
  isBad = false;
  await callstitch.announcing.replay(name, first?.seq ?? '');
  await receiver.until(() => isWhole(receiver.taken));
  expect(await failed()).toEqual([]);
  const [state] = (await callstitch.announcing.webhooks()).filter(({ publisher }) => publisher === `webhook:${name}`);
  expect(state).toMatchObject({ failure: null, waiting: 0, dead: 0 });
});

test('while a receiver is away it is said how far behind it is and why', async () => {
  const receiver = await webhookReceiver(() => 503);
  ending.push(() => receiver.close());
  const heard: string[] = [];
  const handle = await started(callstitch, webhookTo(receiver.url), {
    onTrouble: (publisher, reason) => void heard.push(`${publisher} ${reason}`),
  });
  await receiver.until(async () => (await handle.state())[0]?.failure != null);
  const [state] = await handle.state();
  expect(state).toMatchObject({ publisher: `webhook:crm-${names}`, position: '0-0', failure: 'answered 503' });
  expect(state?.behind).toBeGreaterThanOrEqual(2 * CALLS);
  expect([heard[0], handle.failures().get(`webhook:crm-${names}`)]).toEqual([`webhook:crm-${names} answered 503`, heard.length]);
});

test.each<[string, AnnounceSettings, string]>([
  ['a name with blanks', { amqp: null, webhooks: [{ name: 'the crm', url: 'http://x', secretEnv: 'CRM_SECRET' }] }, '"the crm" is no name'],
  ['a secret that is not there', { amqp: null, webhooks: [{ name: 'crm', url: 'http://x', secretEnv: 'NOT_SET' }] }, 'variable NOT_SET'],
  ['a URL that is none', { amqp: null, webhooks: [{ name: 'crm', url: 'x', secretEnv: 'CRM_SECRET' }] }, 'The URL of the webhook crm'],
  ['a broker that is none', { amqp: { url: 'localhost' }, webhooks: [] }, 'The URL of the AMQP broker'],
])('%s is said at once', async (_what, announced, expected) => {
  await expect(callstitch.announcing.start(announced, { environment: ENVIRONMENT })).rejects.toThrow(expected);
});

test('a webhook that nobody was told of cannot be told again', async () => {
  await expect(callstitch.announcing.replay('nobody', '1-1')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
});
