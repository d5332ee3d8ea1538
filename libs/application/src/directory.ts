import type { DirectoryEntry } from '@callstitch/domain';

/** Who is behind a line or a number. */
export interface Directory {
  /** The entry of the endpoint part of a channel name, e.g. `1001` of `PJSIP/1001-0000000c`. */
  byEndpoint(endpoint: string): DirectoryEntry | null;
  /** The entry of a number as colleagues dial it. */
  byNumber(number: string): DirectoryEntry | null;
  /** Endpoints or channel patterns of outside lines that the directory knows. */
  readonly trunks: readonly string[];
}
