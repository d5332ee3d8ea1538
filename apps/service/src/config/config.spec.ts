import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { serviceSettings } from '../service-settings.js';
import { shownConfig } from './service-config.js';

let service: OpenedService;
beforeAll(async () => {
  service = await openService([]);
}, 60_000);
afterAll(() => service.close());

test('the configuration is for tokens of the master tenant, without secrets', async () => {
  const { status, body, text } = await service.ask('/1.0/config', { token: service.tokens.root });
  expect([status, body['debug'], typeof body['rest_api']]).toEqual([200, false, 'object']);
  expect([text.includes('secret'), body['directory_token']]).toEqual([false, '********']);
  const stranger = await service.ask('/1.0/config');
  expect([stranger.status, stranger.body.error_id]).toEqual([401, 'unauthorized']);
});

test('passwords of URLs are masked, in their query too', async () => {
  const shown = JSON.stringify(
    shownConfig(await serviceSettings({ DATABASE_URL: 'postgresql://me:pass1@db/x?password=pass2&sslmode=pass3' }), '1'),
  );
  expect(shown).toContain('postgresql://me:********@db/x');
  expect(shown).not.toMatch(/pass[123]/);
});

test('debug is switched by a patch, until the service ends', async () => {
  const patch = (body: unknown) => service.ask('/1.0/config', { token: service.tokens.root, method: 'PATCH', body });
  expect((await patch([{ op: 'replace', path: '/debug', value: true }])).body).toMatchObject({ debug: true });
  expect((await patch([])).body).toMatchObject({ debug: true });
  expect((await patch([{ op: 'replace', path: '/debug', value: false }])).body).toMatchObject({ debug: false });
});

test.each([
  [{}, { _schema: ['Invalid input type.'] }],
  [[{ op: 'add', path: '/x', value: true }], { 0: { op: ['Must be equal to replace.'], path: ['Must be equal to /debug.'] } }],
  [[{ op: 'replace', path: '/debug' }], { 0: { value: ['Not a valid boolean.'] } }],
])('the patch %j is refused', async (body, details) => {
  const answer = await service.ask('/1.0/config', { token: service.tokens.root, method: 'PATCH', body });
  expect([answer.status, answer.body.details]).toEqual([400, details]);
});

test('while the master tenant is not known, the configuration is not shown', async () => {
  const early = await openService([], { more: { masterTenant: () => Promise.resolve(null) } });
  const { status, body } = await early.ask('/1.0/config', { token: early.tokens.root });
  expect([status, body.error_id, body.message]).toEqual([503, 'not-initialized', 'wazo-call-logd is not initialized']);
  await early.close();
}, 60_000);
