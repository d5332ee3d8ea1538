/** Where the databases are. */
export interface DatabasePlace {
  /** Null for our own PostgreSQL in the data directory. */
  readonly databaseUrl: string | null;
  /** Where Asterisk's `cel` table is, when it is elsewhere; null for the same database. */
  readonly celDatabaseUrl: string | null;
  readonly dataDirectory: string;
}

/** A database server that is there as long as it is not closed. */
export interface OpenPlace {
  /** Holds the password: never shown. */
  readonly url: string;
  close(): Promise<void>;
}

/** The server of the given URL, or our own, which is started where it does not run yet. */
export async function openPlace({ databaseUrl, dataDirectory }: DatabasePlace): Promise<OpenPlace> {
  if (databaseUrl !== null) return { url: databaseUrl, close: () => Promise.resolve() };
  const { openEmbeddedPostgres } = await import('@callstitch/embedded-postgres');
  return openEmbeddedPostgres({ dataDirectory });
}
