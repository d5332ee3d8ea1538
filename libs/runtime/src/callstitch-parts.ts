import type {
  BookStatus,
  CallLogBook,
  CallLogRestorer,
  CallLogSearch,
  CallLogs,
  CelStore,
  CelTable,
  ChangeFeed,
  PurgeStore,
  RetagBook,
  RunBook,
  StatisticsBook,
  SweepStore,
  TenantBook,
  TenantRetentions,
  TranscriptionBook,
} from '@callstitch/application';
import type { AnnouncementParts } from './announce/assemble-announcing.js';
import type { AccessParts } from './assemble-access.js';
import type { ExportParts } from './assemble-exports.js';
import type { RecordingParts } from './assemble-recordings.js';
import type { Callstitch } from './callstitch.js';
import type { Teller } from './create-teller.js';
import type { JobParts } from './jobs/assemble-jobs.js';
import type { LiveParts } from './live/live-parts.js';

/** The ports that a Callstitch is made of. */
export interface CallstitchParts extends AccessParts, Omit<RecordingParts, 'callLogs'>, ExportParts, JobParts {
  readonly teller: Teller;
  readonly store: CelStore;
  readonly book: CallLogBook;
  readonly retagBook: RetagBook;
  readonly callLogs: CallLogs;
  readonly search: CallLogSearch;
  readonly changes: ChangeFeed;
  readonly announcements: AnnouncementParts;
  readonly purges: PurgeStore;
  readonly restorer: CallLogRestorer;
  readonly sweeps: SweepStore;
  readonly retentions: TenantRetentions;
  readonly statisticsBook: StatisticsBook;
  readonly transcriptionBook: TranscriptionBook;
  readonly tenantBook: TenantBook;
  /** Whose retention policies count; null for callstitch.yml, if it is there. */
  readonly configFile: string | null;
  readonly runs: RunBook & { status(source: string, store: CelStore): Promise<BookStatus> };
  /** The table that imported rows go to; rejects when this database is not to be written to. */
  readonly celTable: () => Promise<CelTable>;
  /** Rejects with a sentence when there are no CELs to read. */
  readonly celsAreReadable: () => Promise<unknown>;
  readonly silentAfterMinutes: number;
  readonly live: LiveParts;
  readonly ownDatabase?: Callstitch['ownDatabase'];
  readonly close: () => Promise<void>;
}
