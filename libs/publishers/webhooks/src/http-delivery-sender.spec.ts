import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { instant } from '@callstitch/domain';
import type { WebhookTarget } from './http-delivery-sender.js';
import { httpDeliverySender } from './http-delivery-sender.js';

const SECRET = 'a secret of the test';
const NOW = 1_767_600_000;
const DELIVERY = { id: '7-1.call_log_created', event: 'call_log_created', body: '{"data":{"source_name":"Élodie"}}' };

const servers: { close(): void; closeAllConnections(): void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine, and what it was sent. */
async function receiver(answer: RequestListener) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/calls` };
}

const sender = (url: string, changed: Partial<WebhookTarget> = {}) =>
  httpDeliverySender({ name: 'crm', url, secret: SECRET, timeoutSeconds: 5, now: () => instant(NOW * 1_000_000 + 999_999), ...changed });

/** As docs/webhooks.md shows it. */
function isGenuine(body: string, header: string, secret: string, now: number): boolean {
  const { t = '', v1 = '' } = Object.fromEntries(header.split(',').map((part) => part.split('=') as [string, string]));
  if (Math.abs(now - Number(t)) > 300) return false;
  const expected = createHmac('sha256', secret).update(`${t}.${body}`).digest();
  const given = Buffer.from(v1, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

test('a delivery says what it is, and its signature holds for its body, its time and its secret only', async () => {
  const { received, url } = await receiver((_request, response) => response.writeHead(204).end());
  expect(await sender(url).send(DELIVERY)).toBeNull();
  const [{ headers, body }] = received as [Received];
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'callstitch-event': 'call_log_created',
    'callstitch-delivery': '7-1.call_log_created',
  });
  expect(body).toBe(DELIVERY.body);
  const header = String(headers['callstitch-signature']);
  expect(isGenuine(body, header, SECRET, NOW + 10)).toBe(true);
  expect(isGenuine(`${body} `, header, SECRET, NOW + 10)).toBe(false);
  expect(isGenuine(body, header, 'another secret', NOW + 10)).toBe(false);
  expect(isGenuine(body, header.replace(String(NOW), String(NOW + 400)), SECRET, NOW + 400)).toBe(false);
  // Caught on its way and sent again later.
  expect(isGenuine(body, header, SECRET, NOW + 3_600)).toBe(false);
});

test.each([400, 404, 410, 429, 500, 503])('a %i is a refusal', async (status) => {
  const { url } = await receiver((_request, response) => response.writeHead(status).end('why, at length'));
  expect(await sender(url).send(DELIVERY)).toBe(`answered ${status}`);
});

test('redirects are not followed', async () => {
  const other = await receiver((_request, response) => response.writeHead(204).end());
  const { url } = await receiver((_request, response) => response.writeHead(307, { location: other.url }).end());
  expect(await sender(url).send(DELIVERY)).toBe('answered 307');
  expect(other.received).toEqual([]);
});

test('who gives no answer in time, or is not there, is said without the URL', async () => {
  const { url } = await receiver(() => undefined);
  expect(await sender(url, { timeoutSeconds: 0.1 }).send(DELIVERY)).toBe('gave no answer in 0.1 s');
  expect(await sender('http://127.0.0.1:1/geheim').send(DELIVERY)).toMatch(/^cannot be reached/);
});

test('an answer without an end is not read', async () => {
  const { url } = await receiver((_request, response) => {
    response.writeHead(200);
    response.write('x');
  });
  expect(await sender(url).send(DELIVERY)).toBeNull();
});

test.each(['file:///etc/passwd', 'ftp://x/y', 'crm', 'http://user:geheim@x/'])('%s is no webhook', (url) => {
  expect(() => sender(url)).toThrow('The URL of the webhook crm is not one such as https://crm.example.org/calls, without a password.');
});

test('a secret that is easily guessed is refused', () => {
  expect(() => sender('http://127.0.0.1:1', { secret: 'short' })).toThrow('The secret of the webhook crm is too short');
});
