import type { StreamedService } from '../testing/streamed-service.js';
import { openStreamedService } from '../testing/streamed-service.js';
import { ACME } from '../testing/told-call.js';

let service: StreamedService;
beforeAll(async () => {
  service = await openStreamedService();
}, 60_000);
afterEach(() => service.leaveAll());
afterAll(() => service.close());

test('a tenant hears its own calls only', async () => {
  const { acme, beta } = service.tokens;
  const own = await (await service.following('/1.0/cdr/stream?after=0-0', acme)).take(2);
  expect(own.map(({ data }) => [data['id'], data['tenant_uuid']])).toEqual([
    [1, ACME],
    [3, ACME],
  ]);
  expect((await (await service.following('/1.0/cdr/stream?after=0-0&recurse=true', beta)).take(1)).map(({ data }) => data['id'])).toEqual([
    2,
  ]);
});

test('a user hears calls in which the user took part, without tags', async () => {
  const mine = await service.following('/1.0/users/me/cdr/stream?after=0-0', service.tokens.alice);
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
  const followed = await service.following('/1.0/cdr/stream', token.secret);
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
  await service.happens();
  const { body } = await service.ask('/1.0/changes', { token: root });
  const last = (body.items as readonly { readonly seq?: string }[]).at(-1)?.seq ?? '';
  const followed = await service.following(`/1.0/cdr/stream?after=${last}`, root);
  await service.callstitch.delete({ since: null, force: true });
  const [gone] = await followed.take(1);
  expect(gone).toMatchObject({ event: 'call_log_deleted', data: { merged_into: null, version: 1 } });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
