import type { DirectoryEntry } from '@callstitch/domain';

/** Who is behind a line or a number, as the dialect needs it; the application's directory port fits. */
export interface LineDirectory {
  byEndpoint(endpoint: string): DirectoryEntry | null;
  byNumber(number: string): DirectoryEntry | null;
  readonly trunks: readonly string[];
}

export interface AsteriskDialectOptions {
  /** Outside lines: an endpoint (`carrier`), a channel with its technology (`PJSIP/carrier`), `*` as wildcard. None: inferred. */
  readonly trunks: readonly string[];
  /** Numbers of the company, as dialplan patterns (`_1XXX`) or plain numbers. None: inferred. */
  readonly internal: readonly string[];
  readonly directory: LineDirectory | null;
}
