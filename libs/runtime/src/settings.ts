/** What the environment says; an empty variable is as good as none. */
export interface Settings {
  /** Null for our own PostgreSQL in the data directory. */
  readonly databaseUrl: string | null;
  /** Where Asterisk's `cel` table is, when it is elsewhere. */
  readonly celDatabaseUrl: string | null;
  readonly dataDirectory: string;
  readonly defaultTenantUuid: string | null;
  /** `auto` unless said otherwise. */
  readonly dialect: string;
  /** A file, or the URL of a wazo-confd. */
  readonly directory: string | null;
  readonly directoryToken: string | null;
  /** Directories of recordings. */
  readonly recordings: readonly string[];
  /** Where archives of exports are; null for `exports` in the data directory. */
  readonly exportDirectory: string | null;
  /** null for callstitch.yml, if it is there. */
  readonly configFile: string | null;
}

/** The settings of an environment; a program's main file hands it over. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { DATABASE_URL, CEL_DATABASE_URL, CALLSTITCH_DATA, CALLSTITCH_TENANT } = environment;
  const {
    CALLSTITCH_DIALECT,
    CALLSTITCH_DIRECTORY,
    CALLSTITCH_DIRECTORY_TOKEN,
    CALLSTITCH_CONFIG,
    CALLSTITCH_RECORDINGS,
    CALLSTITCH_EXPORTS,
  } = environment;
  return {
    databaseUrl: given(DATABASE_URL),
    celDatabaseUrl: given(CEL_DATABASE_URL),
    dataDirectory: given(CALLSTITCH_DATA) ?? './data',
    defaultTenantUuid: given(CALLSTITCH_TENANT),
    dialect: given(CALLSTITCH_DIALECT) ?? 'auto',
    directory: given(CALLSTITCH_DIRECTORY),
    directoryToken: given(CALLSTITCH_DIRECTORY_TOKEN),
    recordings: (CALLSTITCH_RECORDINGS ?? '').split(':').filter((directory) => directory !== ''),
    exportDirectory: given(CALLSTITCH_EXPORTS),
    configFile: given(CALLSTITCH_CONFIG),
  };
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
