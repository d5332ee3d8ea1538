import type { Instant, Recording } from '@callstitch/domain';
import type { RecordingAsker } from '../recordings/recording-audit.js';
import type { ExportBook, ExportItem } from './export-book.js';
import type { ExportQueue } from './export-queue.js';
import type { RecordingExport } from './recording-export.js';

/** What is asked of a call log whose recordings are exported. */
export interface ExportedCall {
  readonly id: number | null;
  readonly tenantUuid: string | null;
  readonly status: string;
  readonly recordings: readonly Recording[];
}

/** What to export, and for whom. */
export interface ExportRequest {
  /** Call logs of tenants that who asks may see; blocked ones, and recordings that were deleted, are left out here. */
  readonly callLogs: AsyncIterable<readonly ExportedCall[]>;
  /** Whose the export is: the tenant of who asks, which need not be the recordings'. */
  readonly tenantUuid: string;
  readonly email: string | null;
  readonly asker: RecordingAsker;
}

export interface RequestParts {
  readonly book: Pick<ExportBook, 'create'>;
  readonly queue: ExportQueue;
  readonly newUuid: () => string;
  readonly now: () => Instant;
}

export type ExportRequested =
  | { readonly kind: 'no-recording-to-export' }
  /** `queued` is false when it could not be handed to a worker just now: it is written down, and the next worker that looks takes it. */
  | { readonly kind: 'accepted'; readonly export: RecordingExport; readonly queued: boolean };

/** Writes an export down and hands it to a worker. The call logs are read once, a few at a time. */
export async function requestExport(request: ExportRequest, { book, queue, newUuid, now }: RequestParts): Promise<ExportRequested> {
  const { tenantUuid, email, asker } = request;
  const asked = await book.create(
    { uuid: newUuid(), tenantUuid, userUuid: asker.userUuid, tokenId: asker.tokenId, requestedAt: now(), email },
    itemsOf(request.callLogs),
  );
  if (asked === null) return { kind: 'no-recording-to-export' };
  const queued = await queue.add(asked.uuid).then(
    () => true,
    () => false,
  );
  return { kind: 'accepted', export: asked, queued };
}

const AT_ONCE = 1_000;

async function* itemsOf(callLogs: AsyncIterable<readonly ExportedCall[]>): AsyncIterable<readonly ExportItem[]> {
  let items: ExportItem[] = [];
  for await (const some of callLogs) {
    items.push(...some.flatMap(exportable));
    if (items.length < AT_ONCE) continue;
    yield items;
    items = [];
  }
  if (items.length > 0) yield items;
}

/** The recordings of a call log that can be exported. */
function exportable({ id, tenantUuid, status, recordings }: ExportedCall): readonly ExportItem[] {
  if (id === null || tenantUuid === null || status === 'blocked') return [];
  return recordings.flatMap(({ uuid, startedAt, path }) =>
    uuid === null || path === null ? [] : [{ callLogId: id, recordingUuid: uuid, tenantUuid, startedAt }],
  );
}
