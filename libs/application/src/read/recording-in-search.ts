/** A recording that a file name speaks of. */
export interface SearchedRecording {
  readonly callLogId: number;
  readonly uuid: string;
}

/** The last part of a text that looks so counts, as in Wazo. */
const FILE_NAME = /^.*-(\d+)-([a-z0-9-]{36}).*$/su;

/** The recording whose file name a search is, e.g. `2026-01-05T10_00_03UTC-12-0a3f….wav`; null for a search of any other text. */
export function recordingInSearch(search: string): SearchedRecording | null {
  const [, id, uuid] = FILE_NAME.exec(search) ?? [];
  return id === undefined || uuid === undefined ? null : { callLogId: Number(id), uuid };
}
