import type { Instant } from '@callstitch/domain';
import { aCall } from '../testing/a-call.js';
import { generateOptions } from '../testing/generate-options.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { deleteCallLogs, previewDeletion } from './delete-call-logs.js';
import { generateCallLogs } from './generate-call-logs.js';

const ALL = { kind: 'newest', count: Infinity } as const;

async function generated(...names: string[]): Promise<{ store: MemoryCelStore; book: MemoryCallLogBook }> {
  const [store, book] = [
    new MemoryCelStore(names.flatMap((name, index) => aCall(name, { firstId: 1 + 4 * index }))),
    new MemoryCallLogBook(),
  ];
  await generateCallLogs(ALL, generateOptions(store, book));
  return { store, book };
}

test('deleted calls are generated again under the same ids', async () => {
  const { store, book } = await generated('a', 'b', 'c');
  const before = (await book.all()).map(({ id, conversationId }) => [id, conversationId]);
  expect(await deleteCallLogs({ store, book, since: null, force: false })).toMatchObject({ callLogs: 3 });
  expect(await book.all()).toEqual([]);
  await generateCallLogs(ALL, generateOptions(store, book));
  expect((await book.all()).map(({ id, conversationId }) => [id, conversationId])).toEqual(before);
});

test('only the last ones are deleted: those that started at or after the instant', async () => {
  const { store, book } = await generated('a', 'b', 'c');
  const since = (await book.all()).find(({ conversationId }) => conversationId === 'b')?.startedAt as Instant;
  expect(await previewDeletion({ store, book, since })).toEqual({ callLogs: 2, beyondRecovery: [] });
  await deleteCallLogs({ store, book, since, force: false });
  expect((await book.all()).map(({ conversationId }) => conversationId)).toEqual(['a']);
});

test('nothing is deleted when the rows of one call are gone, unless forced', async () => {
  const { store, book } = await generated('a', 'b');
  await store.purge(({ linkedid }) => linkedid === 'a');
  await expect(deleteCallLogs({ store, book, since: null, force: false })).rejects.toMatchObject({
    code: 'CELS_GONE',
    message: expect.stringContaining('1 of 2 call logs') as string,
  });
  expect(await book.all()).toHaveLength(2);
  expect(await deleteCallLogs({ store, book, since: null, force: true })).toEqual({ callLogs: 2, beyondRecovery: ['a'], spared: 0 });
  expect(await book.all()).toEqual([]);
});

test('the feed says what was deleted', async () => {
  const { store, book } = await generated('a');
  await deleteCallLogs({ store, book, since: null, force: false });
  expect((await book.changes()).map(({ kind, callLogId }) => [kind, callLogId])).toEqual([
    ['created', 1],
    ['deleted', 1],
  ]);
});
