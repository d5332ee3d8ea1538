import { generationContract } from '../testing/generation-contract.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';

describe('in memory', () => {
  generationContract((cels) => Promise.resolve({ store: new MemoryCelStore(cels), book: new MemoryCallLogBook() }), { test, expect });
});
