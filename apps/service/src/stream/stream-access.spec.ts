import { Readable } from 'node:stream';
import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { followedStream } from '../testing/followed-stream.js';
import { ACME, ALICE, BETA, BOB, CAROL, toldCall, user } from '../testing/told-call.js';

const TAGS = [{ tag: 'sales', tagger: 'test' }];
const CALLS = [
  toldCall(1, { participants: [user('source', ALICE), user('destination', BOB)], tags: TAGS }),
  toldCall(2, { tenantUuid: BETA, participants: [user('source', CAROL)] }),
  toldCall(3, { participants: [user('source', BOB)] }),
];

let service: OpenedService;
const leaving: (() => void)[] = [];

beforeAll(async () => {
  service = await openService(CALLS, { more: { streamBeatSeconds: 0.2 } });
}, 60_000);
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
afterAll(() => service.close());

let firstId = 1;

/** A call of the master tenant that is told now. */
async function happens(): Promise<void> {
  const id = firstId;
  firstId += 5;
  const types = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];
  const rows = types.map((type, index) => `${id + index},${type},${1_767_600_000 + id + index},PJSIP/1001-${id},9.${id},9.${id},1001,1002`);
  const stdin = Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${rows.join('\n')}\n`]);
  await service.callstitch.importCels({ files: ['-'], stdin, timezone: 'UTC', newIds: false });
  await service.callstitch.generate({ kind: 'newest', count: Infinity });
}

async function following(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const followed = await followedStream(`${service.url}${path}`, { 'X-Auth-Token': token, ...headers });
  leaving.push(followed.leave);
  return followed;
}

test('a tenant hears its own calls only', async () => {
  const { acme, beta } = service.tokens;
  const own = await (await following('/1.0/cdr/stream?after=0-0', acme)).take(2);
  expect(own.map(({ data }) => [data['id'], data['tenant_uuid']])).toEqual([
    [1, ACME],
    [3, ACME],
  ]);
  expect((await (await following('/1.0/cdr/stream?after=0-0&recurse=true', beta)).take(1)).map(({ data }) => data['id'])).toEqual([2]);
});

test('a user hears calls in which the user took part, without tags', async () => {
  const mine = await following('/1.0/users/me/cdr/stream?after=0-0', service.tokens.alice);
  const [seen] = await mine.take(1);
  expect([seen?.data['id'], seen !== undefined && 'tags' in seen.data]).toEqual([1, false]);
  expect((await service.ask('/1.0/users/me/cdr/stream', { token: service.tokens.acme })).body.error_id).toBe(
    'token-with-user-uuid-required',
  );
});

test('an idle stream beats, and ends when its token is revoked', async () => {
  const { access } = service.callstitch;
  const token = await access.createToken({
    name: 'brief',
    acl: ['call-logd.cdr.stream.read'],
    tenant: ACME,
    userUuid: null,
    expiresInDays: null,
  });
  const followed = await following('/1.0/cdr/stream', token.secret);
  const ended = followed.next();
  await until(() => Promise.resolve(followed.beats() > 1));
  await access.revokeToken(token.token.id);
  expect(await ended).toBeNull();
  expect((await service.ask('/1.0/cdr/stream', { token: token.secret })).status).toBe(401);
});

test.each([
  ['/1.0/cdr/stream', 'call-logd.cdr.stream.read'],
  ['/1.0/users/me/cdr/stream', 'call-logd.users.me.cdr.stream.read'],
])('%s requires %s', async (path, required) => {
  const { status, body } = await service.ask(path, { token: service.tokens.limited });
  expect([status, body.details['required_access']]).toEqual([401, required]);
});

test('a place that never was is a 400', async () => {
  expect((await service.ask('/1.0/cdr/stream?after=there')).body.error_id).toBe('invalid-data');
  expect((await service.ask('/1.0/cdr/stream', { headers: { 'Last-Event-ID': 'x' } })).status).toBe(400);
});

test('a deletion is told with what is left to say', async () => {
  const { root } = service.tokens;
  await happens();
  const { body } = await service.ask('/1.0/changes', { token: root });
  const last = (body.items as readonly { readonly seq?: string }[]).at(-1)?.seq ?? '';
  const followed = await following(`/1.0/cdr/stream?after=${last}`, root);
  await service.callstitch.delete({ since: null, force: true });
  const [gone] = await followed.take(1);
  expect(gone).toMatchObject({ event: 'call_log_deleted', data: { merged_into: null, version: 1 } });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
