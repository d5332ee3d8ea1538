import { momentOf } from '@callstitch/application/testing';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const webhooks = (callstitch: MemoryCallstitch, ...args: string[]) => run(['webhooks', ...args], { openCallstitch: callstitch.open });

async function withCrm(): Promise<MemoryCallstitch> {
  const callstitch = await threeCalls();
  const { book, deliveries } = callstitch.announcements;
  await book.alone('webhook:crm', '7-1', (session) => session.position());
  const key = { seq: '5-1', name: 'call_log_created', userUuid: null, subject: 'cdr 812', tenantUuid: TENANT } as const;
  await deliveries.park('crm', [{ ...key, tries: 2, since: momentOf(0), nextAt: momentOf(60), failure: 'its receiver answered 500' }]);
  return callstitch;
}

test('webhooks are shown with how far they are and what waits', async () => {
  const { code, out } = await webhooks(await withCrm(), 'list');
  expect(code).toBe(0);
  expect(out.lines.map((line) => line.split(/ {2,}/).slice(0, 5))).toEqual([
    ['WEBHOOK', 'ANNOUNCED UP TO', 'BEHIND', 'WAITING', 'DEAD'],
    ['crm', '7-1', '0', '1', '0'],
  ]);
  const json = JSON.parse((await webhooks(await withCrm(), 'list', '--json')).out.text) as unknown;
  expect(json).toMatchObject([{ webhook: 'crm', position: '7-1', waiting: 1, dead: 0, failedAt: null }]);
});

test('what a receiver did not take is shown with why', async () => {
  const callstitch = await withCrm();
  expect((await webhooks(callstitch, 'failed', 'crm')).out.text).toMatch(/5-1 +call_log_created +cdr 812 +waiting +2 .*answered 500/);
  expect(JSON.parse((await webhooks(callstitch, 'failed', 'crm', '--json')).out.text)).toMatchObject([{ seq: '5-1', tries: 2 }]);
});

test('a replay begins before a line and forgets what waited behind it', async () => {
  const callstitch = await withCrm();
  expect((await webhooks(callstitch, 'replay', 'crm', '--from', '5-1')).code).toBe(0);
  expect((await webhooks(callstitch, 'failed', 'crm')).out.text).toBe('Nothing waits, and nothing was given up, for crm.\n');
  expect((await webhooks(callstitch, 'list')).out.text).toMatch(/crm +5-0/);
});

test.each([
  [['failed', 'nobody'], 2],
  [['replay', 'nobody', '--from', '1-1'], 2],
  [['replay', 'crm', '--from', 'there'], 2],
  [['replay', 'crm'], 2],
])('%j is refused in a sentence', async (args, code) => {
  const ran = await webhooks(await withCrm(), ...args);
  expect([ran.code, ran.out.text]).toEqual([code, '']);
  expect(ran.err.text).toMatch(/\.\n$/);
});

test('where nobody is told, that is said', async () => {
  expect((await webhooks(await threeCalls(), 'list')).out.text).toMatch(/^No webhook was ever announced to/);
});
