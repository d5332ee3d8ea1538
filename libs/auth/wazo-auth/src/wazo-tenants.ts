import type { ListedTenant, TenantRegistry } from '@callstitch/application';
import { TIMEOUT_SECONDS, checkedAddress } from './open-wazo-auth.js';
import type { WazoAuthOptions } from './open-wazo-auth.js';
import { readListedTenants } from './read-reply.js';
import { WazoAuthConnection } from './wazo-auth-connection.js';

export interface WazoTenantsOptions extends Pick<WazoAuthOptions, 'baseUrl' | 'timeoutSeconds' | 'fetch'> {
  /** Of the master tenant, and with `auth.tenants.read`; never shown. */
  readonly token: string;
}

/** The tenants of a wazo-auth. Throws ARGUMENT_INVALID for an address that cannot be asked; nothing is asked yet. */
export function openWazoTenants({ baseUrl, token, ...options }: WazoTenantsOptions): TenantRegistry {
  const { timeoutSeconds = TIMEOUT_SECONDS, fetch = globalThis.fetch } = options;
  const connection = new WazoAuthConnection({ baseUrl: checkedAddress(baseUrl), timeoutSeconds, fetch });
  return {
    async tenants(): Promise<readonly ListedTenant[]> {
      const { status, body } = await connection.send({ method: 'GET', path: '0.1/tenants', headers: { 'X-Auth-Token': token } });
      if (status === 401 || status === 403) throw connection.unreachable(`does not show our token the tenants (status ${status})`);
      if (status !== 200) throw connection.unreachable(`answers with status ${status}`);
      const listed = readListedTenants(body);
      if (listed === null) throw connection.unreachable('answers what is no whole list of tenants');
      return listed;
    },
  };
}
