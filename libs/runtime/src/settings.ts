import type { Environment, MailConfig } from '@callstitch/config';
import { LISTEN, MAILBOX, readConfig } from '@callstitch/config';
import type { JobsSettings } from '@callstitch/application';
import type { AnnounceSettings } from './announce/announce-settings.js';
import type { SourcesSettings } from './live/sources-settings.js';
import type { LiveSettings } from './live/live.js';
import type { MailSettings } from './mail-settings.js';
import { sourcesOf } from './sources-of.js';

export type { MailSettings } from './mail-settings.js';

/** What callstitch.yml and the environment say. */
export interface Settings {
  /** Null for our own PostgreSQL in the data directory. */
  readonly databaseUrl: string | null;
  /** Where Asterisk's `cel` table is, when it is elsewhere. */
  readonly celDatabaseUrl: string | null;
  readonly dataDirectory: string;
  readonly defaultTenantUuid: string | null;
  /** `auto` unless said otherwise. */
  readonly dialect: string;
  readonly trunks: readonly string[];
  readonly internal: readonly string[];
  readonly silentAfterMinutes: number;
  /** A file, or the URL of a wazo-confd. */
  readonly directory: string | null;
  readonly directoryToken: string | null;
  /** Directories of recordings. */
  readonly recordings: readonly string[];
  /** Where archives of exports are; null for `exports` in the data directory. */
  readonly exportDirectory: string | null;
  /** Where purges write call logs before they delete them; null for nowhere. */
  readonly archiveDirectory: string | null;
  /** null for callstitch.yml, if it is there. */
  readonly configFile: string | null;
  /** When jobs run, and what they may do. */
  readonly jobs: JobsSettings;
  /** Where CELs come from beside the table, while the service runs. */
  readonly sources: SourcesSettings;
  /** How call logs are made as calls end. */
  readonly live: LiveSettings;
  readonly service: ServiceSettings;
}

/** What only the service uses. */
export interface ServiceSettings {
  readonly host: string;
  readonly port: number;
  /** `local`, or the URL of a wazo-auth. */
  readonly authentication: string;
  readonly cors: boolean;
  /** null when nobody is told that an export is ready. */
  readonly mail: MailSettings | null;
  /** Who is told what happens. */
  readonly announce: AnnounceSettings;
}

/**
 * Reads the configuration file and the environment, which a program's main file hands over and which wins. Rejects with all that
 * is wrong at once: CONFIG_INVALID, or ARGUMENT_INVALID when it is the environment alone.
 */
export async function readSettings(environment: Environment): Promise<Settings> {
  const { CALLSTITCH_CONFIG, CALLSTITCH_DIRECTORY_TOKEN } = environment;
  const configFile = given(CALLSTITCH_CONFIG);
  const { config } = await readConfig(configFile, environment);
  const { tenant: defaultTenantUuid, databaseUrl, celDatabaseUrl, dataDirectory, dialect, trunks, internal, silentAfterMinutes } = config;
  const { directory, recordings, exportDirectory, archiveDirectory, listen, authentication, cors, mail, publicUrl } = config;
  const { retry, catchUp, monthsAhead, generation, tokens, sweep } = config.jobs;
  const [, bracketed, plain, port] = LISTEN.exec(listen) ?? [];
  return {
    ...{ databaseUrl, celDatabaseUrl, dataDirectory, defaultTenantUuid, dialect, trunks, internal, silentAfterMinutes, directory },
    directoryToken: given(CALLSTITCH_DIRECTORY_TOKEN),
    ...{ recordings, exportDirectory, archiveDirectory, configFile },
    jobs: { retry, catchUp, monthsAhead, generation, tokens, sweep, schedules: config.schedules, purge: { archive: archiveDirectory } },
    sources: sourcesOf(config.sources, environment),
    live: config.live,
    service: {
      host: bracketed ?? (plain === '' ? '0.0.0.0' : (plain ?? '127.0.0.1')),
      port: Number(port),
      authentication,
      cors,
      mail: mail === null ? null : mailSettings(mail, publicUrl ?? ''),
      announce: config.announce,
    },
  };
}

const STANDARD_PORT = 25;

function mailSettings({ server, starttls, from, subject, template }: MailConfig, publicUrl: string): MailSettings {
  const { hostname, port, username, password, searchParams } = new URL(server);
  const [, name, address = ''] = MAILBOX.exec(from) ?? [];
  return {
    host: hostname,
    port: port === '' ? STANDARD_PORT : Number(port),
    starttls: starttls && searchParams.get('starttls') !== 'off',
    login: username === '' ? null : { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    from: { name: name ?? 'Callstitch', address },
    subject,
    templateFile: template,
    publicUrl,
  };
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
