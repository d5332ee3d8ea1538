import { exportBookContract } from '../testing/export-book-contract.js';
import { MemoryExportBook } from '../testing/memory-export-book.js';
import { MemoryRecordingBook } from '../testing/memory-recording-book.js';

describe('a book of exports in memory', () => {
  exportBookContract(
    (callLogs) => {
      const recordings = new MemoryRecordingBook(callLogs);
      return Promise.resolve({ book: new MemoryExportBook(recordings), recordings });
    },
    { test, expect },
  );
});
