import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ALICE, BETA, BOB, toldCall, user } from '../testing/told-call.js';

const CALLS = [1, 2, 3].map((id) =>
  toldCall(id, { tags: [{ tag: id === 1 ? 'a' : 'b', tagger: 'test' }], participants: [user('source', id === 1 ? ALICE : BOB)] }),
);

let service: OpenedService;
beforeAll(async () => {
  service = await openService(CALLS);
}, 60_000);
afterAll(() => service.close());

/** By these four keys together the client of wazo-call-logd takes any answer for an error. */
const ERROR_KEYS = ['message', 'error_id', 'details', 'timestamp'];

const isError = (body: object): boolean => ERROR_KEYS.every((key) => key in body);

test.each([
  ['recorded=False', 3],
  ['recorded=True', 0],
  ['recurse=True', 3],
  ['recurse=False', 3],
  // A sequence arrives as a repeated parameter, of which the first counts.
  ['tags=a&tags=b', 1],
  [`user_uuid=${ALICE}&user_uuid=x`, 1],
  ['limit=2&limit=x', 3],
  ['tenant_uuids=x', 3],
])('what Python sends as %s is understood', async (query, filtered) => {
  const { status, body } = await service.ask(`/1.0/cdr?${query}`, { headers: { Connection: 'close' } });
  expect([status, body.filtered, isError(body)]).toEqual([200, filtered, false]);
});

test.each([
  '/1.0/cdr/1',
  '/1.0/retention',
  '/1.0/status',
  '/1.0/agents/statistics',
  '/1.0/queues/statistics',
  '/1.0/voicemails/transcriptions',
])('no client takes the success of %s for an error', async (path) => {
  const { status, body } = await service.ask(path);
  expect([status, isError(body)]).toEqual([200, false]);
});

test.each([
  ['GET', '/1.0/cdr/9', 404],
  ['GET', '/1.0/nothing', 404],
  ['PUT', '/1.0/cdr', 405],
  ['GET', '/1.0/cdr?limit=99999999999999999999', 400],
  ['PUT', '/1.0/retention', 400],
  ['GET', '/1.0/users/me/cdr', 400],
  ['GET', `/1.0/exports/${ALICE}/download`, 404],
  ['GET', '/1.0/agents/9/statistics', 404],
])('any client takes %s %s for the error that it is, also when it wants CSV', async (method, path, expected) => {
  const { status, body } = await service.ask(path, { method, headers: { Accept: 'text/csv; charset=utf-8' } });
  expect([status, isError(body)]).toEqual([expected, true]);
});

test('an export takes the tenant of its client as a parameter that says nothing', async () => {
  const { status, body } = await service.ask(`/1.0/cdr/recordings/media/export?tenant_uuid=${BETA}`, { method: 'POST', body: {} });
  expect([status, body.error_id]).toEqual([400, 'no-recording-to-export']);
});
