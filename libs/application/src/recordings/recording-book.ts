import type { RecordingAccess } from './recording-audit.js';

/** Where recordings of call logs are written down. */
export interface RecordingBook {
  /**
   * The file is gone: clears the path, so that uuid and times stay, and notes the deletion. Both or neither; a recording that
   * is no more, because its call was told anew meanwhile, is noted all the same.
   */
  clearPath(deletion: RecordingAccess): Promise<void>;
}
