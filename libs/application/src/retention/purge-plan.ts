import type { CallFilter, Instant } from '@callstitch/domain';
import type { ExportLimits } from '../exports/export-book.js';

/** What one retention policy adds to a plan; for the report, it decides nothing by itself. */
export interface PolicyShare {
  readonly policy: string;
  /** Call logs that it expires. */
  readonly callLogs: CallFilter;
}

/** What a purge deletes: a decision, as data. Holds are taken out of the filters already. */
export interface PurgePlan {
  /** Call logs that go, with their recordings. */
  readonly callLogs: CallFilter;
  /** Calls that stay but lose the files of their recordings. */
  readonly recordings: CallFilter;
  /** Calls that stay with all that belongs to them, their CELs too. */
  readonly held: CallFilter;
  /** CELs of a table of ours that are older go; null keeps them all. */
  readonly celsBefore: Instant | null;
  /** Exports of recordings that go, whatever is in them; absent keeps them all. */
  readonly exports?: ExportLimits;
  readonly policies: readonly PolicyShare[];
}
