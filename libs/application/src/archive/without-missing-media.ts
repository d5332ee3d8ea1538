import type { Recording } from '@callstitch/domain';
import type { RecordingFiles } from '../retention/recording-files.js';
import type { ArchivedCall, DeletedMedia } from './archived-call.js';

/** A call whose recordings have no path where the file is gone; it counts as deleted when the call ended, if it was not before. */
export async function withoutMissingMedia(call: ArchivedCall, files: Pick<RecordingFiles, 'look'>): Promise<ArchivedCall> {
  const { callLog, deletedMedia } = call;
  const deleted = new Map(deletedMedia.map((one) => [one.uuid, one]));
  const recordings = await Promise.all(
    callLog.recordings.map(async (recording): Promise<Recording> => {
      const { uuid, path } = recording;
      if (path === null || (await files.look(path)) !== 'missing') return recording;
      const gone: DeletedMedia | null = uuid === null ? null : { uuid, deletedAt: callLog.endedAt };
      if (gone !== null && !deleted.has(gone.uuid)) deleted.set(gone.uuid, gone);
      return { ...recording, path: null };
    }),
  );
  return { ...call, callLog: { ...callLog, recordings }, deletedMedia: [...deleted.values()] };
}
