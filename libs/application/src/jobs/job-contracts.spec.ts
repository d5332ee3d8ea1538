import { momentOf } from '../testing/a-call.js';
import { jobBookContract } from '../testing/job-book-contract.js';
import { MemoryJobBook } from '../testing/memory-job-book.js';

describe('in memory', () => {
  let seconds = 0;
  jobBookContract(
    () => {
      const book = new MemoryJobBook(() => momentOf(seconds++ / 1_000));
      return Promise.resolve({ book, expire: (job) => book.expire(job) });
    },
    { test, expect },
  );
});
