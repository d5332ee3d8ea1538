/** Where the databases are. */
export interface DatabasePlace {
  /** Null for our own PostgreSQL in the data directory. */
  readonly databaseUrl: string | null;
  /** Where Asterisk's `cel` table is, when it is elsewhere; null for the same database. */
  readonly celDatabaseUrl: string | null;
  readonly dataDirectory: string;
}

/** Where the database that we run ourselves takes connections, from this machine and while it runs. */
export interface OwnDatabase {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** The file that the password stands in. */
  readonly passwordFile: string;
}

/** A database server that is there as long as it is not closed. */
export interface OpenPlace {
  /** Holds the password: never shown. */
  readonly url: string;
  /** The same to be shown; null for a database that somebody names. */
  readonly own: OwnDatabase | null;
  close(): Promise<void>;
}

/** The server of the given URL, or our own, which is started where it does not run yet. */
export async function openPlace({ databaseUrl, dataDirectory }: DatabasePlace): Promise<OpenPlace> {
  if (databaseUrl !== null) return { url: databaseUrl, own: null, close: () => Promise.resolve() };
  const { openEmbeddedPostgres } = await import('@callstitch/embedded-postgres');
  const postgres = await openEmbeddedPostgres({ dataDirectory });
  const { hostname: host, port, username: user, pathname } = new URL(postgres.url);
  const { passwordFile } = postgres;
  return {
    url: postgres.url,
    own: { host, port: Number(port), user, database: pathname.slice(1), passwordFile },
    close: () => postgres.close(),
  };
}
