import type { Instant } from '@callstitch/domain';
import type { NotedFile } from '../recordings/noted-file.js';
import { notedFile } from '../recordings/noted-file.js';
import type { RecordingAsker } from '../recordings/recording-audit.js';
import type { ExportArchives } from './export-archives.js';
import type { ExportBook } from './export-book.js';
import type { RecordingExport } from './recording-export.js';
import { exportFileName } from './recording-export.js';

/** An export of one of some tenants. */
export interface WhichExport {
  readonly exportUuid: string;
  readonly tenantUuids: readonly string[];
}

export type ExportOpening =
  /** None of the tenant. */
  | { readonly kind: 'export-not-found' }
  | { readonly kind: 'not-done-yet' }
  | { readonly kind: 'export-error'; readonly reason: string }
  | { readonly kind: 'permission-denied'; readonly reason: string }
  | { readonly kind: 'file-not-found' }
  | NotedFile;

/** Looks an export up, without its path being anybody's concern; null when there is none of that tenant. */
export async function getExport(
  { exportUuid, tenantUuids }: WhichExport,
  book: Pick<ExportBook, 'get'>,
): Promise<(RecordingExport & { readonly fileName: string }) | null> {
  const found = await book.get(exportUuid.toLowerCase());
  return found === null || !tenantUuids.includes(found.tenantUuid) ? null : { ...found, fileName: exportFileName(found) };
}

/** Opens the archive of an export, or says why there is none. */
export async function openExport(
  which: WhichExport & { readonly asker: RecordingAsker },
  parts: {
    readonly book: Pick<ExportBook, 'get' | 'noteDownload'>;
    readonly archives: Pick<ExportArchives, 'open'>;
    readonly now: () => Instant;
  },
): Promise<ExportOpening> {
  const found = await getExport(which, parts.book);
  if (found === null) return { kind: 'export-not-found' };
  if (found.status === 'pending' || found.status === 'processing') return { kind: 'not-done-yet' };
  if (found.status === 'error') return { kind: 'export-error', reason: found.error ?? '' };
  if (found.path === null) return { kind: 'export-not-found' };
  const opening = await parts.archives.open(found.path);
  if (opening.kind === 'missing') return { kind: 'file-not-found' };
  if (opening.kind === 'failed') return { kind: 'permission-denied', reason: opening.reason };
  return notedFile(opening.file, found.fileName, () => parts.book.noteDownload(found.uuid, which.asker, parts.now()));
}
