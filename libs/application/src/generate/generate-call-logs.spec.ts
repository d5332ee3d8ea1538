import { aCall } from '../testing/a-call.js';
import { generateOptions } from '../testing/generate-options.js';
import { generationContract } from '../testing/generation-contract.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { generateCallLogs } from './generate-call-logs.js';

const ALL = { kind: 'newest', count: Infinity } as const;

/** Twenty calls at once, their rows in turns: every edge of a batch goes through all of them. */
function twentyAtOnce(): MemoryCelStore {
  const calls = Array.from({ length: 20 }, (_none, index) => aCall(`call-${index}`, { firstId: 1 }));
  return new MemoryCelStore(
    calls.flatMap((cels, place) => cels.map((cel, index) => ({ ...cel, id: 1 + 20 * index + (index % 2 === 0 ? place : 19 - place) }))),
  );
}

describe('in memory', () => {
  generationContract((cels) => Promise.resolve({ store: new MemoryCelStore(cels), book: new MemoryCallLogBook() }), { test, expect });
});

test('calls that reach over the edge of a batch leave no crumbs that would be batches of their own', async () => {
  const book = new MemoryCallLogBook();
  const generated = await generateCallLogs(ALL, generateOptions(twentyAtOnce(), book, { batchRows: 5 }));
  expect(generated).toMatchObject({ created: 20, updated: 0, unchanged: 0, batches: 4 });
  expect((await book.all()).map(({ talkSeconds }) => talkSeconds)).toEqual(Array.from({ length: 20 }, () => 4));
});

test('a dry run counts a call once although it marks nothing read', async () => {
  const wishes = { batchRows: 5, dryRun: true };
  expect(await generateCallLogs(ALL, generateOptions(twentyAtOnce(), new MemoryCallLogBook(), wishes))).toMatchObject({ created: 20 });
});

test('a batch that cannot be written gives back its claim, and that of the one prepared meanwhile', async () => {
  const book = new MemoryCallLogBook();
  const [claimed, released]: [unknown[], unknown[]] = [[], []];
  const failing = Object.assign(Object.create(book) as MemoryCallLogBook, {
    write: () => Promise.reject(new Error('full')),
    claim: async (...args: Parameters<MemoryCallLogBook['claim']>) => {
      const claim = await book.claim(...args);
      claimed.push(claim);
      return claim;
    },
    release: (claim: never) => {
      released.push(claim);
      return book.release(claim);
    },
  });
  await expect(generateCallLogs(ALL, generateOptions(twentyAtOnce(), failing))).rejects.toThrow('full');
  expect(claimed).toHaveLength(2);
  expect(new Set(released)).toEqual(new Set(claimed));
  expect(await generateCallLogs(ALL, generateOptions(twentyAtOnce(), book))).toMatchObject({ created: 20 });
});
