import type { CallLog } from '@callstitch/domain';
import type { RecordingAccess, RecordingAudit } from '../recordings/recording-audit.js';
import type { RecordingBook } from '../recordings/recording-book.js';

/** Call logs with their recordings, and who did what with these, in memory. */
export class MemoryRecordingBook implements RecordingBook, RecordingAudit {
  readonly accesses: RecordingAccess[] = [];
  readonly #callLogs: Map<number, CallLog>;

  constructor(callLogs: readonly (CallLog & { readonly id: number })[]) {
    this.#callLogs = new Map(callLogs.map((callLog) => [callLog.id, callLog]));
  }

  get(id: number): Promise<CallLog | null> {
    return Promise.resolve(this.#callLogs.get(id) ?? null);
  }

  clearPath(deletion: RecordingAccess): Promise<void> {
    const callLog = this.#callLogs.get(deletion.callLogId);
    if (callLog !== undefined) {
      const recordings = callLog.recordings.map((one) => (one.uuid === deletion.recordingUuid ? { ...one, path: null } : one));
      this.#callLogs.set(deletion.callLogId, { ...callLog, recordings });
    }
    return this.note(deletion);
  }

  note(access: RecordingAccess): Promise<void> {
    this.accesses.push(access);
    return Promise.resolve();
  }

  of(recordingUuid: string): Promise<readonly RecordingAccess[]> {
    return Promise.resolve(this.accesses.filter((access) => access.recordingUuid === recordingUuid));
  }
}
