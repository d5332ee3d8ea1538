/** A variable of the environment that says a key of the configuration. */
interface Variable {
  readonly name: string;
  /** The way to the key: `mail.server`. */
  readonly key: string;
  readonly read?: (text: string) => unknown;
}

const SWITCH = new Map([
  ['on', true],
  ['off', false],
]);

/** What wins over the file. A text that cannot be read stays as it is, for the rules to complain of. */
const VARIABLES: readonly Variable[] = [
  { name: 'DATABASE_URL', key: 'databaseUrl' },
  { name: 'CEL_DATABASE_URL', key: 'celDatabaseUrl' },
  { name: 'CALLSTITCH_DATA', key: 'dataDirectory' },
  { name: 'CALLSTITCH_TENANT', key: 'tenant' },
  { name: 'CALLSTITCH_DIALECT', key: 'dialect' },
  { name: 'CALLSTITCH_DIRECTORY', key: 'directory' },
  { name: 'CALLSTITCH_RECORDINGS', key: 'recordings', read: (text) => text.split(':').filter((directory) => directory !== '') },
  { name: 'CALLSTITCH_EXPORTS', key: 'exportDirectory' },
  { name: 'CALLSTITCH_ARCHIVE', key: 'archiveDirectory' },
  { name: 'CALLSTITCH_LISTEN', key: 'listen' },
  { name: 'CALLSTITCH_AUTH', key: 'authentication' },
  { name: 'CALLSTITCH_CORS', key: 'cors', read: (text) => SWITCH.get(text) ?? text },
  { name: 'CALLSTITCH_PUBLIC_URL', key: 'publicUrl' },
  { name: 'CALLSTITCH_AMQP', key: 'announce.amqp.url' },
  { name: 'CALLSTITCH_SMTP', key: 'mail.server' },
  { name: 'CALLSTITCH_MAIL_FROM', key: 'mail.from' },
  { name: 'CALLSTITCH_MAIL_TEMPLATE', key: 'mail.template' },
];

export type Environment = Readonly<Record<string, string | undefined>>;

/** The keys that an environment says, by key; an empty variable is as good as none. */
export function saidByEnvironment(environment: Environment): ReadonlyMap<string, unknown> {
  const said = new Map<string, unknown>();
  for (const { name, key, read = (text: string): unknown => text } of VARIABLES) {
    const text = environment[name] ?? '';
    if (text !== '') said.set(key, read(text));
  }
  return said;
}

/** By what name whoever wrote the environment knows a key. */
export function variableOf(key: string): string | null {
  return VARIABLES.find((variable) => variable.key === key)?.name ?? null;
}
