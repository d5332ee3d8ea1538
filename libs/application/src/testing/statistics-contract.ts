import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { StatisticsBook } from '../statistics/statistics-book.js';
import type { StatisticsChoice } from '../statistics/statistics-choice.js';
import type { StatisticsAsked } from '../statistics/tell-statistics.js';
import { tellAgents, tellQueues, tellWaits } from '../statistics/tell-statistics.js';
import type { Zone } from '../statistics/zone.js';
import { zoneOf } from '../statistics/zone.js';
import type { Runner } from './generation-contract.js';
import type { StatisticsRows } from './memory-statistics-book.js';

const ACME = '7e7e0001-0000-4000-8000-000000000001';
const BETA = '7e7e0001-0000-4000-8000-000000000002';
const at = (text: string): Instant => instant(Date.parse(text) * 1_000);
const UTC = zoneOf('UTC') as Zone;
const ALL: StatisticsChoice = { from: null, until: null, hours: null, weekDays: [1, 2, 3, 4, 5, 6, 7], zone: UTC };
const NO_SLICE = { ...{ total: 0, answered: 0, abandoned: 0, full: 0, closed: 0, joinempty: 0, leaveempty: 0 }, timeout: 0 };
const slice = (text: string, figures: object) => ({
  ...NO_SLICE,
  divertedByRatio: 0,
  divertedByWait: 0,
  queue: 1,
  at: at(text),
  ...figures,
});
const call = (text: string, status: string, wait: number, talk = 0, agent: number | null = null) => ({
  ...{ queue: 1, at: at(text), status, wait, talk },
  agent,
});
const time = (text: string, queue: number | null, login: number) => ({ agent: 1, at: at(text), queue, login, pause: 60, wrapup: 5 });

// 2020-11-01 is a Sunday, on which Montreal's clocks go back.
const ROWS: StatisticsRows = {
  agents: [
    { key: 1, id: 11, name: 'Agent/1001', tenantUuid: ACME, deleted: false },
    { key: 2, id: 12, name: 'Agent/1002', tenantUuid: ACME, deleted: true },
    { key: 3, id: 13, name: 'Agent/1003', tenantUuid: BETA, deleted: false },
    { key: 4, id: 14, name: 'Agent/1004', tenantUuid: ACME, deleted: false },
  ],
  queues: [
    { key: 1, id: 21, name: 'sales', tenantUuid: ACME, deleted: false },
    { key: 2, id: 22, name: 'gone', tenantUuid: ACME, deleted: true },
    { key: 3, id: 23, name: 'other', tenantUuid: BETA, deleted: false },
  ],
  agentSlices: [time('2020-11-01T05:00Z', null, 3_600), time('2020-11-01T06:00Z', 2, 1_200), time('2020-11-02T05:00Z', null, 600)],
  queueSlices: [
    slice('2020-11-01T05:00Z', { total: 8, answered: 3, abandoned: 1, full: 1, joinempty: 1, closed: 1, divertedByRatio: 1 }),
    slice('2020-11-02T14:00Z', { total: 3, answered: 1, leaveempty: 1, timeout: 1, divertedByWait: 2 }),
  ],
  calls: [
    call('2020-11-01T05:10Z', 'answered', 4, 30, 1),
    call('2020-11-01T05:20Z', 'answered', 10, 20, 1),
    call('2020-11-01T05:30Z', 'abandoned', 15),
    call('2020-11-02T14:10Z', 'answered', 31, 7, 4),
  ],
};

const asked = (choice: Partial<StatisticsChoice> = {}, rest: Partial<StatisticsAsked> = {}): StatisticsAsked => ({
  ...{ tenantUuids: [ACME], choice: { ...ALL, ...choice }, id: null, interval: null, now: at('2020-11-05T10:00Z') },
  ...rest,
});

