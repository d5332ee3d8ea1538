import { BROKER_URL, brokerOfSpec } from '@callstitch/amqp/testing';
import type { BusEvent, TakeBusEvent } from '@callstitch/application';
import { lifetimeOnTest } from '@callstitch/application/testing';
import { amqpEvents } from './amqp-events.js';

const DELETED = 'user_voicemail_message_deleted';

const broker = brokerOfSpec({ beforeAll, beforeEach, afterEach, afterAll });

/** Something that grows, and who waits for it. */
function growing<Item>() {
  const items: Item[] = [];
  let grown = (): void => undefined;
  return {
    items,
    add(item: Item): void {
      items.push(item);
      grown();
    },
    async until(count: number): Promise<readonly Item[]> {
      while (items.length < count) await new Promise<void>((resolve) => (grown = resolve));
      return items;
    },
  };
}

function listening(answer: TakeBusEvent = () => Promise.resolve(), url = BROKER_URL) {
  const { lifetime, end: stop } = lifetimeOnTest();
  const [heard, troubles] = [growing<BusEvent>(), growing<string>()];
  const events = amqpEvents({ url, exchange: broker.exchange, queue: broker.queue });
  const ended = events.listen(
    (event) => {
      heard.add(event);
      return answer(event);
    },
    { ...lifetime, onTrouble: (message) => troubles.add(message) },
  );
  const end = (): Promise<void> => {
    stop();
    return ended;
  };
  broker.onEnd(end);
  return { heard, troubles, events, end };
}

async function connected({ events }: ReturnType<typeof listening>): Promise<void> {
  while (!events.isConnected()) await new Promise((resolve) => setTimeout(resolve, 10));
}

function tell(id: string, name: string | null = DELETED, content = JSON.stringify({ name: DELETED, data: { message_id: id } })): void {
  broker.channel.publish(broker.exchange, 'ignored', Buffer.from(content), {
    headers: { ...(name === null ? {} : { name }) },
    persistent: true,
  });
}

const left = async (): Promise<number> => (await broker.channel.checkQueue(broker.queue)).messageCount;

test('events come one after the other and in order, those of other names do not come, and each is acknowledged', async () => {
  if (broker.isAway) return;
  let atWork = 0;
  const on = listening(async () => {
    expect(++atWork).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    atWork--;
  });
  await connected(on);
  tell('x', 'call_created');
  for (let id = 1; id <= 20; id++) tell(String(id));
  tell('', 'auth_tenant_deleted', 'not JSON');
  const heard = await on.heard.until(21);
  expect(heard.slice(0, 20)).toEqual(
    Array.from({ length: 20 }, (_, index) => ({ name: DELETED, data: { message_id: String(index + 1) } })),
  );
  expect(heard[20]).toEqual({ name: 'auth_tenant_deleted', data: undefined });
  await on.end();
  expect([await left(), on.troubles.items, on.events.isConnected()]).toEqual([0, [], false]);
});

test('events wait while nobody listens; what is not done before the stop comes again, on another node too', async () => {
  if (broker.isAway) return;
  const first = listening((event) =>
    (event.data as { message_id: string }).message_id === '2' ? Promise.reject(new Error('stopped')) : Promise.resolve(),
  );
  await connected(first);
  tell('1');
  await first.heard.until(1);
  const standby = listening();
  await connected(standby);
  await first.end();
  tell('2');
  expect(await standby.heard.until(1)).toMatchObject([{ data: { message_id: '2' } }]);
  await standby.end();
  tell('3');
  const third = listening();
  expect(await third.heard.until(1)).toMatchObject([{ data: { message_id: '3' } }]);
});

test('an event whose work is refused at the stop is on the queue again', async () => {
  if (broker.isAway) return;
  let refuse = (): void => undefined;
  const on = listening(() => new Promise((_resolve, reject) => (refuse = () => reject(new Error('stopped')))));
  await connected(on);
  tell('1');
  await on.heard.until(1);
  const ended = on.end();
  refuse();
  await ended;
  expect(await left()).toBe(1);
});

test('a broker that is away is said once, without who enters it, and is not connected', async () => {
  const on = listening(undefined, 'amqp://someone:secret@127.0.0.1:1');
  const [said = ''] = await on.troubles.until(1);
  expect(said).toMatch(/^The AMQP broker at 127\.0\.0\.1:1 tells nothing: /);
  expect([said.includes('secret'), on.events.isConnected()]).toEqual([false, false]);
});
