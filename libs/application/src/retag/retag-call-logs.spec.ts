import { aCall } from '../testing/a-call.js';
import { generateOptions } from '../testing/generate-options.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCallLogs } from '../testing/memory-call-logs.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { retagContract } from '../testing/retag-contract.js';
import { generateCallLogs } from '../generate/generate-call-logs.js';

describe('in memory', () => {
  retagContract(
    async (names) => {
      const store = new MemoryCelStore(names.flatMap((name, index) => aCall(name, { firstId: 1 + 10 * index })));
      const book = new MemoryCallLogBook();
      const generate = async (): Promise<void> => {
        await generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book));
      };
      await generate();
      return { source: store.source, book, callLogs: new MemoryCallLogs(book), changes: () => book.changes(), generate };
    },
    { test, expect },
  );
});
