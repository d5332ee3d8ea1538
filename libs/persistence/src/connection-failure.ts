import { CallstitchError } from '@callstitch/domain';

/** The setting that a URL came from, so that a person knows which one to correct. */
export type UrlSetting = 'DATABASE_URL' | 'CEL_DATABASE_URL';

const NO_SUCH_HOST = 'there is no such host; correct %s.';
const WRONG_USER = 'it refused the user or the password; correct %s.';
const NO_ANSWER = 'it does not answer; start it, or correct %s.';

/** Codes of the system and of PostgreSQL, and what to do. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start it, or correct %s.',
  ECONNRESET: 'it closed the connection; look into its log, or correct %s.',
  ENOENT: 'there is no such socket; start it, or correct %s.',
  ENOTFOUND: NO_SUCH_HOST,
  EAI_AGAIN: NO_SUCH_HOST,
  EHOSTUNREACH: NO_ANSWER,
  ENETUNREACH: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  '28000': WRONG_USER,
  '28P01': WRONG_USER,
  '3D000': 'there is no database of that name; create it, or correct %s.',
  '53300': 'it has no connection left; raise its max_connections, or end other programs.',
  '57P03': 'it is just starting or stopping; try again in a moment.',
};

/** A refused connection as one sentence, with the place and without the password. */
export function connectionFailure(url: string, setting: UrlSetting, cause: unknown): CallstitchError {
  const place = placeOf(url);
  if (place === null) {
    // The cause would quote the URL, password included.
    return new CallstitchError('DATABASE_UNREACHABLE', `${setting} is not a URL such as postgresql://user@host:5432/database; correct it.`);
  }
  const advice = SENTENCES[codeOf(cause)] ?? (isTimeout(cause) ? NO_ANSWER : `${messageOf(cause)}; correct %s.`);
  return new CallstitchError('DATABASE_UNREACHABLE', `The database ${place} cannot be used: ${advice.replace('%s', setting)}`, { cause });
}

/** Host, port and database of a URL; null when it is none. */
export function placeOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port, pathname, searchParams, protocol } = new URL(url);
  if ((protocol !== 'postgresql:' && protocol !== 'postgres:') || !/^\/[^/@]*$|^$/.test(pathname)) return null;
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
  return `${host}:${port === '' ? '5432' : port}${decodeURIComponent(pathname)}`;
}

function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

function isTimeout(cause: unknown): boolean {
  return /timeout/i.test(messageOf(cause));
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
