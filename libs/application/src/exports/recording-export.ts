import type { Instant } from '@callstitch/domain';
import { momentInName } from '../recordings/recording-file-name.js';

/** `deleted` is kept for records that say so; nothing here sets it: an export that is deleted is gone. */
export type ExportStatus = 'pending' | 'processing' | 'finished' | 'error' | 'deleted';

/** Recordings that somebody asked for, packed into one archive. */
export interface RecordingExport {
  readonly uuid: string;
  /** Of who asked: the recordings may be those of tenants below. */
  readonly tenantUuid: string;
  readonly userUuid: string | null;
  readonly requestedAt: Instant;
  readonly status: ExportStatus;
  /** Where the archive is; null until it is finished. */
  readonly path: string | null;
  /** Who is told when it is finished. */
  readonly email: string | null;
  /** How many were asked for. */
  readonly recordings: number;
  readonly included: number;
  readonly skipped: number;
  /** Why there is no archive, without paths. */
  readonly error: string | null;
}

/** What its archive is called when it leaves the house: `2026-01-05T10_00_03UTC-0a3f….zip`. */
export function exportFileName({ uuid, requestedAt }: Pick<RecordingExport, 'uuid' | 'requestedAt'>): string {
  return `${momentInName(requestedAt)}-${uuid}.zip`;
}
