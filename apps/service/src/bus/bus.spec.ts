import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, ChannelModel } from 'amqplib';
import { connect } from 'amqplib';
import type { AnswerBody, OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ACME, BETA, toldCall } from '../testing/told-call.js';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
const URL_OF_TEST = process.env['CALLSTITCH_TEST_AMQP_URL'] ?? 'amqp://guest:guest@localhost:5672';
const EXCHANGE = `callstitch-${randomUUID()}`;
const QUEUE = `callstitch-${randomUUID()}`;
/** A tenant that nobody has made. Who sees it is remembered for seconds, so the list may not show it at once. */
const NEWCOMER = '7e7e0001-0000-4000-8000-000000000099';
const TRANSCRIPTIONS = '/1.0/voicemails/transcriptions?order=message_id';

type Message = Readonly<Record<string, unknown>> & { readonly data: AnswerBody };

let broker: ChannelModel | null = null;
let channel: Channel;
let here: OpenedService;
let url: string;
let recordings: string;
const closing: (() => unknown)[] = [];
/** What was announced, with the headers. */
const announced: { readonly headers: object; readonly body: Message }[] = [];
let grown = (): void => undefined;

beforeAll(async () => {
  broker = await connect(URL_OF_TEST).catch(() => null);
  if (broker === null) {
    console.warn('No RabbitMQ answers: what only it can show is not tested.');
    return;
  }
  channel = await broker.createChannel();
  await channel.assertExchange(EXCHANGE, 'headers', { durable: true });
  const { queue } = await channel.assertQueue('', { exclusive: true });
  for (const kind of ['created', 'deleted']) {
    await channel.bindQueue(queue, EXCHANGE, '', { 'x-match': 'all', name: `call_logd_voicemail_transcription_${kind}` });
  }
  await channel.consume(queue, (message) => {
    if (message === null) return;
    announced.push({ headers: message.properties.headers as object, body: JSON.parse(message.content.toString()) as Message });
    grown();
  });
  recordings = mkdtempSync(join(tmpdir(), 'recordings-'));
  closing.push(() => rmSync(recordings, { recursive: true }));
  here = await openService([recorded(1, ACME), recorded(2, BETA)], { recordings: [recordings] });
  url = await started();
}, 60_000);

afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  if (broker === null) return;
  await here.close();
  for (const queue of [QUEUE, `${QUEUE}.events`]) await channel.deleteQueue(queue);
  await channel.deleteExchange(EXCHANGE);
  await broker.close();
}, 30_000);

/** A call with a recording, whose file is there. */
function recorded(id: number, tenantUuid: string) {
  const call = toldCall(id, { tenantUuid });
  const path = join(recordings, `${id}.wav`);
  writeFileSync(path, 'sound');
  return { ...call, recordings: [{ uuid: randomUUID(), startedAt: call.startedAt, endedAt: call.endedAt, path }] };
}

/** The service as a process of its own, which hears that exchange and announces there. */
async function started(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'service-data-'));
  const config = join(data, 'callstitch.yml');
  writeFileSync(config, `sources: { amqp: { exchange: ${EXCHANGE}, queue: ${QUEUE} } }\nannounce: { amqp: { exchange: ${EXCHANGE} } }\n`);
  const environment = { DATABASE_URL: here.databaseUrl, CALLSTITCH_DATA: data, CALLSTITCH_CONFIG: config, CALLSTITCH_AMQP: URL_OF_TEST };
  const files = { CALLSTITCH_RECORDINGS: recordings };
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], CALLSTITCH_LISTEN: '127.0.0.1:0', ...environment, ...files },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  closing.push(async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true });
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!said.includes('listens on') && child.exitCode === null) await Promise.race([once(child.stderr, 'data'), ended]);
  return /listens on (\S+)\/1\.0/.exec(said)?.[1] ?? said;
}

async function ask(path: string): Promise<AnswerBody> {
  return (await (await fetch(`${url}${path}`, { headers: { 'X-Auth-Token': here.tokens.root } })).json()) as AnswerBody;
}

