import type { RecordingFiles, Removal, Sight } from '../retention/recording-files.js';

/** Files in memory; some of them cannot be removed. */
export class MemoryRecordingFiles implements RecordingFiles {
  readonly paths: Set<string>;
  /** Who tries to remove one of these is told why it cannot be. */
  readonly unremovable = new Map<string, string>();

  constructor(paths: Iterable<string> = []) {
    this.paths = new Set(paths);
  }

  remove(path: string): Promise<Removal> {
    const reason = this.unremovable.get(path);
    if (reason !== undefined) return Promise.resolve({ kind: 'failed', reason });
    return Promise.resolve({ kind: this.paths.delete(path) ? 'removed' : 'missing' });
  }

  look(path: string): Promise<Sight> {
    return Promise.resolve(this.paths.has(path) ? 'there' : 'missing');
  }
}
