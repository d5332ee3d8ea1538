import { CallstitchError } from '@callstitch/domain';
import type { ArchiveDraft, ExportArchives } from '../exports/export-archives.js';
import type { Opening, Removal } from '../retention/recording-files.js';
import { MemoryRecordingFiles } from './memory-recording-files.js';
import { textOf } from './recording-files-contract.js';

/** Archives in memory: what lies in each, by name. */
export class MemoryExportArchives implements ExportArchives {
  readonly kept = new Map<string, ReadonlyMap<string, string>>();
  readonly drafts = new Set<string>();
  readonly unremovable = new Map<string, string>();
  /** The disk is full once so many files were added. */
  room = Infinity;

  begin(exportUuid: string): Promise<ArchiveDraft> {
    const content = new Map<string, string>();
    this.drafts.add(exportUuid);
    return Promise.resolve({
      add: async ({ name, bytes }) => {
        if (content.size >= this.room) throw new CallstitchError('EXPORT_UNWRITABLE', 'The disk of the exports is full.');
        content.set(name, await textOf(bytes));
      },
      keep: () => {
        this.drafts.delete(exportUuid);
        this.kept.set(pathOf(exportUuid), content);
        return Promise.resolve(pathOf(exportUuid));
      },
      discard: () => {
        this.drafts.delete(exportUuid);
        return Promise.resolve();
      },
    });
  }

  open(path: string): Promise<Opening> {
    return new MemoryRecordingFiles(this.kept.keys()).open(path);
  }

  remove(exportUuid: string): Promise<Removal> {
    const reason = this.unremovable.get(exportUuid);
    if (reason !== undefined) return Promise.resolve({ kind: 'failed', reason });
    return Promise.resolve({ kind: this.kept.delete(pathOf(exportUuid)) ? 'removed' : 'missing' });
  }
}

const pathOf = (exportUuid: string): string => `/exports/${exportUuid}.zip`;
