import { MemoryDeliveryBook } from '../../testing/memory-delivery-book.js';
import { announceSubject } from '../../testing/announce-subject.js';
import { announceChanges } from '../announce-changes.js';
import type { Delivery } from './delivery.js';
import { DEFAULT_RETRIES } from './next-try.js';
import type { Webhook } from './webhook.js';
import { WebhookPublisher } from './webhook-publisher.js';

const CRM: Webhook = { name: 'crm', events: null, tenantUuids: null, directions: null, tags: null, userUuids: null };

/** A webhook whose receiver answers as it is told, and what it was sent. */
function subject() {
  const { feed, book, told, happen, clock } = announceSubject();
  const deliveries = new MemoryDeliveryBook();
  const sent: string[] = [];
  const answers = new Map<string, string>();
  let answersAll: string | null = null;
  const sender = {
    send({ id, event, body }: Delivery) {
      const call = String((JSON.parse(body) as { data: { id: number } }).data.id);
      const failure = answersAll ?? answers.get(call) ?? null;
      sent.push(`${event.slice('call_log_'.length)} ${call}${failure === null ? '' : ` ${failure}`}`);
      expect(id).toContain(event);
      return Promise.resolve(failure);
    },
  };
  const publisher = new WebhookPublisher({
    webhook: CRM,
    sender,
    book: deliveries,
    feed,
    retries: DEFAULT_RETRIES,
    now: clock.now,
    ...told,
  });
  const announce = () =>
    book.alone(publisher.name, '0-0', (session) => announceChanges({ publisher, feed, session, now: clock.now, ...told }));
  return {
    ...{ happen, clock, answers, announce },
    answerAll: (failure: string | null) => void (answersAll = failure),
    taken: () => sent.splice(0),
    failed: async () => (await deliveries.failed('crm')).map(({ subject: about, state, tries }) => `${about} ${state} ${tries}`),
  };
}

test('a call that is refused does not hold up others, and what follows about it waits behind it', async () => {
  const { happen, clock, answers, announce, taken, failed } = subject();
  answers.set('1', '500');
  happen('created', 1);
  happen('created', 2);
  happen('updated', 1);
  await announce();
  expect(taken().sort()).toEqual(['created 1 500', 'created 2']);
  happen('deleted', 1);
  await announce();
  expect([taken(), await failed()]).toEqual([[], ['cdr 1 waiting 1', 'cdr 1 waiting 0', 'cdr 1 waiting 0']]);
  answers.clear();
  clock.pass(5);
  await announce();
  // The call is gone by now: what was created and updated is nothing to tell any more.
  expect([taken(), await failed()]).toEqual([['deleted 1'], []]);
});

test('what waits comes in order when the receiver takes it again', async () => {
  const { happen, clock, answers, announce, taken } = subject();
  answers.set('1', '500');
  happen('created', 1);
  happen('updated', 1);
  await announce();
  clock.pass(4);
  await announce();
  answers.clear();
  expect(taken()).toEqual(['created 1 500']);
  clock.pass(1);
  await announce();
  expect(taken()).toEqual(['created 1', 'updated 1']);
});

test('a delivery that fails for a day is dead, and what waited behind it goes on', async () => {
  const { happen, clock, answers, announce, taken, failed } = subject();
  answers.set('1', '400');
  happen('created', 1);
  await announce();
  for (const delay of DEFAULT_RETRIES.delaysSeconds) {
    clock.pass(delay);
    await announce();
  }
  expect([taken().length, await failed()]).toEqual([1 + DEFAULT_RETRIES.delaysSeconds.length, ['cdr 1 dead 10']]);
  answers.clear();
  happen('updated', 1);
  await announce();
  expect(taken()).toEqual(['updated 1']);
});

test('while the receiver takes nothing at all, the feed waits and few deliveries are put aside', async () => {
  const { happen, clock, answerAll, announce, taken, failed } = subject();
  answerAll('away');
  for (let id = 1; id <= 20; id++) happen('created', id);
  expect(await announce()).toEqual({ kind: 'failed', reason: 'away' });
  expect((await failed()).length).toBeLessThan(5);
  expect(await announce()).toEqual({ kind: 'failed', reason: 'away' });
  expect((await failed()).length).toBeLessThan(5);
  answerAll(null);
  taken();
  clock.pass(5);
  expect(await announce()).toMatchObject({ kind: 'announced' });
  const calls = new Set(taken());
  expect(calls.size).toBe(20);
  expect(await failed()).toEqual([]);
});
