import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ACME, ALICE, BETA, CAROL, toldCall, user } from '../testing/told-call.js';

const RECORDING = '4ec04d00-0000-4000-8000-000000000001';

const CALLS = [
  toldCall(1, { participants: [user('source', ALICE)] }),
  toldCall(2, { tenantUuid: BETA, participants: [user('source', CAROL)] }),
];

let service: OpenedService;
beforeAll(async () => {
  service = await openService(CALLS);
}, 60_000);
afterAll(() => service.close());

/** Every route that wants a token, with the access that it wants. */
const ROUTES = [
  ['GET', '/1.0/cdr', 'call-logd.cdr.read'],
  ['GET', '/1.0/cdr/2', 'call-logd.cdr.2.read'],
  ['GET', '/1.0/cdr/2/journey', 'call-logd.cdr.2.journey.read'],
  ['GET', `/1.0/users/${CAROL}/cdr`, `call-logd.users.${CAROL}.cdr.read`],
  ['GET', '/1.0/users/me/cdr', 'call-logd.users.me.cdr.read'],
  ['GET', '/1.0/changes', 'call-logd.changes.read'],
  ['GET', `/1.0/cdr/2/recordings/${RECORDING}/media`, `call-logd.cdr.2.recordings.${RECORDING}.media.read`],
  ['DELETE', `/1.0/cdr/2/recordings/${RECORDING}/media`, `call-logd.cdr.2.recordings.${RECORDING}.media.delete`],
  ['GET', `/1.0/users/me/cdr/2/recordings/${RECORDING}/media`, `call-logd.users.me.cdr.2.recordings.${RECORDING}.media.read`],
  ['DELETE', '/1.0/cdr/recordings/media', 'call-logd.cdr.recordings.media.delete'],
  ['POST', '/1.0/cdr/recordings/media/export', 'call-logd.cdr.recordings.media.export.create'],
  ['GET', `/1.0/exports/${RECORDING}`, `call-logd.exports.${RECORDING}.read`],
  ['GET', `/1.0/exports/${RECORDING}/download`, `call-logd.exports.${RECORDING}.download.read`],
  ['GET', '/1.0/retention', 'call-logd.retention.read'],
  ['PUT', '/1.0/retention', 'call-logd.retention.update'],
  ['GET', '/1.0/config', 'call_logd.config.read'],
  ['PATCH', '/1.0/config', 'call_logd.config.update'],
  ['GET', '/1.0/status', 'call-logd.status.read'],
  ['GET', '/1.0/jobs', 'call-logd.jobs.read'],
  ['POST', '/1.0/jobs/generation/run', 'call-logd.jobs.generation.run.create'],
  ['GET', '/1.0/voicemails/transcriptions', 'call-logd.voicemails.transcriptions.read'],
  ['GET', '/1.0/agents/statistics', 'call-logd.agents.statistics.read'],
  ['GET', '/1.0/agents/5/statistics', 'call-logd.agents.5.statistics.read'],
  ['GET', '/1.0/queues/statistics', 'call-logd.queues.statistics.read'],
  ['GET', '/1.0/queues/5/statistics', 'call-logd.queues.5.statistics.read'],
  ['GET', '/1.0/queues/5/statistics/qos', 'call-logd.queues.5.statistics.qos.read'],
] as const;

test.each(ROUTES)('%s %s without a token, or with one that nobody gave out, is a 401', async (method, path, access) => {
  for (const token of [null, '00000000-0000-4000-8000-000000000000']) {
    const { status, body } = await service.ask(path, { method, token });
    expect([status, body.error_id, body.message]).toEqual([401, 'unauthorized', 'Unauthorized']);
    expect(body.details).toEqual({ invalid_token: token, reason: 'not_found_or_expired', required_access: access, tenant_uuid: null });
  }
});

test.each(ROUTES.filter(([, path]) => path !== '/1.0/status'))(
  '%s %s with a token that lacks the access is a 401',
  async (method, path) => {
    const { status, body } = await service.ask(path, { method, token: service.tokens.limited });
    expect([status, body.details['reason']]).toEqual([401, 'missing_permission_or_invalid_tenant']);
  },
);

test.each(ROUTES)('%s %s for a tenant that is not the token’s is a 401', async (method, path) => {
  const { status, body } = await service.ask(path, { method, headers: { 'Wazo-Tenant': BETA } });
  expect([status, body.details['reason'], body.details['tenant_uuid']]).toEqual([401, 'missing_permission_or_invalid_tenant', BETA]);
});

test('a tenant that is no uuid is nobody’s', async () => {
  expect((await service.ask('/1.0/cdr', { headers: { 'Wazo-Tenant': "x'; drop table call_log" } })).status).toBe(401);
});

