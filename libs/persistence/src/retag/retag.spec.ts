import { aCall, generateOptions, retagContract } from '@callstitch/application/testing';
import { generateCallLogs } from '@callstitch/application';
import { PostgresCallLogs } from '../call-logs/postgres-call-logs.js';
import { generationSubject } from '../testing/generation-subject.js';
import { PostgresRetagBook } from './postgres-retag-book.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((subject) => subject.close()));
});

const ALL = { kind: 'newest', count: Infinity } as const;

async function subjectOf(names: readonly string[]) {
  const { store, book, pool, close } = await generationSubject(names.flatMap((name, index) => aCall(name, { firstId: 1 + 10 * index })));
  opened.push({ close });
  const generate = async (): Promise<void> => {
    await generateCallLogs(ALL, generateOptions(store, book));
  };
  await generate();
  const retagBook = new PostgresRetagBook(pool);
  return {
    source: store.source,
    book: retagBook,
    callLogs: new PostgresCallLogs(pool),
    changes: () => book.changes(),
    generate,
    store,
    tellers: book,
  };
}

describe('on PostgreSQL', () => {
  retagContract(subjectOf, { test, expect });
});

test('a call that is generated again with the tags that it was given stays as it is', async () => {
  const { book, callLogs, source, store, tellers, changes } = await subjectOf(['a']);
  const { callLogs: before } = await callLogs.find({}, { limit: 1, after: null });
  const tags = [{ tag: 'sales', tagger: 'test' }];
  expect(
    await book.retag(
      source,
      before.map((call) => ({ before: call, tags })),
    ),
  ).toBe(1);
  const written = (await changes()).length;
  const again = generateOptions(store, tellers, { tagger: { tag: () => tags } });
  await generateCallLogs({ kind: 'linkedids', linkedids: before.map(({ conversationId }) => conversationId) }, again);
  expect((await changes()).length).toBe(written);
});
