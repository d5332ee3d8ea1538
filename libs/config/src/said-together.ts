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
  if (isMapping(sources)) changed['sources'] = withWholeSources(sources, whole);
  if (isMapping(mail) && 'template' in mail) changed['mail'] = { ...mail, template: whole(mail['template']) };
  return changed;
}

function withWholeSources(sources: Plain, whole: (value: unknown) => unknown): Plain {
  const { follow, ami } = sources;
  return {
    ...sources,
    ...(Array.isArray(follow) ? { follow: (follow as unknown[]).map(whole) } : {}),
    ...(isMapping(ami) && 'authority' in ami ? { ami: { ...ami, authority: whole(ami['authority']) } } : {}),
  };
}

/** What a file says, with what the environment says over it: of mail and of a bus nothing while the file does not speak of it, or a server is named. */
export function saidTogether(plain: Plain, environment: ReadonlyMap<string, unknown>): Plain {
  let together = plain;
  for (const [key, value] of environment) together = withValue(together, key.split('.'), value, OPENERS.has(key));
  return together;
}

/** What makes its section, where the file has none. */
const OPENERS: ReadonlySet<string> = new Set(['mail.server']);

function withValue(plain: Plain, [key = '', ...inner]: readonly string[], value: unknown, opens: boolean): Plain {
  if (inner.length === 0) return { ...plain, [key]: value };
  const section = plain[key];
  if (isMapping(section)) return { ...plain, [key]: withValue(section, inner, value, opens) };
  return opens && section === undefined ? { ...plain, [key]: withValue({}, inner, value, opens) } : plain;
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
    ['mail.server', at(plain, 'mail', 'server'), 'CALLSTITCH_SMTP'],
    ['announce.amqp.url', at(plain, 'announce', 'amqp', 'url'), 'CALLSTITCH_AMQP'],
    ['sources.amqp.url', at(plain, 'sources', 'amqp', 'url'), 'CALLSTITCH_AMQP'],
  ];
  return places.flatMap(([key, value, variable]) =>
    typeof value === 'string' && URL.canParse(value) && new URL(value).password !== ''
      ? [`${key} holds a password; say it in the environment, as ${variable}`]
      : [],
  );
}

function at(plain: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((value: unknown, key) => (isMapping(value) ? value[key] : null), plain);
}
