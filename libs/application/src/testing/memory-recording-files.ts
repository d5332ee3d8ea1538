import { momentOf } from './a-call.js';
import type { Opening, RecordingFiles, Removal, Sight } from '../retention/recording-files.js';

/** Files in memory, each of which says its own path; some of them cannot be removed, some not be read. */
export class MemoryRecordingFiles implements RecordingFiles {
  readonly paths: Set<string>;
  /** Who tries to remove one of these is told why it cannot be. */
  readonly unremovable = new Map<string, string>();
  readonly unreadable = new Map<string, string>();
  /** How many files are open now. */
  opened = 0;

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

  open(path: string): Promise<Opening> {
    const reason = this.unreadable.get(path);
    if (reason !== undefined) return Promise.resolve({ kind: 'failed', reason });
    if (!this.paths.has(path)) return Promise.resolve({ kind: 'missing' });
    const bytes = Uint8Array.from(path, (letter) => letter.charCodeAt(0));
    this.opened++;
    let isOpen = true;
    const close = (): Promise<void> => {
      if (isOpen) this.opened--;
      isOpen = false;
      return Promise.resolve();
    };
    const stream = (from: number, until: number) => piecesOf(bytes.subarray(from, until));
    return Promise.resolve({ kind: 'open', file: { size: bytes.length, modifiedAt: momentOf(0), stream, close } });
  }
}

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
