import type { Instant } from '@callstitch/domain';

/** What somebody did with a recording: heard it in place, took its file away, packed it into an export, deleted its file. */
export type RecordingAction = 'play' | 'download' | 'export' | 'delete';

/** Who asks for a recording. */
export interface RecordingAsker {
  /** null when nobody's token asks. */
  readonly userUuid: string | null;
  /** Of our own tokens; null for those of a wazo-auth, whose reading is a secret. */
  readonly tokenId: number | null;
}

/** One line of the audit: who did what with which recording, and when. */
export interface RecordingAccess extends RecordingAsker {
  readonly at: Instant;
  /** Whose the recording is, which may be a tenant below the asker's. */
  readonly tenantUuid: string;
  readonly action: RecordingAction;
  readonly callLogId: number;
  readonly recordingUuid: string;
  /** The export that it was packed into; null for every other action. */
  readonly exportUuid: string | null;
}

/** Where accesses to recordings are written down for good; they outlive the recording. */
export interface RecordingAudit {
  note(access: RecordingAccess): Promise<void>;
  /** What was done with one recording, oldest first. */
  of(recordingUuid: string): Promise<readonly RecordingAccess[]>;
}
