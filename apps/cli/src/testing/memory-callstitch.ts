import { MemoryCallLogBook, MemoryCallLogs, MemoryCelStore, MemoryCelTable, MemoryRunBook } from '@callstitch/application/testing';
import type { Callstitch, CallstitchSettings } from '@callstitch/runtime';
import { assembleCallstitch, createTeller } from '@callstitch/runtime';

/** Call logs in memory that commands may be run on, one after the other. */
export class MemoryCallstitch {
  readonly store = new MemoryCelStore();
  readonly book = new MemoryCallLogBook();
  readonly runs = new MemoryRunBook(this.book);
  /** With what it was opened, in order. */
  readonly settings: CallstitchSettings[] = [];
  stillOpen = 0;

  readonly open = async (settings: CallstitchSettings): Promise<Callstitch> => {
    const teller = await createTeller(settings);
    this.settings.push(settings);
    this.stillOpen++;
    return assembleCallstitch({
      teller,
      store: this.store,
      book: this.book,
      callLogs: new MemoryCallLogs(this.book),
      retagBook: this.book,
      runs: this.runs,
      celTable: () => Promise.resolve(new MemoryCelTable(this.store)),
      celsAreReadable: () => Promise.resolve(),
      now: settings.now,
      silentAfterMinutes: settings.silentAfterMinutes,
      close: () => {
        this.stillOpen--;
        return Promise.resolve();
      },
    });
  };
}
