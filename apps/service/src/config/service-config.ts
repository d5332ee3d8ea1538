import type { MailSettings } from '@callstitch/runtime/settings';
import type { ServiceSettings } from '../service-settings.js';

/** What the service runs with, as it may be shown: of secrets only that there are some. */
export interface ServiceConfig {
  debug: boolean;
  readonly [key: string]: unknown;
}

const MASK = '********';

/** The effective configuration, secrets masked (reference oddity R-21: it shows them). */
export function shownConfig(settings: ServiceSettings, version: string): ServiceConfig {
  const { host, port, cors, authentication, mail, announce } = settings;
  const { databaseUrl, celDatabaseUrl, dialect, directory, directoryToken, defaultTenantUuid } = settings;
  return {
    debug: false,
    version,
    rest_api: { listen: host, port, cors: { enabled: cors } },
    auth: authentication.kind === 'local' ? { kind: 'local' } : { kind: 'wazo-auth', url: withoutPassword(authentication.baseUrl) },
    db_uri: databaseUrl === null ? null : withoutPassword(databaseUrl),
    cel_db_uri: celDatabaseUrl === null ? null : withoutPassword(celDatabaseUrl),
    dialect,
    directory: directory === null ? null : withoutPassword(directory),
    directory_token: directoryToken === null ? null : MASK,
    tenant_uuid: defaultTenantUuid,
    trunks: settings.trunks,
    internal: settings.internal,
    silent_after_minutes: settings.silentAfterMinutes,
    recordings: settings.recordings,
    exports: { directory: settings.exportDirectory },
    archive: { directory: settings.archiveDirectory },
    schedules: settings.jobs.schedules,
    bus: announce.amqp === null ? null : { ...announce.amqp, url: withoutPassword(announce.amqp.url) },
    webhooks: announce.webhooks.map(({ name, url }) => ({ name, url: withoutPassword(url) })),
    smtp: mail === null ? null : { ...shownMail(mail) },
  };
}

function shownMail({ host, port, starttls, login, from, subject, publicUrl }: MailSettings) {
  const names = login === null ? { username: null, password: null } : { username: login.username, password: MASK };
  return { host, port, starttls, ...names, from: from.address, subject, public_url: publicUrl };
}

/** A URL with its password, and what its query may hide, masked; a path stays as it is. */
function withoutPassword(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.password !== '') url.password = MASK;
  for (const key of [...url.searchParams.keys()]) url.searchParams.set(key, MASK);
  return url.href;
}
