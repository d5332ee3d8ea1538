import type { DeliveryBook, ParkedDelivery } from '../announce/webhooks/delivery-book.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const USER = '7a7a0001-0000-4000-8000-000000000001';

function parked(seq: string, subject: string, changed: Partial<ParkedDelivery> = {}): ParkedDelivery {
  const key = { seq, name: 'call_log_created', userUuid: null, subject, tenantUuid: TENANT } as const;
  return { ...key, tries: 1, since: momentOf(1), nextAt: momentOf(10), failure: 'answered 500', ...changed };
}

/** What holds wherever failed deliveries are kept. */
export function deliveryBookContract(subject: () => Promise<DeliveryBook>, { test, expect }: Runner): void {
  test('what is put aside is shown in the order of the feed, of that webhook only', async () => {
    const book = await subject();
    await book.park('crm', [parked('10-1', 'cdr 2'), parked('9-2', 'cdr 1', { name: 'call_log_user_created', userUuid: USER })]);
    await book.park('billing', [parked('1-1', 'cdr 1')]);
    const [first, second] = await book.failed('crm');
    const name = { name: 'call_log_user_created', userUuid: USER } as const;
    expect(first).toEqual({ ...parked('9-2', 'cdr 1', name), state: 'waiting', id: first?.id });
    expect(second?.seq).toEqual('10-1');
  });

  test('one that is there already stays as it is', async () => {
    const book = await subject();
    await book.park('crm', [parked('1-1', 'cdr 1')]);
    await book.park('crm', [
      parked('1-1', 'cdr 1', { tries: 7 }),
      parked('1-1', 'cdr 1', { userUuid: USER, name: 'call_log_user_created' }),
    ]);
    expect((await book.failed('crm')).map(({ tries }) => tries)).toEqual([1, 1]);
  });

  test('of each subject the first is due when its time has come, and what follows when it is gone or dead', async () => {
    const book = await subject();
    await book.park('crm', [
      parked('1-1', 'cdr 1', { nextAt: momentOf(20) }),
      parked('2-1', 'cdr 2', { since: momentOf(2) }),
      parked('3-1', 'cdr 1', { nextAt: momentOf(1) }),
      parked('4-1', 'cdr 2', { nextAt: momentOf(1) }),
    ]);
    const due = async (at: number, limit = 9) => (await book.due('crm', momentOf(at), limit)).map(({ seq }) => seq);
    expect([await due(9), await due(10), await due(20), await due(20, 1)]).toEqual([[], ['2-1'], ['1-1', '2-1'], ['1-1']]);
    const [one, two] = await book.due('crm', momentOf(20), 9);
    await book.remove(one?.id ?? 0);
    await book.change(two?.id ?? 0, { state: 'dead', tries: 9, nextAt: momentOf(20), failure: 'answered 400' });
    expect(await due(20)).toEqual(['3-1', '4-1']);
    expect((await book.failed('crm')).map(({ seq, state, tries, failure }) => [seq, state, tries, failure])).toEqual([
      ['2-1', 'dead', 9, 'answered 400'],
      ['3-1', 'waiting', 1, 'answered 500'],
      ['4-1', 'waiting', 1, 'answered 500'],
    ]);
  });

  test('a subject waits while something of it waits', async () => {
    const book = await subject();
    await book.park('crm', [parked('1-1', 'cdr 1')]);
    const waiting = async () => [...(await book.waitingSubjects('crm', ['cdr 1', 'cdr 2']))];
    expect([await waiting(), [...(await book.waitingSubjects('billing', ['cdr 1']))]]).toEqual([['cdr 1'], []]);
    const [one] = await book.failed('crm');
    await book.change(one?.id ?? 0, { state: 'dead', tries: 9, nextAt: momentOf(20), failure: null });
    expect(await waiting()).toEqual([]);
  });

  test('those of a line and of all behind it are removed', async () => {
    const book = await subject();
    await book.park('crm', [parked('9-1', 'cdr 1'), parked('9-2', 'cdr 2'), parked('10-1', 'cdr 3')]);
    await book.removeFrom('crm', '9-2');
    expect((await book.failed('crm')).map(({ seq }) => seq)).toEqual(['9-1']);
  });
}
