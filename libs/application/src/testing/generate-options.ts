import type { CallLogBook } from '../generate/call-log-book.js';
import type { CelStore } from '../generate/cel-store.js';
import type { GenerateOptions } from '../generate/generate-options.js';
import { momentOf } from './a-call.js';
import { plainDialect } from './plain-dialect.js';

/** Options of a generation an hour after the rows that `aCall` makes, in small batches. */
export function generateOptions(store: CelStore, book: CallLogBook, changed: Partial<GenerateOptions> = {}): GenerateOptions {
  return {
    store,
    book,
    dialect: plainDialect,
    teller: 'plain',
    now: () => momentOf(3600),
    silentAfterMinutes: 240,
    batchRows: 5,
    ...changed,
  };
}
