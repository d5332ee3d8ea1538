import type { Cel } from '@callstitch/domain';
import type { ArchiveSubject, ArchivesOnTest } from './archive-contract.js';
import { MemoryCallLogArchives } from './memory-call-log-archives.js';
import { MemoryCallLogBook } from './memory-call-log-book.js';
import { MemoryCallLogRestorer } from './memory-call-log-restorer.js';
import { MemoryCelStore } from './memory-cel-store.js';
import { MemoryPurgeStore } from './memory-purge-store.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';

/** A book in memory with all that purges it and brings calls back. */
export function memoryArchiveSubject(cels: readonly Cel[]): Promise<ArchiveSubject> {
  const [store, book] = [new MemoryCelStore(cels), new MemoryCallLogBook()];
  const purges = new MemoryPurgeStore(book, store, TENANT);
  return Promise.resolve({ store, book, purges, restorer: new MemoryCallLogRestorer(book, purges) });
}

/** Archives in memory. */
export function memoryArchivesOnTest(): Promise<ArchivesOnTest> {
  const archives = new MemoryCallLogArchives();
  return Promise.resolve({
    archives,
    directories: ['one', 'other'],
    read: (directory) => archives.reader([...archives.lines].flatMap(([place, lines]) => (place.startsWith(`${directory}/`) ? lines : []))),
    fill: (directory, full) => {
      if (full) archives.full.add(directory);
      else archives.full.delete(directory);
      return Promise.resolve();
    },
  });
}
