import { MemoryCallLogBook, MemoryCelStore, generationContract } from '../testing/index.js';

describe('in memory', () => {
  generationContract((cels) => Promise.resolve({ store: new MemoryCelStore(cels), book: new MemoryCallLogBook() }), { test, expect });
});
