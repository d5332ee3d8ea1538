import type { CallLog } from '@callstitch/domain';
import type { RequestParts } from '../exports/request-export.js';
import { requestExport } from '../exports/request-export.js';
import type { RecordingExport } from '../exports/recording-export.js';
import { momentOf } from './a-call.js';
import { MemoryExportArchives } from './memory-export-archives.js';
import { MemoryExportBook } from './memory-export-book.js';
import { MemoryRecordingBook } from './memory-recording-book.js';
import { MemoryRecordingFiles } from './memory-recording-files.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedPath } from './recorded-call.js';

type Stored = CallLog & { readonly id: number };

/** Exports of some call logs in memory, and how to ask for one. */
export function exportSubject(callLogs: readonly Stored[]) {
  const recordings = new MemoryRecordingBook(callLogs);
  const book = new MemoryExportBook(recordings);
  const files = new MemoryRecordingFiles(callLogs.flatMap(({ id }) => [recordedPath(id, 'a'), recordedPath(id, 'b')]));
  const archives = new MemoryExportArchives();
  const queued: string[] = [];
  let number = 0;
  const parts: RequestParts = {
    book,
    queue: { add: (uuid) => Promise.resolve(void queued.push(uuid)) },
    newUuid: () => `ec500000-0000-4000-8000-00000000000${++number}`,
    now: () => momentOf(500),
  };
  const request = (changed: Partial<RequestParts> = {}, asked: readonly CallLog[] = callLogs, email: string | null = null) =>
    requestExport(
      { callLogs: each(asked), tenantUuid: RECORDED_TENANT, email, asker: { userUuid: RECORDED_USERS.bob, tokenId: 7 } },
      { ...parts, ...changed },
    );
  const requested = async (email: string | null = null): Promise<RecordingExport> => {
    const answer = await request({}, callLogs, email);
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    return answer.export;
  };
  return { recordings, book, files, archives, queued, request, requested };
}

async function* each(callLogs: readonly CallLog[]): AsyncIterable<readonly CallLog[]> {
  for (const callLog of callLogs) yield await Promise.resolve([callLog]);
}
