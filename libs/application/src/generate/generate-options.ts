import type { Instant } from '@callstitch/domain';
import type { Dialect } from '../dialect.js';
import type { DirectorySource } from '../directory-source.js';
import type { CallTagger } from '../tell-each.js';
import type { CallLogBook } from './call-log-book.js';
import type { CelStore } from './cel-store.js';
import type { ConversationWrite } from './decide-writes.js';

export interface GenerateOptions {
  readonly store: CelStore;
  readonly book: CallLogBook;
  readonly dialect: Dialect;
  /** The directory that the dialect asks, when it may have to find out first. */
  readonly directory?: DirectorySource | null;
  /** Puts words on the calls told. */
  readonly tagger?: CallTagger | null;
  /** The dialect with its options, to know when a refused conversation may fare better. */
  readonly teller: string;
  readonly now: () => Instant;
  /** A conversation without an end counts as over after so much silence. */
  readonly silentAfterMinutes: number;
  /** Rows that are worked on at once; bounds memory, not the result. */
  readonly batchRows: number;
  /** Nothing is written; `onWrite` is told what would be. */
  readonly dryRun?: boolean;
  readonly onProgress?: (generated: Generated) => void;
  readonly onWrite?: (write: ConversationWrite) => void | Promise<void>;
}

/** What a run did. */
export interface Generated {
  /** Unread rows that were worked on. */
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly open: number;
  readonly refused: number;
  /** Rows that say nothing usable. */
  readonly unusable: number;
  readonly batches: number;
}
