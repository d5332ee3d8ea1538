import type { Instant } from '@callstitch/domain';
import type { OpenFile } from '../retention/recording-files.js';

/** An open file whose taking is written down. Close it, also after streaming. */
export interface NotedFile {
  readonly kind: 'open';
  /** What it is called when it leaves the house. */
  readonly fileName: string;
  readonly size: number;
  readonly modifiedAt: Instant;
  /**
   * The bytes `[from, until)`. The access is noted first, once: who only asks how long a file is has not heard it. Rejects when it
   * cannot be noted; nothing is heard then.
   */
  stream(from: number, until: number): Promise<AsyncIterable<Uint8Array>>;
  close(): Promise<void>;
}

/** Lends an open file; `note` is awaited before its first bytes. */
export function notedFile(file: OpenFile, fileName: string, note: () => Promise<void>): NotedFile {
  let noted = false;
  return {
    kind: 'open',
    fileName,
    size: file.size,
    modifiedAt: file.modifiedAt,
    async stream(from, until) {
      if (!noted) await note();
      noted = true;
      return file.stream(from, until);
    },
    close: () => file.close(),
  };
}
