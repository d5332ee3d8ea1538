import { Client } from 'pg';
import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ACME, BETA } from '../testing/told-call.js';

let service: OpenedService;
beforeAll(async () => {
  service = await openService([]);
  const client = new Client(service.databaseUrl);
  await client.connect();
  // The columns that are read; all tables but these are another tool's own business.
  await client.query(`
    create type call_exit_type as enum ('answered', 'abandoned');
    create table stat_agent (id serial primary key, name varchar, tenant_uuid varchar(36), agent_id int, deleted bool default false);
    create table stat_queue (id serial primary key, name varchar, tenant_uuid varchar(36), queue_id int, deleted bool default false);
    create table stat_agent_periodic (id serial primary key, time timestamptz, login_time interval, pause_time interval, wrapup_time interval,
      stat_agent_id int, stat_queue_id int);
    create table stat_queue_periodic (id serial primary key, time timestamptz, answered int default 0, abandoned int default 0, total int default 0,
      "full" int default 0, closed int default 0, joinempty int default 0, leaveempty int default 0, divert_ca_ratio int default 0,
      divert_waittime int default 0, timeout int default 0, stat_queue_id int);
    create table stat_call_on_queue (id serial primary key, callid varchar, time timestamptz, ringtime int, talktime int, waittime int,
      status call_exit_type, stat_queue_id int, stat_agent_id int);
    insert into stat_agent (name, tenant_uuid, agent_id) values ('Agent/1001', '${ACME}', 11), ('Agent/1002', '${BETA}', 12);
    insert into stat_queue (name, tenant_uuid, queue_id) values ('sales', '${ACME}', 21), ('support', '${BETA}', 22);
    insert into stat_agent_periodic (time, login_time, pause_time, wrapup_time, stat_agent_id) values
      ('2020-11-01T05:00Z', '1 hour', '5 minutes', '1 second', 1);
    insert into stat_queue_periodic (time, total, answered, abandoned, stat_queue_id) values ('2020-11-01T05:00Z', 3, 2, 1, 1);
    insert into stat_call_on_queue (callid, time, talktime, waittime, status, stat_queue_id, stat_agent_id) values
      ('1', '2020-11-01T05:10Z', 30, 4, 'answered', 1, 1), ('2', '2020-11-01T05:20Z', 10, 20, 'answered', 1, 1),
      ('3', '2020-11-01T05:20Z', 0, 12, 'abandoned', 1, null)`);
  await client.end();
}, 60_000);
afterAll(() => service.close());

const DAY = 'from=2020-11-01T00:00:00&until=2020-11-02T00:00:00&timezone=America/Montreal';
const WHEN = { from: '2020-11-01T00:00:00-04:00', until: '2020-11-02T00:00:00-05:00', tenant_uuid: ACME };
const TIMES = { answered: 2, conversation_time: 40, login_time: 3_600, pause_time: 300, wrapup_time: 1 };

test('what an agent did is shown by the reference’s names, times in the zone that was asked for', async () => {
  const { body } = await service.ask(`/1.0/agents/statistics?${DAY}`);
  const queues = [{ queue_id: 21, answered: 2, conversation_time: 40, login_time: 0, pause_time: 0, wrapup_time: 0 }];
  expect(body).toEqual({ items: [{ ...WHEN, agent_id: 11, agent_number: '1001', ...TIMES, queues }], total: 1 });
  expect((await service.ask(`/1.0/agents/11/statistics?${DAY}`)).body).toEqual(body);
});

test('what happened in a queue is shown by the reference’s names', async () => {
  const { body } = await service.ask(`/1.0/queues/21/statistics?${DAY}&qos_threshold=4`);
  const counts = { received: 3, answered: 2, abandoned: 1, closed: 0, not_answered: 0, saturated: 0, blocked: 0 };
  const rates = { average_waiting_time: 12, answered_rate: 66.67, quality_of_service: 50 };
  expect(body).toEqual({ items: [{ ...WHEN, queue_id: 21, queue_name: 'sales', ...counts, ...rates }], total: 1 });
  expect((await service.ask(`/1.0/queues/statistics?${DAY}&qos_threshold=4`)).body).toEqual(body);
});

test('waits are told by sorted thresholds', async () => {
  const { body } = await service.ask(`/1.0/queues/21/statistics/qos?${DAY}&qos_thresholds=15,10,15`);
  const classes = [
    { min: 0, max: 10, answered: 1, abandoned: 0 },
    { min: 10, max: 15, answered: 0, abandoned: 1 },
    { min: 15, max: null, answered: 1, abandoned: 0 },
  ];
  expect(body).toEqual({ items: [{ ...WHEN, queue_id: 21, queue_name: 'sales', quality_of_service: classes }], total: 1 });
});

