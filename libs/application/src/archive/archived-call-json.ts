import { callLogJson, formatInstant } from '@callstitch/domain';
import type { ArchivedCall } from './archived-call.js';

/** What the lines of an archive look like; a reader refuses those of a later version. */
export const ARCHIVE_FORMAT_VERSION = 1;

/** An archived call as one line of JSON: the call log as everybody sees it, and what only we keep. `readArchivedCall` undoes it. */
export function archivedCallJson({ conversation, callLog, deletedMedia }: ArchivedCall): string {
  const { sourceInternalName, userField, reachedVoicemail } = callLog;
  return JSON.stringify({
    formatVersion: ARCHIVE_FORMAT_VERSION,
    callLog: { ...callLogJson(callLog), sourceInternalName, userField, reachedVoicemail },
    conversation: { ...conversation, lastEventAt: formatInstant(conversation.lastEventAt) },
    deletedMedia: deletedMedia.map(({ uuid, deletedAt }) => ({ uuid, deletedAt: formatInstant(deletedAt) })),
  });
}
