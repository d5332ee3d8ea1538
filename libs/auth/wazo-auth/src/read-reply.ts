import type { Bearer, TenantUuids } from '@callstitch/application';

/** Who a token speaks for, of `GET /token/{token}`; null for what has another shape. */
export function readBearer(body: unknown): Bearer | null {
  const { tenant_uuid: tenantUuid, pbx_user_uuid: userUuid } = fieldsOf(fieldsOf(fieldsOf(body)['data'])['metadata']);
  if (typeof tenantUuid !== 'string' || tenantUuid === '') return null;
  const isPerson = typeof userUuid === 'string' && userUuid !== '';
  return { tenantUuid: tenantUuid.toLowerCase(), userUuid: isPerson ? userUuid.toLowerCase() : null, tokenId: null };
}

/** The tenants of `GET /tenants` that was asked for one, which is always of them; null for what has another shape. */
export function readTenants(body: unknown, tenantUuid: string): TenantUuids | null {
  const { items } = fieldsOf(body);
  if (!Array.isArray(items)) return null;
  const uuids = items.map((item) => fieldsOf(item)['uuid']);
  if (!uuids.every((uuid) => typeof uuid === 'string')) return null;
  return [tenantUuid, ...uuids.map((uuid) => uuid.toLowerCase()).filter((uuid) => uuid !== tenantUuid)];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
