import type { BrokenRow } from '../cel-source.js';
import type { RecordingFiles } from '../retention/recording-files.js';
import type { ArchivedCall } from './archived-call.js';
import type { CallLogRestorer, Conflict } from './call-log-restorer.js';
import { withoutMissingMedia } from './without-missing-media.js';

/** Archived calls, in batches; a broken line is handed to `onBroken` and does not stop the next. */
export interface CallLogArchiveReader {
  read(onBroken: (row: BrokenRow) => void): AsyncIterable<readonly ArchivedCall[]>;
}

export interface ImportCallLogsOptions {
  readonly archive: CallLogArchiveReader;
  readonly restorer: CallLogRestorer;
  /** Where recordings lie; a path comes back unless its file is known to be gone. */
  readonly files: Pick<RecordingFiles, 'look'>;
  readonly dryRun?: boolean;
  readonly onProgress?: (callLogsRead: number) => void;
}

/** What became of archives; each line is counted once. */
export interface CallLogsImported {
  readonly read: number;
  readonly restored: number;
  readonly known: number;
  readonly conflicting: number;
  readonly broken: number;
  /** The first of the calls that do not come back. */
  readonly conflicts: readonly Conflict[];
  /** The first of the broken lines. */
  readonly brokenRows: readonly BrokenRow[];
}

const MOST_SHOWN = 100;

/** Brings archived calls back; may be stopped and repeated, and calls that stand are left alone. */
export function importCallLogs(options: ImportCallLogsOptions): Promise<CallLogsImported> {
  const { archive, restorer, files, dryRun = false, onProgress } = options;
  return restorer.alone(async (restore) => {
    const counts = { read: 0, restored: 0, known: 0, conflicting: 0, broken: 0 };
    const conflicts: Conflict[] = [];
    const brokenRows: BrokenRow[] = [];
    const onBroken = (row: BrokenRow): void => {
      counts.broken++;
      if (brokenRows.length < MOST_SHOWN) brokenRows.push(row);
    };
    for await (const batch of archive.read(onBroken)) {
      const calls = await Promise.all(batch.map((call) => withoutMissingMedia(call, files)));
      const done = await restore(calls, { dryRun });
      counts.read += batch.length;
      counts.restored += done.restored;
      counts.known += done.known;
      counts.conflicting += done.conflicts.length;
      conflicts.push(...done.conflicts.slice(0, MOST_SHOWN - conflicts.length));
      onProgress?.(counts.read);
    }
    return { ...counts, conflicts, brokenRows };
  });
}
