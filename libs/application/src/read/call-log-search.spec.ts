import type { CallLog } from '@callstitch/domain';
import { callLogSearchContract } from '../testing/call-log-search-contract.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCallLogSearch } from '../testing/memory-call-log-search.js';
import { SEARCHED_TENANTS, searchedCalls } from '../testing/searched-calls.js';

/** A book that was told these calls, which get ids from 1. */
async function bookOf(calls: readonly CallLog[]): Promise<MemoryCallLogBook> {
  const book = new MemoryCallLogBook();
  const outcomes = calls.map((callLog) => ({
    state: 'told' as const,
    extent: {
      conversationId: callLog.conversationId,
      linkedids: callLog.linkedids,
      celCount: 1,
      firstCelId: 1,
      lastCelId: 1,
      lastEventAt: callLog.endedAt,
    },
    callLog,
  }));
  await book.write({ source: 'test', read: [], outcomes, teller: 'test' }, null);
  return book;
}

const searchOf = async (calls: readonly CallLog[]): Promise<MemoryCallLogSearch> =>
  new MemoryCallLogSearch(await bookOf(calls), SEARCHED_TENANTS[0]);

callLogSearchContract(() => searchOf(searchedCalls()), { test, expect });

const idsOf = async (filter: object): Promise<readonly (number | null)[]> => {
  const search = await searchOf(searchedCalls());
  const found = await search.find(
    { tenantUuids: [...SEARCHED_TENANTS], ...filter },
    { order: 'id', descending: false, offset: 0, limit: null },
  );
  return found.map(({ id }) => id);
};

test('a person counted some of them', async () => {
  expect(await idsOf({ statuses: ['blocked'] })).toEqual([5, 12, 19, 26, 33, 40, 47]);
  expect(await idsOf({ recorded: true })).toEqual([10, 20, 25, 35]);
  expect(await idsOf({ conversationId: '1767600000.8' })).toEqual([8]);
});
