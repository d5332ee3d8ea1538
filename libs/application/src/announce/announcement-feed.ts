import type { Instant } from '@callstitch/domain';
import type { RecordingExport } from '../exports/recording-export.js';
import type { CallLogChange } from '../read/change-feed.js';
import type { TenantRetention } from '../retention/tenant-retention.js';
import type { Transcription } from '../transcriptions/transcription-book.js';

interface Line {
  /** Lines have an order: see `isBehind`. */
  readonly seq: string;
  readonly at: Instant;
  readonly tenantUuid: string;
}

/** An export as it was at that moment. */
export type ExportState = Pick<RecordingExport, 'uuid' | 'tenantUuid' | 'userUuid' | 'requestedAt' | 'status'>;

/** One line of what is to be announced: a change of a call log, or what else was written down in the transaction that did it. */
export type FeedLine =
  | (CallLogChange & { readonly of: 'call-log' })
  | (Line & { readonly of: 'export'; readonly kind: 'created' | 'updated'; readonly state: ExportState })
  | (Line & { readonly of: 'retention'; readonly retention: TenantRetention })
  | (Line & { readonly of: 'transcription'; readonly kind: 'created' | 'deleted'; readonly transcription: Transcription });

/** What is to be announced, of all tenants, in an order that skips no late commit. */
export interface AnnouncementFeed {
  /** What came behind a place, at most so many lines; fewer when there is no more for now. */
  after(seq: string, limit: number): Promise<readonly FeedLine[]>;
  /** The lines of these `seq`s that are still there, in order. */
  lines(seqs: readonly string[]): Promise<readonly FeedLine[]>;
  /** The place behind everything that there is, and before all that comes. */
  end(): Promise<string>;
  /** How many lines came behind a place; counting stops at `most`. */
  count(seq: string, most: number): Promise<number>;
}
