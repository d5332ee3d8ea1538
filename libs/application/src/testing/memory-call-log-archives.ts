import { CallstitchError } from '@callstitch/domain';
import type { ArchivedCall } from '../archive/archived-call.js';
import { archivedCallJson } from '../archive/archived-call-json.js';
import type { CallLogArchive, CallLogArchives } from '../archive/call-log-archives.js';
import type { CallLogArchiveReader } from '../archive/import-call-logs.js';
import { readArchivedCall } from '../archive/read-archived-call.js';

/** Archives in memory, as the lines that a file would have. */
export class MemoryCallLogArchives implements CallLogArchives {
  readonly lines = new Map<string, string[]>();
  /** Places that have a manifest. */
  readonly finished = new Set<string>();
  /** Nothing can be written to a place that begins with one of these. */
  readonly full = new Set<string>();

  begin(directory: string, runId: number): Promise<CallLogArchive> {
    const place = `${directory}/purge-${runId}`;
    if (this.isFull(place)) return Promise.reject(unusable(place));
    this.lines.set(place, []);
    return this.resume(place);
  }

  resume(place: string): Promise<CallLogArchive> {
    const lines = this.lines.get(place);
    if (lines === undefined || this.isFull(place)) return Promise.reject(unusable(place));
    return Promise.resolve({
      place,
      keep: (calls: readonly ArchivedCall[]) => {
        if (this.isFull(place)) return Promise.reject(unusable(place));
        lines.push(...calls.map(archivedCallJson));
        return Promise.resolve();
      },
      finish: () => {
        if (lines.length === 0) this.lines.delete(place);
        else this.finished.add(place);
        return Promise.resolve();
      },
    });
  }

  /** Reads everything that was kept, or some lines. */
  reader(lines: readonly string[] = [...this.lines.values()].flat()): CallLogArchiveReader {
    return {
      async *read(onBroken) {
        for (const [index, line] of lines.entries()) {
          const read = await Promise.resolve(readArchivedCall(line));
          if ('reason' in read) onBroken({ input: 'memory', row: index + 1, reason: read.reason });
          else yield [read];
        }
      },
    };
  }

  private isFull(place: string): boolean {
    return [...this.full].some((beginning) => place.startsWith(beginning));
  }
}

function unusable(place: string): CallstitchError {
  return new CallstitchError('ARCHIVE_UNUSABLE', `The archive ${place} cannot be written; nothing that is not in it was deleted.`);
}
