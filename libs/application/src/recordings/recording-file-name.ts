import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

/** What the file of a recording is called when it leaves the house: `2026-01-05T10_00_03UTC-12-0a3f….wav`, whatever its name on the disk. */
export function recordingFileName(recording: { readonly uuid: string; readonly startedAt: Instant; readonly callLogId: number }): string {
  return `${momentInName(recording.startedAt)}-${recording.callLogId}-${recording.uuid}.wav`;
}

/** An instant to the second, in UTC and without what file systems dislike: `2026-01-05T10_00_03UTC`. */
export function momentInName(at: Instant): string {
  return `${formatInstant(at).slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replaceAll(':', '_')}UTC`;
}
