import type { AccessBook, Authentication } from '@callstitch/application';
import type { AccessAdministration } from '@callstitch/auth-local';
import { LocalAuthentication, openAccessAdministration } from '@callstitch/auth-local';
import type { Instant } from '@callstitch/domain';
import { explained } from './database-failure.js';

/** Our own tenants and tokens: how they are kept, and what they let in. */
export interface Access {
  readonly administration: AccessAdministration;
  readonly authentication: Authentication;
}

export interface AccessParts {
  readonly accessBook: AccessBook;
  /** The tenant of calls that nobody's directory gives one: the master tenant, so that its administrator sees them. */
  readonly masterTenantUuid: string;
  /** The uuid that calls of a tenant of that name have. */
  readonly tenantUuidOf: (name: string) => string;
  readonly now: () => Instant;
}

/** Connects the access book with who uses it; failures of the database are in a person's words. */
export function assembleAccess({ accessBook: book, masterTenantUuid, tenantUuidOf, now }: AccessParts): Access {
  const own = openAccessAdministration({ book, masterTenantUuid: tenantUuidOf(masterTenantUuid), uuidOfName: tenantUuidOf, now });
  const local = new LocalAuthentication({ book, now });
  return {
    administration: {
      createToken: (wish) => explained(() => own.createToken(wish)),
      tokens: () => explained(() => own.tokens()),
      revokeToken: (id) => explained(() => own.revokeToken(id)),
      removeExpiredTokens: (days) => explained(() => own.removeExpiredTokens(days)),
      createTenant: (tenant) => explained(() => own.createTenant(tenant)),
      tenants: () => explained(() => own.tenants()),
      deleteTenant: (tenant) => explained(() => own.deleteTenant(tenant)),
      ensureAdministratorToken: () => explained(() => own.ensureAdministratorToken()),
    },
    authentication: {
      check: (question) => explained(() => local.check(question)),
      visibleTenants: (which) => explained(() => local.visibleTenants(which)),
    },
  };
}
