import { parametersOf } from '../parameters/parameter.decorator.js';
import { AgentQuery, AgentsQuery, QueueQuery, WaitsQuery } from '../statistics/statistics-query.js';
import { TranscriptionsQuery } from '../transcriptions/transcriptions.controller.js';
import { CdrQuery } from '../cdr/cdr-query.js';
import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { CAROL, toldCall } from '../testing/told-call.js';

let service: OpenedService;
beforeAll(async () => {
  service = await openService([toldCall(1), toldCall(2)]);
}, 60_000);
afterAll(() => service.close());

/** What people, machines and those who mean harm put into parameters. */
const ODD = [
  '',
  ' ',
  '%00',
  '%FF%FE',
  "'",
  "';select pg_sleep(9)--",
  '%25%25%25_%5C',
  '-1',
  '0',
  '1e400',
  '99999999999999999999',
  '9007199254740993',
  'NaN',
  'null',
  'true',
  '2026-01-05T10:00:00',
  '0000-01-01T00:00',
  '9999-12-31T23:59:59.999999%2B14:00',
  '..%2F..%2Fetc%2Fpasswd',
  '%F0%9F%A6%89',
  '1-2',
  '9999999999999999-9999999999999999',
  'a'.repeat(3_000),
  ',,,',
  '__',
  '_1_',
  '[]',
  '%7B%7D',
];

const INSIDE = /\/(root|home|work|tmp|usr|var)\/|node_modules|\.ts:|\.js:|syntax error|relation "|column "|postgres|pg_|stack/i;

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const OTHERS = [
  [TranscriptionsQuery, '/1.0/voicemails/transcriptions'],
  [AgentsQuery, '/1.0/agents/statistics'],
  [AgentQuery, '/1.0/agents/1/statistics'],
  [QueueQuery, '/1.0/queues/1/statistics'],
  [WaitsQuery, '/1.0/queues/1/statistics/qos'],
] as const;

test.each(OTHERS.flatMap(([Class, path]) => [...parametersOf(Class.prototype).values()].map(({ name }) => [path, name] as const)))(
  '%s: no value of %s is a failure of ours, or shows the inside',
  async (path, name) => {
    for (const value of ODD) {
      const { status, text } = await service.ask(`${path}?${name}=${value}&interval=hour`);
      const said = [value, decoded(value), JSON.stringify(decoded(value)).slice(1, -1)].reduce(
        (left, own) => (own === '' ? left : left.replaceAll(own, '')),
        text,
      );
      expect([name, value, status < 500, INSIDE.test(said)]).toEqual([name, value, true, false]);
    }
  },
);

const names = [...parametersOf(CdrQuery.prototype).values()].map(({ name }) => name);

test.each([...names, 'after', 'tenant', 'token', 'unknown'])('no value of %s is a failure of ours, or shows the inside', async (name) => {
  const paths = ['/1.0/cdr', '/1.0/users/me/cdr', `/1.0/users/${CAROL}/cdr`, '/1.0/changes'];
  for (const value of ODD) {
    for (const path of paths.slice(0, name === 'cursor' || name === 'after' ? 4 : 1)) {
      const { status, text } = await service.ask(`${path}?${name}=${value}`, { token: service.tokens.alice });
      // What was sent may be quoted back.
      const said = [value, decoded(value), JSON.stringify(decoded(value)).slice(1, -1)].reduce(
        (left, own) => (own === '' ? left : left.replaceAll(own, '')),
        text,
      );
      expect([name, value, status < 500, INSIDE.test(said)]).toEqual([name, value, true, false]);
    }
  }
});

test('no combination of parameters is a failure of ours', async () => {
  let seed = 20261124;
  const dice = (sides: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * sides);
  };
  const good: Readonly<Record<string, readonly string[]>> = {
    order: ['start', 'duration', 'source_user_uuid', 'destination_details', 'requested_user_uuid'],
    direction: ['asc', 'desc'],
    search: ['a', 'ab', 'alice', '_', '%25'],
    number: ['1', '_1', '1_', '_1_', '%2B1_', '*1'],
    limit: ['0', '1', '1000', '5000'],
    offset: ['0', '3', '100000'],
    cursor: ['', '1-1'],
    recorded: ['true', 'false'],
    distinct: ['peer_exten'],
    count: ['none', 'estimate', 'exact'],
    call_status: ['answered', 'blocked,voicemail'],
    tags: ['a', 'a,b'],
    user_uuid: [CAROL],
    format: ['csv', 'json'],
    from: ['2026-01-01T00:00'],
    duration_min: ['1'],
    hangup_cause: ['16'],
    destination_kind: ['user,queue'],
  };
  const keys = Object.keys(good);
  for (let round = 0; round < 300; round++) {
    const chosen = keys.filter(() => dice(4) === 0);
    const query = chosen.map((key) => `${key}=${good[key]?.[dice(good[key].length)] ?? ''}`).join('&');
    const { status, text } = await service.ask(`/1.0/cdr?${query}`);
    expect([query, status, INSIDE.test(text)]).toEqual([query, expect.any(Number), false]);
    expect([query, status < 500]).toEqual([query, true]);
  }
});

test.each([
  '/1.0/cdr/%00',
  '/1.0/cdr/-1',
  '/1.0/cdr/1.5',
  '/1.0/cdr/99999999999999999999',
  '/1.0/users/x/cdr',
  '/1.0/users/%00/cdr',
  '/1.0/cdr/1e3',
])('GET %s is not found', async (path) => {
  expect((await service.ask(path)).status).toBe(404);
});
