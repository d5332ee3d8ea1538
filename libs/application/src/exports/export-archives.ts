import type { Instant } from '@callstitch/domain';
import type { Opening, Removal } from '../retention/recording-files.js';

/** One file that goes into an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly modifiedAt: Instant;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** An archive under way; nobody sees it before it is kept. Its methods reject with EXPORT_UNWRITABLE when the disk fails. */
export interface ArchiveDraft {
  add(entry: ArchiveEntry): Promise<void>;
  /** Makes it last, and gives its path. */
  keep(): Promise<string>;
  /** Leaves nothing behind; never rejects. */
  discard(): Promise<void>;
}

/** Where the archives of exports are. */
export interface ExportArchives {
  /** Begins one anew, in the place of what a killed worker left. Rejects with EXPORT_UNWRITABLE when the disk fails. */
  begin(exportUuid: string): Promise<ArchiveDraft>;
  open(path: string): Promise<Opening>;
  /** Removes the archive of an export and what a killed worker left of it; never rejects. */
  remove(exportUuid: string): Promise<Removal>;
}
