import type {
  AllMediaDeleted,
  ExportOpening,
  ExportRequest,
  ExportRequested,
  ExportRun,
  MediaDeleted,
  MediaDeletion,
  MediaDeletions,
  MediaOpening,
  MediaRequest,
  RecordingAccess,
  RecordingAsker,
  RecordingExport,
  WhichExport,
} from '@callstitch/application';

/** The files of recordings, and who did what with them. Calls that the configured policies hold keep theirs. */
export interface Recordings {
  openMedia(request: MediaRequest): Promise<MediaOpening>;
  deleteMedia(which: MediaDeletion): Promise<MediaDeleted>;
  deleteMediaOf(which: MediaDeletions): Promise<AllMediaDeleted>;
  /** What was done with one recording, oldest first. */
  accesses(recordingUuid: string): Promise<readonly RecordingAccess[]>;
}

export interface ExportWork {
  /** How many are packed at once in this process. */
  readonly atOnce: number;
  /** Hears how each run ended; failures of the database among them are tried again. */
  readonly onRun?: (exportUuid: string, run: ExportRun) => void;
  /** Hears of each export's new state. */
  readonly onChange?: (changed: RecordingExport) => void;
  readonly onTrouble?: (error: Error) => void;
}

/** Exports of recordings. */
export interface Exports {
  request(request: ExportRequest): Promise<ExportRequested>;
  get(which: WhichExport): Promise<(RecordingExport & { readonly fileName: string }) | null>;
  open(which: WhichExport & { readonly asker: RecordingAsker }): Promise<ExportOpening>;
  /** Hands exports that no worker has in hand to workers again; says how many. */
  resume(): Promise<number>;
  /** Packs exports in this process too, at first those that a killed worker left, until all is closed. */
  work(options: ExportWork): Promise<void>;
}
