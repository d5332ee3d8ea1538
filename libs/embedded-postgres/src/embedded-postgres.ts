/** A PostgreSQL that this process holds. */
export interface EmbeddedPostgres {
  /** Holds the password: never log it. It stays the same, unless another program takes the server's port between two starts. */
  readonly url: string;
  /** The file that the password stands in, for its owner alone. */
  readonly passwordFile: string;
  /** Lets go of the server; it ends soon after the last process did so, or was killed. */
  close(): Promise<void>;
}

/** Where the room tells of starts, crashes and moves: an event's name and fields. */
export interface EmbeddedPostgresLog {
  info(event: string, fields: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields: Readonly<Record<string, unknown>>): void;
}
