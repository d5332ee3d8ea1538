import type { AnnouncementBook } from '../announce/announcement-book.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';

/** Two books on the same positions, as two processes have them. */
export interface AnnouncementBookSubject {
  readonly book: AnnouncementBook;
  readonly other: AnnouncementBook;
  /** The place behind everything. */
  readonly end: () => Promise<string>;
}

/** What holds wherever positions are kept. */
export function announcementBookContract(subject: () => Promise<AnnouncementBookSubject>, { test, expect }: Runner): void {
  test('a publisher that was never heard of begins at the end of the feed, or where it is told to', async () => {
    const { book, end } = await subject();
    expect(await book.positions()).toEqual([]);
    const before = await end();
    expect(await book.alone('amqp', null, (session) => session.position())).toEqual(before);
    expect(await book.alone('webhook:crm', '3-2', (session) => session.position())).toEqual('3-2');
  });

  test('one that is known goes on where it was, wherever it is told to begin', async () => {
    const { book, other } = await subject();
    await book.alone('amqp', '3-2', (session) => session.move('3-2', '5-1'));
    expect(await other.alone('amqp', '9-9', (session) => session.position())).toEqual('5-1');
    expect(await other.alone('amqp', null, (session) => session.position())).toEqual('5-1');
  });

  test('one announces by a publisher at a time, in one process or in several; the next takes over', async () => {
    const { book, other } = await subject();
    const seen = await book.alone('amqp', '1-1', async () => [
      await book.alone('amqp', null, () => Promise.resolve('too')),
      await other.alone('amqp', null, () => Promise.resolve('too')),
      await other.alone('webhook:crm', '2-1', (session) => session.position()),
    ]);
    expect(seen).toEqual([null, null, '2-1']);
    expect(await other.alone('amqp', null, () => Promise.resolve('now'))).toEqual('now');
  });

  test('work that fails gives the right to announce back', async () => {
    const { book, other } = await subject();
    const failing = book.alone('amqp', '1-1', () => Promise.reject(new Error('broken')));
    expect(await failing.catch((error: unknown) => (error as Error).message)).toEqual('broken');
    expect(await other.alone('amqp', null, () => Promise.resolve('now'))).toEqual('now');
  });

  test('a position that somebody moved meanwhile is not moved again', async () => {
    const { book, other } = await subject();
    const moved = await book.alone('amqp', '7-1', async (session) => {
      expect(await other.put('amqp', '2-1')).toEqual(true);
      return [await session.move('7-1', '8-1'), await session.position(), await session.move('2-1', '3-1'), await session.position()];
    });
    expect(moved).toEqual([false, '2-1', true, '3-1']);
    expect(await book.put('unknown', '1-1')).toEqual(false);
  });

  test('a failure is shown until the position moves, or it is taken back', async () => {
    const { book, other } = await subject();
    await book.alone('amqp', '1-1', async (session) => {
      await session.note('no answer', momentOf(3));
      expect(await other.positions()).toEqual([{ publisher: 'amqp', position: '1-1', failure: 'no answer', failedAt: momentOf(3) }]);
      await session.note(null, momentOf(4));
      expect(await other.positions()).toEqual([{ publisher: 'amqp', position: '1-1', failure: null, failedAt: null }]);
      await session.note('again', momentOf(5));
      await session.move('1-1', '2-1');
    });
    expect(await other.positions()).toEqual([{ publisher: 'amqp', position: '2-1', failure: null, failedAt: null }]);
  });
}