/** Asks until the answer is as it should be. */
async function until(path: string, isRight: (body: AnswerBody) => boolean): Promise<AnswerBody> {
  for (;;) {
    const body = await ask(path);
    if (isRight(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** As Wazo does: headers, and a body of the headers and the data. */
function tell(name: string, data: object, tenantUuid = ACME): void {
  const headers = {
    name,
    tenant_uuid: tenantUuid,
    required_access: `event.${name}`,
    origin_uuid: 'x',
    timestamp: '2026-01-05T11:02:14.120031',
  };
  const content = Buffer.from(JSON.stringify({ ...headers, data }));
  channel.publish(EXCHANGE, `some.${name}`, content, { headers, persistent: true, contentType: 'application/json' });
}

const completed = (messageId: string, tenantUuid = ACME, more: object = {}): void =>
  tell(
    'voicemail_transcription_completed',
    { message_id: messageId, tenant_uuid: tenantUuid, transcription_text: 'Call me', ...more },
    tenantUuid,
  );

async function untilAnnounced(count: number): Promise<readonly (readonly [name: unknown, messageId: unknown])[]> {
  while (announced.length < count) await new Promise<void>((resolve) => (grown = resolve));
  return announced.map(({ body }) => [body['name'], body.data['message_id']]);
}

test('the status says that the bus is heard', async () => {
  if (broker === null) return;
  const body = await until('/1.0/status', ({ bus_consumer }) => (bus_consumer as { status: string }).status === 'ok');
  expect(body).toMatchObject({ bus_consumer: { status: 'ok', state: 'connected' }, service_token: { status: 'ok' } });
}, 30_000);

test('a transcription that Wazo tells of is shown, replaced and deleted, and each is announced to its tenant', async () => {
  if (broker === null) return;
  completed('one', ACME, { voicemail_id: 3, provider_id: 'whisper', language: 'francais-canadien', duration: 12.5, extra: true });
  const shown = await until(TRANSCRIPTIONS, ({ total }) => total === 1);
  expect(shown.items).toMatchObject([
    { message_id: 'one', tenant_uuid: ACME, voicemail_id: 3, language: 'francais-canadien', duration: 12.5 },
  ]);
  tell('voicemail_transcription_completed', { message_id: 'broken' });
  completed('one', BETA);
  completed('one', ACME, { transcription_text: 'Never mind' });
  tell('global_voicemail_message_deleted', { message_id: 'nobody knows it' });
  completed('two', NEWCOMER);
  tell('user_voicemail_message_deleted', { message_id: 'one' });
  const [created, deleted] = ['created', 'deleted'].map((kind) => `call_logd_voicemail_transcription_${kind}`);
  expect(await untilAnnounced(4)).toEqual([
    [created, 'one'],
    [created, 'one'],
    [created, 'two'],
    [deleted, 'one'],
  ]);
  expect(announced[3]).toMatchObject({
    headers: {
      ...{ name: deleted, tenant_uuid: ACME, 'user_uuid:*': true, required_access: `event.${deleted ?? ''}` },
      required_acl: 'events.call_logd.voicemail_transcription.deleted',
    },
    body: { name: deleted, data: { message_id: 'one', transcription_text: 'Never mind', created_at: shown.items[0]?.['created_at'] } },
  });
  expect((await ask(TRANSCRIPTIONS)).items.filter((item) => item['tenant_uuid'] !== NEWCOMER)).toEqual([]);
  const page = await here.callstitch.transcriptions.find(
    { tenantUuids: [NEWCOMER] },
    { order: 'createdAt', descending: true, offset: 0, limit: 9 },
  );
  expect(page.items.map(({ messageId }) => messageId)).toEqual(['two']);
  expect(await ask('/1.0/status')).toMatchObject({ bus_consumer: { status: 'ok', malformed: 1, refused: 1 } });
}, 30_000);

test('a tenant that Wazo deleted goes with all that is kept of it, and others keep theirs', async () => {
  if (broker === null) return;
  completed('three', BETA);
  completed('four', ACME);
  await until(TRANSCRIPTIONS, ({ items }) => items.some((item) => item['message_id'] === 'four'));
  tell('auth_tenant_deleted', { uuid: BETA });
  const { items } = await until('/1.0/cdr?recurse=true', ({ total }) => total === 1);
  expect(items.map(({ id }) => id)).toEqual([1]);
  const left = await until(TRANSCRIPTIONS, (body) => !body.items.some((item) => item['message_id'] === 'three'));
  expect(left.items.filter((item) => item['tenant_uuid'] === ACME).map((item) => item['message_id'])).toEqual(['four']);
  await until('/1.0/status', ({ bus_consumer }) => (bus_consumer as { done: number }).done >= 6);
  expect([1, 2].map((id) => existsSync(join(recordings, `${id}.wav`)))).toEqual([true, false]);
  expect((await here.callstitch.access.tenants()).map(({ name }) => name)).toEqual(['acme', 'master']);
  expect((await here.ask('/1.0/cdr', { token: here.tokens.beta })).status).toBe(401);
}, 30_000);
