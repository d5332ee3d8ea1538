/** What a directory knows about a person or line of the phone system. */
export interface DirectoryEntry {
  readonly name: string;
  /** The number that colleagues dial: the main extension; empty when the line has none. */
  readonly number: string;
  /** Dialplan context of that number. */
  readonly context: string | null;
  readonly userUuid: string | null;
  readonly lineId: number | null;
  readonly tenantUuid: string | null;
  /** Words of the person's `userfield`. */
  readonly tags: readonly string[];
}
