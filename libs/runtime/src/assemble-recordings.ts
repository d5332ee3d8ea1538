import type { CallLogs, RecordingAudit, RecordingBook } from '@callstitch/application';
import { deleteRecordingMedia, deleteRecordingsOf, openRecordingMedia } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { explained } from './database-failure.js';
import { heldCalls } from './plan-purge.js';
import type { Recordings } from './recordings.js';

export interface RecordingParts {
  readonly callLogs: Pick<CallLogs, 'get'>;
  readonly recordingBook: RecordingBook & RecordingAudit;
  /** Files outside of these are not touched. */
  readonly recordingDirectories: readonly string[];
  /** The uuid that a tenant or user of that name has. */
  readonly tenantUuidOf: (name: string) => string;
  readonly configFile: string | null;
  readonly now: () => Instant;
}

/** Connects recordings with their files. The directories are looked at each time: a disk may be mounted later. */
export function assembleRecordings(parts: RecordingParts): Recordings {
  const { callLogs, recordingBook, tenantUuidOf, now } = parts;
  const files = () => openFiles(parts.recordingDirectories);
  const deletion = async () => ({
    callLogs,
    book: recordingBook,
    now,
    files: await files(),
    held: await heldCalls(parts.configFile, now()),
  });
  return {
    openMedia: (request) =>
      explained(async () =>
        openRecordingMedia(request, { callLogs, audit: recordingBook, uuidOfName: tenantUuidOf, now, files: await files() }),
      ),
    deleteMedia: (which) => explained(async () => deleteRecordingMedia(which, await deletion())),
    deleteMediaOf: (which) => explained(async () => deleteRecordingsOf(which, await deletion())),
    accesses: (recordingUuid) => explained(() => recordingBook.of(recordingUuid)),
  };
}

/** Loaded when it is needed. */
export async function openFiles(directories: readonly string[]) {
  const { openRecordingFiles } = await import('@callstitch/recording-files');
  return openRecordingFiles(directories);
}
