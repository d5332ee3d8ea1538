import type { Authentication } from '@callstitch/application';
import type { ServiceSettings } from '../service-settings.js';

/** What every token of a service that asks confd may do. */
const ACCESS = 'confd.users.read';

/**
 * Whether the service has the token that it needs. A wazo-confd wants one, and where there is a wazo-auth it must still know that token; who
 * asks no confd needs none, because callers bring their own.
 */
export function serviceToken(
  { directory, directoryToken, authentication: { kind } }: Pick<ServiceSettings, 'directory' | 'directoryToken' | 'authentication'>,
  authentication: Authentication,
): () => Promise<boolean> {
  const isNeeded = directory !== null && /^https?:\/\//i.test(directory);
  return async () => {
    if (!isNeeded) return true;
    if (directoryToken === null) return false;
    if (kind === 'local') return true;
    try {
      return (await authentication.check({ token: directoryToken, requiredAccess: ACCESS, tenantUuid: null })).kind !== 'unknown-token';
    } catch {
      return false;
    }
  };
}
