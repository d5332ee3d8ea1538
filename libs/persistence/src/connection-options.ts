import type { PoolConfig } from 'pg';
import type { UrlSetting } from './connection-failure.js';
import { connectionFailure, placeOf } from './connection-failure.js';
import { valueTypes } from './value-types.js';

/** Times are read as texts, so every session must print them in one way. */
export const SESSION_OPTIONS = '-c timezone=UTC -c datestyle=ISO';

const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 30_000;
const FORGOTTEN_TRANSACTION_MS = 600_000;

/** What every connection to a database has in common; `options` in the URL are kept. Throws when the URL is none. */
export function connectionOptions(url: string, setting: UrlSetting): PoolConfig {
  if (placeOf(url) === null) throw connectionFailure(url, setting, null);
  const given = new URL(url);
  const options = [given.searchParams.get('options') ?? '', SESSION_OPTIONS].join(' ').trim();
  // In pg what the URL says wins.
  given.searchParams.delete('options');
  return {
    connectionString: given.href,
    options,
    application_name: 'callstitch',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    idle_in_transaction_session_timeout: FORGOTTEN_TRANSACTION_MS,
    keepAlive: true,
    types: valueTypes,
  };
}
