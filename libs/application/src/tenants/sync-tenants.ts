import { CallstitchError } from '@callstitch/domain';
import type { AuthUnreachable } from '../access/auth-unreachable.js';
import type { StoredTenant, TenantBook } from './tenant-book.js';

/** A tenant of a list of tenants elsewhere. */
export interface ListedTenant {
  readonly uuid: string;
  /** Its own uuid for the master tenant; null when it is not said. */
  readonly parentUuid: string | null;
}

/** Who knows which tenants there are, such as a wazo-auth. Rejects with AUTH_UNREACHABLE when it does not say. */
export interface TenantRegistry {
  tenants(): Promise<readonly ListedTenant[]>;
}

/**
 * The tenants of whom something is kept here and of whom the registry knows nothing; never the master tenant.
 *
 * Rejects with TENANTS_UNSURE when the registry does not answer, lists nobody, or not its own master tenant: whoever asks sees only a
 * part then.
 */
export async function unknownTenants(registry: TenantRegistry, book: Pick<TenantBook, 'stored'>): Promise<readonly StoredTenant[]> {
  const listed = await registry.tenants().catch((error: unknown) => {
    throw isUnreachable(error) ? unsure(`The server ${error.server.host}:${error.server.port} ${error.server.reason}.`) : error;
  });
  if (listed.length === 0) throw unsure('It lists no tenant at all.');
  if (!listed.some(({ uuid, parentUuid }) => parentUuid === uuid)) {
    throw unsure('It lists no master tenant: the token sees only a part. Use one of the master tenant.');
  }
  const known = new Set(listed.map(({ uuid }) => uuid.toLowerCase()));
  return (await book.stored()).filter(({ tenantUuid, isMaster }) => !isMaster && !known.has(tenantUuid));
}

function isUnreachable(error: unknown): error is AuthUnreachable {
  return error instanceof Error && 'code' in error && error.code === 'AUTH_UNREACHABLE';
}

function unsure(why: string): CallstitchError {
  return new CallstitchError('TENANTS_UNSURE', `Nothing was removed, because wazo-auth does not say which tenants there are. ${why}`);
}
