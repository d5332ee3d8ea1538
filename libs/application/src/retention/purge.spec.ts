import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { MemoryPurgeStore } from '../testing/memory-purge-store.js';
import { purgeContract } from '../testing/purge-contract.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';

describe('in memory', () => {
  purgeContract(
    (cels) => {
      const [store, book] = [new MemoryCelStore(cels), new MemoryCallLogBook()];
      return Promise.resolve({ store, book, purges: new MemoryPurgeStore(book, store, TENANT) });
    },
    { test, expect },
  );
});