/** What holds wherever figures of agents and queues are. */
export function statisticsContract(subject: (rows: StatisticsRows) => Promise<StatisticsBook>, { test, expect }: Runner): void {
  const linesOf = (told: Awaited<ReturnType<typeof tellAgents>> | Awaited<ReturnType<typeof tellQueues>>) =>
    told.kind === 'told' ? told.lines : [];

  test('agents are those of the tenants that are not deleted, with what they did beside and for queues', async () => {
    const lines = linesOf(await tellAgents(asked(), await subject(ROWS)));
    expect(lines.map(({ subject: { id }, from, until }) => [id, from, until])).toEqual([
      [11, at('2020-11-01T05:00Z'), at('2020-11-06T00:00Z')],
      [14, null, at('2020-11-06T00:00Z')],
    ]);
    expect(lines[0]?.figures).toEqual({
      ...{ loginSeconds: 4_200, pauseSeconds: 120, wrapupSeconds: 10, answered: 2, conversationSeconds: 50 },
      queues: [
        { queueId: 21, loginSeconds: 0, pauseSeconds: 0, wrapupSeconds: 0, answered: 2, conversationSeconds: 50 },
        { queueId: 22, loginSeconds: 1_200, pauseSeconds: 60, wrapupSeconds: 5, answered: 0, conversationSeconds: 0 },
      ],
    });
  });

  test('calls of an agent count where no times were written down', async () => {
    const [line] = linesOf(await tellAgents(asked({}, { id: 14 }), await subject(ROWS)));
    expect(line?.figures).toMatchObject({ loginSeconds: 0, answered: 1, conversationSeconds: 7 });
  });

  test('a queue’s figures are added up, with its rates and times', async () => {
    const book = await subject(ROWS);
    const [line] = linesOf(await tellQueues(asked(), 10, book));
    expect(line?.figures).toEqual({
      ...{ received: 11, answered: 4, abandoned: 1, closed: 1, notAnswered: 1, saturated: 4, blocked: 2 },
      // 60 seconds of 7; 4 of 9; 2 of 4
      ...{ averageWaitingSeconds: 8, answeredRate: 44.44, qualityOfService: 50 },
    });
    const [without] = linesOf(await tellQueues(asked({ from: at('2020-12-01T00:00Z') }), null, book));
    expect(without?.figures).toMatchObject({ received: 0, averageWaitingSeconds: null, answeredRate: null, qualityOfService: null });
  });

  test('an interval holds what happened in it, and the last line all of it, hidden intervals too', async () => {
    const zone = zoneOf('America/Montreal') as Zone;
    const choice = { from: at('2020-11-01T04:00Z'), until: at('2020-11-03T05:00Z'), zone };
    const book = await subject(ROWS);
    const days = linesOf(await tellQueues(asked(choice, { id: 21, interval: 'day' }), null, book));
    expect(days.map(({ from, figures }) => [from, 'received' in figures ? figures.received : null])).toEqual([
      [at('2020-11-01T04:00Z'), 8],
      [at('2020-11-02T05:00Z'), 3],
      [at('2020-11-01T04:00Z'), 11],
    ]);
    const hours = linesOf(await tellQueues(asked({ ...choice, hours: { first: 8, last: 9 } }, { id: 21, interval: 'hour' }), null, book));
    // At 9 o'clock in Montreal: its hour ends at 10, which is not wanted, so that it is counted and not shown.
    expect(hours.map(({ figures }) => ('received' in figures ? figures.received : null))).toEqual([0, 0, 3]);
  });

  test('only figures of the wanted days and hours count, as the zone’s clock shows them', async () => {
    const book = await subject(ROWS);
    const received = async (choice: Partial<StatisticsChoice>) => {
      const [line] = linesOf(await tellQueues(asked(choice), null, book));
      return line !== undefined && 'received' in line.figures ? line.figures.received : null;
    };
    expect(await received({ weekDays: [7] })).toEqual(8);
    expect(await received({ weekDays: [1, 6] })).toEqual(3);
    expect(await received({ hours: { first: 5, last: 6 } })).toEqual(8);
    expect(await received({ hours: { first: 1, last: 1 }, zone: zoneOf('America/Montreal') as Zone })).toEqual(8);
    expect(await received({ hours: { first: 19, last: 19 }, weekDays: [1], zone: zoneOf('Asia/Kolkata') as Zone })).toEqual(3);
    expect(await received({ until: at('2020-11-02T14:00Z') })).toEqual(8);
  });

  test('calls are told apart by how long they waited', async () => {
    const book = await subject(ROWS);
    const classes = async (thresholds: readonly number[]) => {
      const told = await tellWaits({ ...asked(), id: 21 }, thresholds, book);
      return told.kind === 'told'
        ? told.lines[0]?.figures.map(({ min, max, answered, abandoned }) => [min, max, answered, abandoned])
        : told.kind;
    };
    expect(await classes([])).toEqual([[0, null, 3, 1]]);
    expect(await classes([0, 10, 30])).toEqual([
      [0, 0, 0, 0],
      [0, 10, 1, 0],
      [10, 30, 1, 1],
      [30, null, 1, 0],
    ]);
  });

  test('hours, week days and intervals go together: what is shown, and what all of it adds up', async () => {
    const clock = (...times: readonly string[]) => times.map((text) => time(`2020-10-${text}:00Z`, null, 3_600));
    const shown = async (slices: StatisticsRows['agentSlices'], choice: Partial<StatisticsChoice>, interval: 'hour' | 'day') => {
      const told = await tellAgents(asked(choice, { id: 11, interval }), await subject({ ...ROWS, agentSlices: slices, calls: [] }));
      return linesOf(told).map(({ figures }) => ('loginSeconds' in figures ? figures.loginSeconds / 3_600 : null));
    };
    const day = { from: at('2020-10-06T00:00Z'), until: at('2020-10-07T00:00Z') };
    const office = { first: 8, last: 17 };
    // From 8 to 17: nine hours, and all of them; the one at 7 is out, and that at 17 is counted without a line.
    const hours = await shown(clock('06T07:00', '06T13:00', '06T16:00', '06T17:00'), { ...day, hours: office }, 'hour');
    expect(hours).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1, 3]);
    // 2020-10-06 is a Tuesday.
    const days = { from: day.from, until: at('2020-10-10T00:00Z') };
    const spread = clock('06T07:00', '07T13:00', '08T18:00', '09T18:00');
    expect(await shown(spread, { ...days, weekDays: [3, 4] }, 'day')).toEqual([1, 1, 2]);
    expect(await shown(spread, { ...days, hours: office }, 'day')).toEqual([0, 1, 0, 0, 1]);
    const midnight = { from: at('2020-10-06T23:00Z'), until: at('2020-10-07T01:00Z') };
    for (const weekDays of [[2], [3]])
      expect(await shown(clock('06T23:00', '07T00:00'), { ...midnight, weekDays }, 'hour')).toEqual([1, 1]);
  });

  test('an id that is deleted, of another tenant or nobody’s is unknown; too long a time by hours is too large', async () => {
    const book = await subject(ROWS);
    for (const id of [12, 13, 99, 9_007_199_254_740_991]) expect((await tellAgents(asked({}, { id }), book)).kind).toEqual('unknown');
    for (const id of [22, 23]) {
      expect((await tellQueues(asked({}, { id }), null, book)).kind).toEqual('unknown');
      expect((await tellWaits({ ...asked(), id }, [], book)).kind).toEqual('unknown');
    }
    const choice = { from: at('2020-10-01T00:00Z'), until: at('2020-11-01T00:00Z') };
    expect((await tellQueues(asked(choice, { id: 21, interval: 'hour' }), null, book)).kind).toEqual('told');
    const longer = { ...choice, until: at('2020-11-01T00:01Z') };
    expect(await tellQueues(asked(longer, { id: 21, interval: 'hour' }), null, book)).toEqual({
      kind: 'too-large',
      because: 'hours-of-over-a-month',
    });
    const years = { from: at('2000-01-01T00:00Z') };
    expect(await tellQueues(asked(years, { id: 21, interval: 'day' }), null, book)).toEqual({ kind: 'too-large', because: 'intervals' });
  });
}
