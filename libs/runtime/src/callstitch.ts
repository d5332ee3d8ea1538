import type {
  Authentication,
  BookStatus,
  CallLogFilter,
  CallLogPage,
  CallLogsImported,
  CallLogSearch,
  CelsImported,
  ChangeFeed,
  Deleted,
  Deletion,
  Explained,
  Generated,
  Retagged,
  RetagOptions,
  GenerateOptions,
  PurgedCall,
  PurgePlan,
  PurgePreview,
  PurgeReport,
  Rechecked,
  Seeds,
  SweepOptions,
  SweepReport,
  TenantRetention,
} from '@callstitch/application';
import type { AccessAdministration } from '@callstitch/auth-local';
import type { CallLog, Instant } from '@callstitch/domain';
import type { OwnDatabase } from './database-place.js';
import type { Jobs } from './jobs/jobs.js';
import type { Live } from './live/live.js';
import type { Announcing } from './announce/announcing.js';
import type { PurgeWish } from './plan-purge.js';
import type { Exports, Recordings } from './recordings.js';
import type { Statistics } from './statistics.js';
import type { Tenants } from './tenants/tenants.js';
import type { Transcriptions } from './transcriptions.js';
import type { Bus } from './bus/bus.js';
import type { RunTrigger } from './run-trigger.js';

/** What a generation may be told beside its seeds. */
export interface GenerationWishes extends Pick<GenerateOptions, 'dryRun' | 'onProgress' | 'onWrite'>, RunTrigger {
  /** False when no run is to be recorded. */
  readonly recorded?: boolean;
}

/** What a re-tagging may be told beside its choice. */
export type RetagWishes = Pick<RetagOptions, 'dryRun' | 'onChange' | 'onProgress'>;

export interface ImportInputs {
  /** CSV files, plain or gzipped; `-` is `stdin`. */
  readonly files: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
  /** IANA name of the zone of times that name none. */
  readonly timezone: string;
  /** Give the rows new ids, because those in the files are not unique: they come from several systems or tables. */
  readonly newIds: boolean;
}

export interface ArchiveInputs {
  /** Folders that purges archived to, or bare files. */
  readonly paths: readonly string[];
  /** False to read an archive without asking its manifest. */
  readonly manifest: boolean;
  /** Directories of recordings: paths of files that are missing there do not come back. */
  readonly recordings: readonly string[];
  readonly dryRun: boolean;
}

export interface PurgeWishes extends RunTrigger {
  /** Directories of recordings; files outside of them are not touched. */
  readonly recordings: readonly string[];
  /** Where call logs are archived before they are deleted; null for nowhere. */
  readonly archive: string | null;
  readonly onProgress?: (callLogs: number) => void;
}

/** What a sweep may be told beside its directories. */
export interface SweepWishes extends Pick<SweepOptions, 'minAgeDays' | 'force' | 'dryRun' | 'onFinding' | 'onProgress'>, RunTrigger {
  /** Directories of recordings; files outside of them are not looked at. */
  readonly recordings: readonly string[];
}

/** Call logs in a database, and all that can be done with them. Generations, deletions and imports are recorded as runs. */
export interface Callstitch {
  generate(seeds: Seeds, wishes?: GenerationWishes): Promise<Generated>;
  /** Tells conversations of the last days again that count as read and were not told whole. Not recorded as a run. */
  recheck(days: number, wishes?: Pick<GenerateOptions, 'onProgress'>): Promise<Rechecked>;
  /** What a deletion of the call logs that started at or after an instant (all for null) would do. */
  previewDeletion(since: Instant | null): Promise<Deletion>;
  delete(which: { readonly since: Instant | null; readonly force: boolean }): Promise<Deleted>;
  importCels(inputs: ImportInputs, onProgress?: (rowsRead: number) => void): Promise<CelsImported>;
  /** Brings call logs back that purges archived. */
  importCallLogs(inputs: ArchiveInputs, onProgress?: (callLogsRead: number) => void): Promise<CallLogsImported>;
  /** What the limits given, the configured policies and the tenants' own numbers of days make of now; null when nothing sets a limit. */
  planPurge(wish: PurgeWish): Promise<PurgePlan | null>;
  /** What a purge would delete. */
  previewPurge(plan: PurgePlan): Promise<PurgePreview>;
  /** Deletes for good, and records it as a run of its own kind. */
  purge(plan: PurgePlan, wishes: PurgeWishes): Promise<PurgeReport>;
  /** Why a call log is gone, or null when no purge deleted it. */
  whyPurged(id: number): Promise<PurgedCall | null>;
  /** Brings recordings and their files together; recorded unless it is a dry run. */
  sweepRecordings(wishes: SweepWishes): Promise<SweepReport>;
  find(filter: CallLogFilter, page: { readonly limit: number; readonly after: string | null }): Promise<CallLogPage>;
  get(id: number): Promise<CallLog | null>;
  /** Call logs as Wazo's API lists them. */
  readonly search: CallLogSearch;
  /** What happened to call logs. */
  readonly changes: ChangeFeed;
  explain(id: number): Promise<Explained>;
  /** Runs taggers again over stored call logs, without their CELs; `taggers` null for all in use. */
  retag(which: { readonly filter: CallLogFilter; readonly taggers: readonly string[] | null }, wishes?: RetagWishes): Promise<Retagged>;
  /** The numbers of days that tenants have set for themselves. */
  tenantRetentions(): Promise<readonly TenantRetention[]>;
  tenantRetention(tenantUuid: string): Promise<TenantRetention>;
  /** The numbers of days of a tenant without any of its own. */
  retentionForEverybody(): Promise<Omit<TenantRetention, 'tenantUuid'>>;
  setTenantRetention(retention: TenantRetention): Promise<void>;
  status(): Promise<BookStatus>;
  /** Where Asterisk can write its CELs; null unless they are in the database that we run ourselves. */
  readonly ownDatabase: OwnDatabase | null;
  /** Our own tenants and tokens. */
  readonly access: AccessAdministration;
  readonly recordings: Recordings;
  readonly exports: Exports;
  /** What is due again and again. */
  readonly jobs: Jobs;
  /** Call logs as their CELs come. */
  readonly live: Live;
  readonly announcing: Announcing;
  readonly statistics: Statistics;
  readonly transcriptions: Transcriptions;
  /** Tenants with all that is kept of them. */
  readonly tenants: Tenants;
  /** What a Wazo's bus brings beside CELs. */
  readonly bus: Bus;
  /** What our own tokens may do. */
  readonly authentication: Authentication;
  close(): Promise<void>;
}
