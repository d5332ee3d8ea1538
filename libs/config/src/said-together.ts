import { isAbsolute, resolve } from 'node:path';
import { isHttp } from './url-rules.js';

type Plain = Readonly<Record<string, unknown>>;

/** Keys that are places on the disk: in a file they begin where the file is. */
const PATHS = ['dataDirectory', 'directory', 'exportDirectory', 'archiveDirectory'] as const;

/** What a file says, its paths made whole. */
export function withWholePaths(plain: Plain, folder: string): Plain {
  const whole = (value: unknown): unknown =>
    typeof value !== 'string' || value === '' || isAbsolute(value) || isHttp(value) ? value : resolve(folder, value);
  const changed: Record<string, unknown> = { ...plain };
  for (const key of PATHS) if (key in changed) changed[key] = whole(changed[key]);
  if (Array.isArray(changed['recordings'])) changed['recordings'] = (changed['recordings'] as unknown[]).map(whole);
  const { mail, sources } = changed;
  if (isMapping(sources) && Array.isArray(sources['follow'])) {
    changed['sources'] = { ...sources, follow: (sources['follow'] as unknown[]).map(whole) };
  }
  if (isMapping(mail) && 'template' in mail) changed['mail'] = { ...mail, template: whole(mail['template']) };
  return changed;
}

/** What a file says, with what the environment says over it. Of mail nothing is said while nobody names a server. */
export function saidTogether(plain: Plain, environment: ReadonlyMap<string, unknown>): Plain {
  const together: Record<string, unknown> = { ...plain };
  for (const [key, value] of environment) {
    const [section = '', inner] = key.split('.');
    if (inner === undefined) together[section] = value;
    else if (isMapping(together[section])) together[section] = { ...together[section], [inner]: value };
    else if (inner === 'server') together[section] = { [inner]: value };
  }
  return together;
}

/** Whether a value of a file has names and values. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Secrets in a file: it is read by more people, and kept in more places, than an environment. */
export function secretsIn(plain: Plain): readonly string[] {
  const places: readonly (readonly [key: string, value: unknown, variable: string])[] = [
    ['databaseUrl', plain['databaseUrl'], 'DATABASE_URL or PGPASSWORD'],
    ['celDatabaseUrl', plain['celDatabaseUrl'], 'CEL_DATABASE_URL or PGPASSWORD'],
    ['directory', plain['directory'], 'CALLSTITCH_DIRECTORY'],
    ['sources.amqp.url', amqpUrlIn(plain['sources']), 'CALLSTITCH_AMQP'],
    ['mail.server', isMapping(plain['mail']) ? plain['mail']['server'] : null, 'CALLSTITCH_SMTP'],
  ];
  return places.flatMap(([key, value, variable]) =>
    typeof value === 'string' && URL.canParse(value) && new URL(value).password !== ''
      ? [`${key} holds a password; say it in the environment, as ${variable}`]
      : [],
  );
}

function amqpUrlIn(sources: unknown): unknown {
  const amqp = isMapping(sources) ? sources['amqp'] : null;
  return isMapping(amqp) ? amqp['url'] : null;
}
