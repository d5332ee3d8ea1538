import type { DirectoryEntry } from './directory-entry.js';

/** Where voice messages are left, as a dialplan names it. */
export interface Mailbox {
  readonly number: string;
  /** null when the dialplan names none. */
  readonly context: string | null;
  /** Whose call it is, when that is known. */
  readonly tenantUuid: string | null;
}

/** What a directory knows about a mailbox. */
export interface Voicemail {
  readonly id: string;
  readonly name: string;
}

/** Who stands behind lines, numbers and accounts. Answers at once; null is "nobody known". */
export interface Directory {
  /** The person of the endpoint part of a channel name, e.g. `1001` of `PJSIP/1001-0000000c`; of several persons the first. */
  byEndpoint(endpoint: string): DirectoryEntry | null;
  /** The person of a number as colleagues dial it. */
  byNumber(number: string): DirectoryEntry | null;
  /** The account of that uuid, with its first line. */
  byUserUuid(uuid: string): DirectoryEntry | null;
  /** The tenant that a dialplan context belongs to. */
  tenantOfContext(context: string): string | null;
  voicemail(mailbox: Mailbox): Voicemail | null;
  /** Endpoints or channel patterns of outside lines that the directory knows. */
  readonly trunks: readonly string[];
}
