import { BROKER_URL, brokerOfSpec, brokerProxy } from '@callstitch/amqp/testing';
import type { CelArrival } from '@callstitch/application';
import { HeardArrivals } from '@callstitch/application/testing';
import { amqpArrivals } from './amqp-arrivals.js';

const broker = brokerOfSpec({ beforeAll, beforeEach, afterEach, afterAll });

function listening(url = BROKER_URL, answer?: (arrival: CelArrival) => Promise<void>): HeardArrivals {
  const heard = new HeardArrivals(amqpArrivals({ url, exchange: broker.exchange, queue: broker.queue }), answer);
  broker.onEnd(() => heard.end());
  return heard;
}

function tell(
  eventName: string,
  linkedid: string,
  content = JSON.stringify({ name: 'CEL', data: { EventName: eventName, LinkedID: linkedid } }),
) {
  broker.channel.publish(broker.exchange, '', Buffer.from(content), { headers: { name: 'CEL' }, persistent: true });
}

/** Messages that nobody has acknowledged, once the consumers are gone. */
async function left(): Promise<number> {
  return (await broker.channel.checkQueue(broker.queue)).messageCount;
}

test('ends of calls are told of, rows of running calls are not, and all are acknowledged', async () => {
  if (broker.isAway) return;
  const heard = listening();
  expect(await heard.nextArrival()).toBeNull();
  for (const eventName of ['CHAN_START', 'ANSWER', 'LINKEDID_END']) tell(eventName, 'a');
  tell('CHAN_END', 'b');
  tell('LINKEDID_END', 'c');
  expect([await heard.nextArrival(), await heard.nextArrival()]).toEqual([['a'], ['c']]);
  await heard.end();
  expect([await left(), heard.troubles]).toEqual([0, []]);
});

test('messages wait in the queue while nobody listens', async () => {
  if (broker.isAway) return;
  const first = listening();
  await first.nextArrival();
  await first.end();
  tell('LINKEDID_END', 'a');
  const second = listening();
  expect(await second.nextArrival()).toBeNull();
  expect(await second.nextArrival()).toEqual(['a']);
});

test('what is not worked off before the stop is delivered again', async () => {
  if (broker.isAway) return;
  let refuse = (_error: Error): void => undefined;
  const never = new Promise<void>((_resolve, reject) => (refuse = reject));
  const first = listening(BROKER_URL, ({ linkedids }) => (linkedids?.[0] === 'b' ? never : Promise.resolve()));
  await first.nextArrival();
  tell('LINKEDID_END', 'a');
  tell('LINKEDID_END', 'b');
  expect([await first.nextArrival(), await first.nextArrival()]).toEqual([['a'], ['b']]);
  const ended = first.end();
  refuse(new Error('stopped'));
  await ended;
  expect(await left()).toBe(1);
  const second = listening();
  expect(await second.nextArrival()).toBeNull();
  expect(await second.nextArrival()).toEqual(['b']);
});

test('messages that say nothing of a CEL are acknowledged, and the first is said', async () => {
  if (broker.isAway) return;
  const heard = listening();
  await heard.nextArrival();
  tell('', '', 'not JSON');
  tell('', '');
  tell('LINKEDID_END', 'a');
  expect(await heard.nextArrival()).toEqual(['a']);
  await heard.end();
  expect(heard.troubles).toEqual(['A message says nothing of a CEL (EventName and LinkedID in data); skipped.']);
  expect(await left()).toBe(0);
});

test('a connection that breaks is said once and made again; what was not acknowledged comes again', async () => {
  if (broker.isAway) return;
  const way = await brokerProxy();
  broker.onEnd(() => way.close());
  const held: (() => void)[] = [];
  let isHolding = true;
  const heard = listening(way.url, ({ linkedids }) =>
    linkedids !== null && isHolding ? new Promise<void>((resolve) => held.push(resolve)) : Promise.resolve(),
  );
  expect(await heard.nextArrival()).toBeNull();
  tell('LINKEDID_END', 'a');
  expect(await heard.nextArrival()).toEqual(['a']);
  way.cut();
  const [trouble] = await heard.untilTroubles(1);
  expect(trouble).toMatch(/^The AMQP broker at 127\.0\.0\.1:\d+ tells nothing: /);
  expect(trouble).not.toContain('guest');
  isHolding = false;
  for (const done of held) done();
  tell('LINKEDID_END', 'b');
  way.mend();
  expect(await heard.nextArrival()).toBeNull();
  expect([await heard.nextArrival(), await heard.nextArrival()]).toEqual([['a'], ['b']]);
  await heard.end();
  expect([await left(), heard.troubles.length]).toEqual([0, 1]);
});

test('a queue and an exchange that are deleted are made again', async () => {
  if (broker.isAway) return;
  const heard = listening();
  await heard.nextArrival();
  await broker.channel.deleteExchange(broker.exchange);
  await broker.channel.deleteQueue(broker.queue);
  expect(await heard.untilTroubles(1)).toEqual([expect.stringMatching(` tells nothing: the queue ${broker.queue} was deleted$`)]);
  expect(await heard.nextArrival()).toBeNull();
  tell('LINKEDID_END', 'a');
  expect(await heard.nextArrival()).toEqual(['a']);
});

test('a broker that is not there is said in a sentence without credentials', async () => {
  const heard = listening('amqp://bus:geheim@127.0.0.1:1');
  expect(await heard.untilTroubles(1)).toEqual([
    expect.stringMatching(/^The AMQP broker at 127\.0\.0\.1:1 tells nothing: connect ECONNREFUSED/),
  ]);
  await heard.end();
});
