import type { Directory } from '@callstitch/domain';

/** What this dialect asks a directory. */
export type LineDirectory = Pick<Directory, 'byEndpoint' | 'byNumber' | 'trunks'>;

export interface AsteriskDialectOptions {
  /** Outside lines: an endpoint (`carrier`), a channel with its technology (`PJSIP/carrier`), `*` as wildcard. None: inferred. */
  readonly trunks: readonly string[];
  /** Numbers of the company, as dialplan patterns (`_1XXX`) or plain numbers. None: inferred. */
  readonly internal: readonly string[];
  readonly directory: LineDirectory | null;
}
