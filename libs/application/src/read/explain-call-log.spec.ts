import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { generateCallLogs } from '../generate/generate-call-logs.js';
import { aCall, aCel } from '../testing/a-call.js';
import { generateOptions } from '../testing/generate-options.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCallLogs } from '../testing/memory-call-logs.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { plainDialect } from '../testing/plain-dialect.js';
import { explainCallLog } from './explain-call-log.js';

/** Call `a` and call `b`, joined when `chained` by a row of channel `a` under the linkedid of `b`. */
async function generated({ chained }: { readonly chained: boolean }) {
  const [a, b] = ['a', 'b'].map((name, index) => aCall(name, { firstId: 1 + 4 * index }));
  const joint = aCel({ id: 9, eventType: 'BRIDGE_ENTER', uniqueid: 'a' as Uniqueid, linkedid: 'b' as Linkedid });
  const store = new MemoryCelStore([...(a ?? []), ...(b ?? []), ...(chained ? [joint] : [])]);
  const book = new MemoryCallLogBook();
  await generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book));
  return { store, callLogs: new MemoryCallLogs(book) };
}

test('a call log is told again from the rows of its conversation and of no other', async () => {
  const { store, callLogs } = await generated({ chained: false });
  const { callLogs: all } = await callLogs.find({}, { limit: 10, after: null });
  expect(all).toHaveLength(2);
  for (const { id, conversationId } of all) {
    const explained = await explainCallLog({
      id: id as number,
      callLogs,
      store,
      narrator: { dialect: plainDialect, directory: null, tagger: null },
    });
    expect(explained.callLog.id).toBe(id);
    expect(explained.conversation.id).toBe(conversationId);
    expect(explained.conversation.cels.map(({ linkedid }) => linkedid)).toEqual(Array(4).fill(conversationId));
    expect(isRefusal(explained.told)).toBe(false);
  }
});

test('a conversation of several linkedids is told from all its rows', async () => {
  const { store, callLogs } = await generated({ chained: true });
  const { conversation } = await explainCallLog({
    id: 1,
    callLogs,
    store,
    narrator: { dialect: plainDialect, directory: null, tagger: null },
  });
  expect(conversation.cels).toHaveLength(9);
});

test('rows without a linkedid are found by their channel', async () => {
  const { store, callLogs } = await generated({ chained: false });
  await store.put([aCel({ id: 9, uniqueid: 'a2' as Uniqueid, linkedid: 'a' as Linkedid })]);
  await store.put([aCel({ id: 10, eventType: 'HANGUP', uniqueid: 'a2' as Uniqueid, linkedid: '' as Linkedid })]);
  const { conversation } = await explainCallLog({
    id: 1,
    callLogs,
    store,
    narrator: { dialect: plainDialect, directory: null, tagger: null },
  });
  expect(conversation.cels.map(({ id }) => id)).toEqual([1, 2, 3, 4, 9, 10]);
});

test('a call that cannot be told any more is explained by the reason', async () => {
  const { store, callLogs } = await generated({ chained: false });
  const dialect = { name: 'mute', tell: () => ({ reason: 'has nothing to say' }) };
  expect((await explainCallLog({ id: 1, callLogs, store, narrator: { dialect, directory: null, tagger: null } })).told).toEqual({
    reason: 'has nothing to say',
    waiting: false,
  });
});

test('an id that no call log has is said, with where ids are found', async () => {
  const { store, callLogs } = await generated({ chained: false });
  await expect(
    explainCallLog({ id: 812, callLogs, store, narrator: { dialect: plainDialect, directory: null, tagger: null } }),
  ).rejects.toMatchObject({
    code: 'CALL_LOG_NOT_FOUND',
    message: 'There is no call log 812; callstitch list shows those that there are.',
  });
});

test('a call log whose rows were purged cannot be explained, and that is said', async () => {
  const { store, callLogs } = await generated({ chained: false });
  await store.purge(({ linkedid }) => linkedid === 'a');
  await expect(
    explainCallLog({ id: 1, callLogs, store, narrator: { dialect: plainDialect, directory: null, tagger: null } }),
  ).rejects.toMatchObject({
    code: 'CELS_GONE',
    message: expect.stringContaining('its CELs are gone') as string,
  });
});