test('a day of 25 hours has an item for each of them, and one for the day', async () => {
  const { body } = await service.ask(`/1.0/queues/21/statistics?${DAY}&interval=hour`);
  expect([body.total, body.items.filter((item) => item['received'] === 3).map((item) => item['from'])]).toEqual([
    26,
    ['2020-11-01T01:00:00-04:00', '2020-11-01T00:00:00-04:00'],
  ]);
});

test('without a bound the oldest figures begin, and a naive bound is in the zone', async () => {
  const [item] = (await service.ask('/1.0/queues/statistics?until=2020-11-02T00:00:00%2B00:00')).body.items;
  expect([item?.['from'], item?.['until']]).toEqual(['2020-11-01T05:00:00+00:00', '2020-11-02T00:00:00+00:00']);
  const later = await service.ask('/1.0/queues/21/statistics?from=2020-11-01T01:30:00&timezone=America/Montreal');
  expect(later.body.items[0]).toMatchObject({ from: '2020-11-01T01:30:00-04:00', received: 0 });
});

test('the master tenant sees the figures of all, another tenant its own', async () => {
  expect((await service.ask('/1.0/agents/statistics', { token: service.tokens.root })).body.total).toBe(2);
  const { beta } = service.tokens;
  const { status, body } = await service.ask('/1.0/queues/21/statistics', { token: beta });
  expect([status, body.error_id, body.details]).toEqual([404, 'queue-not-found-with-given-id', { queue_id: 21 }]);
  const agent = await service.ask('/1.0/agents/11/statistics', { token: beta });
  expect([agent.status, agent.body.error_id, agent.body.details]).toEqual([404, 'agent-not-found-with-given-id', { agent_id: 11 }]);
  expect((await service.ask('/1.0/agents/x/statistics')).body.error_id).toBe('not-found');
});

const LIST = '/1.0/queues/statistics';
const ONE = '/1.0/queues/21/statistics';
test.each([
  [LIST, 'from=2020-11-01', { from: expect.objectContaining({ constraint_id: 'type' }) as object }],
  [LIST, 'from=2020-11-02T00:00&until=2020-11-01T00:00', { until: 'Field must be greater than from' }],
  [LIST, 'day_start_time=23:00&day_end_time=08:00', { day_start_time: 'Field must be lower than day_end_time' }],
  [LIST, 'day_start_time=,8:00', { day_start_time: [expect.objectContaining({ constraint_id: 'regex' }) as object] }],
  [LIST, 'day_end_time=24:00', { day_end_time: [expect.objectContaining({ constraint_id: 'regex' }) as object] }],
  [LIST, 'week_days=1,8', { week_days: [expect.objectContaining({ constraint_id: 'enum' }) as object] }],
  [LIST, 'week_days=', { week_days: expect.objectContaining({ constraint_id: 'type' }) as object }],
  [LIST, 'timezone=Mars/Base', { timezone: [expect.objectContaining({ constraint_id: 'enum' }) as object] }],
  [LIST, 'qos_threshold=-1', { qos_threshold: [expect.objectContaining({ constraint_id: 'range' }) as object] }],
  [ONE, 'interval=week', { interval: [expect.objectContaining({ constraint_id: 'enum' }) as object] }],
  [`${ONE}/qos`, 'qos_thresholds=1,-1', { qos_thresholds: { 1: expect.objectContaining({ constraint_id: 'range' }) as object } }],
])('%s?%s is a 400 that says why', async (path, query, details) => {
  const { status, body } = await service.ask(`${path}?${query}`);
  expect([status, body.error_id, body.details]).toEqual([400, 'invalid-data', details]);
});

test('more than a month by hours is a 400 with a text', async () => {
  const range = 'from=2020-10-01T00:00&until=2020-11-02T00:00&interval=hour';
  const { status, body } = await service.ask(`${ONE}?${range}`);
  const expected = [400, 'date-range-too-large-for-interval', 'Maximum of 1 month for interval by hour'];
  expect([status, body.error_id, body.details]).toEqual(expected);
  expect((await service.ask(`/1.0/queues/99/statistics?${range}`)).status).toBe(404);
  expect((await service.ask(`${LIST}?${range}`)).status).toBe(200);
});
