import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { OpenBroker } from '@callstitch/amqp/testing';
import { BROKER_URL, brokerProxy, openBroker } from '@callstitch/amqp/testing';
import type { Announcement, Publisher } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import type { Channel, ConsumeMessage } from 'amqplib';
import { openAmqpPublisher } from './open-amqp-publisher.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const USER = '7a7a0001-0000-4000-8000-000000000001';
const AT = instant(1_767_600_000_000_000);

let broker: OpenBroker | null = null;
let channel: Channel;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  broker = await openBroker();
  if (broker !== null) ({ channel } = broker);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

afterAll(() => broker?.close());

function announcement(id: number, changed: Partial<Announcement> = {}): Announcement {
  const about = { seq: `${id}-1`, tenantUuid: TENANT, userUuid: null, at: AT, subject: `cdr ${id}`, data: { id }, call: null };
  return { ...about, name: 'call_log_created', ...changed };
}

/** An exchange of its own, and what arrives of some headers. */
async function listening(headers: Readonly<Record<string, unknown>>, exchange = `callstitch-${randomUUID()}`) {
  await channel.assertExchange(exchange, 'headers', { durable: true });
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, exchange, '', { 'x-match': 'all', ...headers });
  const arrived: ConsumeMessage[] = [];
  const heard = new EventTarget();
  await channel.consume(queue, (message) => {
    if (message !== null) arrived.push(message);
    heard.dispatchEvent(new Event('message'));
  });
  closing.push(async () => {
    await channel.deleteQueue(queue);
    if (exchange !== 'wazo-headers') await channel.deleteExchange(exchange);
  });
  return {
    exchange,
    arrived,
    async until(count: number) {
      while (arrived.length < count) await once(heard, 'message');
    },
    ids: () => arrived.map(({ content }) => (JSON.parse(content.toString()) as { data: { id: number } }).data.id),
  };
}

function publisherTo(
  exchange: string,
  changed: { readonly url?: string; readonly timeoutSeconds?: number; readonly exchangeType?: string } = {},
): Publisher {
  const publisher = openAmqpPublisher({ url: BROKER_URL, exchange, exchangeType: 'headers', originUuid: null, now: () => AT, ...changed });
  closing.push(() => publisher.close?.());
  return publisher;
}

test('what is published arrives by its headers, persistent, as JSON, and in order', async () => {
  if (broker === null) return;
  const bus = await listening({ name: 'call_log_user_created', [`user_uuid:${USER}`]: true });
  const publisher = publisherTo(bus.exchange);
  const many = Array.from({ length: 300 }, (_none, index) => announcement(index, { name: 'call_log_user_created', userUuid: USER }));
  await publisher.publish([announcement(900), ...many, announcement(901, { name: 'call_log_deleted' })]);
  await bus.until(300);
  expect(bus.ids()).toEqual(many.map((_one, index) => index));
  const [{ properties, fields }] = bus.arrived as [ConsumeMessage];
  expect([properties.contentType, properties.deliveryMode, fields.routingKey]).toEqual([
    'application/json',
    2,
    `call_log.user.${USER}.created`,
  ]);
  expect(properties.headers).toMatchObject({ name: 'call_log_user_created', tenant_uuid: TENANT });
});

test('the exchange of Wazo’s bus is made as Wazo makes it', async () => {
  if (broker === null) return;
  const bus = await listening({ name: 'call_log_created', tenant_uuid: TENANT }, 'wazo-headers');
  await publisherTo('wazo-headers').publish([announcement(1)]);
  await bus.until(1);
  expect(bus.ids()).toEqual([1]);
});

test('while the broker is away nothing is lost: it is said, and published again when the broker is back', async () => {
  if (broker === null) return;
  const bus = await listening({ name: 'call_log_created' });
  const way = await brokerProxy();
  closing.push(() => way.close());
  const publisher = publisherTo(bus.exchange, { url: way.url, timeoutSeconds: 0.5 });
  await publisher.publish([announcement(1)]);
  way.cut();
  const refused = await publisher.publish([announcement(2)]).catch((error: unknown) => (error as Error).message);
  expect(refused).toMatch(/^The AMQP broker at 127\.0\.0\.1:\d+ takes nothing: /);
  expect(refused).not.toContain('guest');
  const back = publisher.whenBack?.();
  way.mend();
  await back;
  await publisher.publish([announcement(2), announcement(3)]);
  await bus.until(3);
  expect(bus.ids()).toEqual([1, 2, 3]);
});

test('an exchange of another kind is said', async () => {
  if (broker === null) return;
  const bus = await listening({ name: 'call_log_created' });
  const publisher = publisherTo(bus.exchange, { exchangeType: 'topic', timeoutSeconds: 0.5 });
  await expect(publisher.publish([announcement(1)])).rejects.toThrow('PRECONDITION_FAILED');
});

test('a broker that is not there is said in a sentence without credentials', async () => {
  const publisher = publisherTo('any', { url: 'amqp://bus:geheim@127.0.0.1:1', timeoutSeconds: 0.3 });
  await expect(publisher.publish([announcement(1)])).rejects.toThrow(
    /^The AMQP broker at 127\.0\.0\.1:1 takes nothing: connect ECONNREFUSED/,
  );
});

test('what is no URL of a broker is refused without showing it', () => {
  const open = () =>
    openAmqpPublisher({ url: 'http://bus:geheim@x', exchange: 'e', exchangeType: 'headers', originUuid: null, now: () => AT });
  expect(open).toThrow('The URL of the AMQP broker is not one such as amqp://user:password@host:5672/vhost.');
});
