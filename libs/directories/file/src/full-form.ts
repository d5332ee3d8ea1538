/** A number that a line is dialled by, and where. */
export interface Extension {
  readonly exten: string;
  readonly context: string | null;
}

/** A line as the full form writes it, under `lines` or inside a user. */
export interface FullLine {
  readonly id: number | null;
  readonly name: string | null;
  readonly tenantUuid: string | null;
  readonly callerIdName: string | null;
  /** Whose line it is, as the line says; a user may say it too. */
  readonly userUuids: readonly string[];
  readonly extensions: readonly Extension[];
}

export interface FullUser {
  readonly uuid: string;
  readonly tenantUuid: string | null;
  /** First and last name; empty when there are none. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly lines: readonly FullLine[];
}