test('token and tenant may stand in the query of a listing, and there alone', async () => {
  const { root } = service.tokens;
  expect((await service.ask(`/1.0/cdr?token=${root}&tenant=${BETA}`, { token: null })).body).toMatchObject({ filtered: 1 });
  const { status, body } = await service.ask(`/1.0/cdr?tenant=${BETA}`);
  expect([status, body.error_id, body.details]).toEqual([401, 'unauthorized-tenant', { tenant_uuid: BETA }]);
  expect((await service.ask(`/1.0/retention?token=${root}`, { token: null })).status).toBe(401);
});

test('a stranger finds nothing of another tenant by any filter', async () => {
  const strange = [
    '',
    'recurse=true',
    'search=alice',
    `user_uuid=${CAROL}`,
    'from_id=2',
    'conversation_id=2.1',
    'number=1001',
    'limit=0',
    'cursor=',
    'format=csv',
    'distinct=peer_exten',
  ];
  for (const query of strange) {
    for (const path of ['/1.0/cdr', `/1.0/users/${CAROL}/cdr`]) {
      const { status, text } = await service.ask(`${path}?${query}`);
      expect([query, status, text.includes(BETA), text.includes('2.1')]).toEqual([query, 200, false, false]);
    }
  }
  expect((await service.ask('/1.0/changes?recurse=true')).text).not.toContain(BETA);
});

test('retention is set for the tenant that the request is for', async () => {
  const { tokens } = service;
  const body = { cdr_days: 30, recording_days: 10, tenant_uuid: BETA, default_cdr_days: 1 };
  expect((await service.ask('/1.0/retention', { method: 'PUT', body })).status).toBe(204);
  expect((await service.ask('/1.0/retention')).body).toEqual({
    tenant_uuid: ACME,
    cdr_days: 30,
    export_days: null,
    recording_days: 10,
    default_cdr_days: 365,
    default_export_days: 2,
    default_recording_days: 365,
  });
  expect((await service.ask('/1.0/retention', { token: tokens.beta })).body).toMatchObject({ cdr_days: null, recording_days: null });
  expect((await service.ask('/1.0/retention', { method: 'PUT', body: {} })).status).toBe(204);
  expect((await service.ask('/1.0/retention')).body).toMatchObject({ cdr_days: null, recording_days: null });
});

test.each([
  ['{bad', ['{}']],
  ['', ['{}']],
  [[1], ['_schema']],
  [{ cdr_days: -1 }, ['cdr_days']],
  [{ cdr_days: 2_147_483_648 }, ['cdr_days']],
  [{ export_days: 'x' }, ['export_days']],
  [{ cdr_days: 1, recording_days: 2 }, ['recording_days']],
])('PUT /retention %j is a 400', async (body, keys) => {
  const answer = await service.ask('/1.0/retention', { method: 'PUT', body });
  const details = Object.keys(answer.body.details);
  expect([answer.status, answer.body.error_id, details.length === 0 ? ['{}'] : details]).toEqual([400, 'invalid-data', keys]);
});

test('health, readiness and the documentation are open, all else is not there', async () => {
  for (const path of ['/health', '/ready', '/1.0/openapi.json', '/1.0/api/api.yml', '/1.0/docs', '/metrics']) {
    expect([path, (await service.ask(path, { token: null })).status]).toEqual([path, 200]);
  }
  for (const path of ['/', '/1.0', '/1.0/', '/1.0/cdr/', '/1.0/users', '/../../etc/passwd']) {
    const { status, body } = await service.ask(path);
    expect([path, status, body.error_id]).toEqual([path, 404, 'not-found']);
  }
});

test('a known path with another method is a 405 that says which there are', async () => {
  const { status, headers, body } = await service.ask('/1.0/cdr', { method: 'DELETE' });
  expect([status, headers.get('allow'), body.error_id]).toEqual([405, 'GET, HEAD', 'method-not-allowed']);
});

test('metrics are not for who comes through a proxy', async () => {
  expect((await service.ask('/metrics', { headers: { 'X-Forwarded-For': '1.2.3.4' } })).status).toBe(404);
});

test('the status says what works, by the reference’s names', async () => {
  const { body } = await service.ask('/1.0/status', { token: service.tokens.limited });
  expect(body).toEqual({
    bus_consumer: { status: 'fail', state: 'off' },
    service_token: { status: 'ok' },
    task_queue: { status: 'fail' },
    database: { status: 'ok' },
    jobs: { status: 'ok', failed: [] },
    live: { status: 'ok', state: 'off' },
  });
});
