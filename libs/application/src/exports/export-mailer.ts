import type { RecordingExport } from './recording-export.js';

/** Tells people that their exports are ready. */
export interface ExportMailer {
  /** Rejects when the message cannot be handed over. */
  send(to: string, ready: RecordingExport): Promise<void>;
}
