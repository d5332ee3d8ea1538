import type { RecordingRecord } from '../call-log-columns.js';

/**
 * Recordings of call logs that are written anew, with what was deleted of the ones before: its path does not come back,
 * and a file that is still to be removed stays known, also when the call log speaks of it no more.
 */
export function keepDeleted(anew: readonly RecordingRecord[], deleted: readonly RecordingRecord[]): readonly RecordingRecord[] {
  if (deleted.length === 0) return anew;
  const before = new Map(deleted.map((recording) => [recording.uuid, recording]));
  const kept = anew.map((recording) => {
    const same = before.get(recording.uuid);
    if (same === undefined) return recording;
    before.delete(recording.uuid);
    return { ...recording, path: same.path, deleted_at: same.deleted_at };
  });
  return [...kept, ...[...before.values()].filter(({ path }) => path !== null)];
}
