import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { MemoryPurgeStore } from '../testing/memory-purge-store.js';
import { MemorySweepStore } from '../testing/memory-sweep-store.js';
import { sweepContract } from '../testing/sweep-contract.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';

describe('in memory', () => {
  sweepContract(
    (cels) => {
      const [store, book] = [new MemoryCelStore(cels), new MemoryCallLogBook()];
      const purges = new MemoryPurgeStore(book, store, TENANT);
      return Promise.resolve({ store, book, purges, sweeps: new MemorySweepStore(book, store, purges) });
    },
    { test, expect },
  );
});
