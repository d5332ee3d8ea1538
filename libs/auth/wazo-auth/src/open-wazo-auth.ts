import type { Authentication } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError, instant } from '@callstitch/domain';
import { WazoAuthConnection } from './wazo-auth-connection.js';
import { WazoAuthentication } from './wazo-authentication.js';

export interface WazoAuthOptions {
  /** Without the version of the API, e.g. `http://localhost:9497`. */
  readonly baseUrl: string;
  readonly timeoutSeconds?: number;
  /** How long a yes is used again: so late does a revocation count at the latest. */
  readonly keepSeconds?: number;
  readonly mostKept?: number;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Instant;
}

export const TIMEOUT_SECONDS = 5;
const DEFAULTS = { timeoutSeconds: TIMEOUT_SECONDS, keepSeconds: 5, mostKept: 10_000 };

/** The authentication of a Wazo system, asked over HTTP. Throws ARGUMENT_INVALID for an address that cannot be asked; nothing is asked yet. */
export function openWazoAuth(options: WazoAuthOptions): Authentication {
  const { timeoutSeconds, keepSeconds, mostKept } = { ...DEFAULTS, ...options };
  const { fetch = globalThis.fetch, now = () => instant(Date.now() * 1_000) } = options;
  const connection = new WazoAuthConnection({ baseUrl: checkedAddress(options.baseUrl), timeoutSeconds, fetch });
  return new WazoAuthentication({ connection, keepSeconds, mostKept, now });
}

/** Throws ARGUMENT_INVALID for an address that cannot be asked. */
export function checkedAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isFit = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.search === '';
  if (isFit) return url;
  throw new CallstitchError(
    'ARGUMENT_INVALID',
    'The address of wazo-auth must be like http://localhost:9497, without a name and a password.',
  );
}
