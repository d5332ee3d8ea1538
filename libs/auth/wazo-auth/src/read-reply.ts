import type { Bearer, ListedTenant, TenantUuids } from '@callstitch/application';

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

/** All tenants of `GET /tenants`; null for what has another shape, and for a part of them. */
export function readListedTenants(body: unknown): readonly ListedTenant[] | null {
  const { items, total } = fieldsOf(body);
  if (!Array.isArray(items) || (typeof total === 'number' && total > items.length)) return null;
  const listed = items.map((item) => {
    const { uuid, parent_uuid: parentUuid } = fieldsOf(item);
    return { uuid: textOf(uuid), parentUuid: textOf(parentUuid) };
  });
  return listed.every((one): one is ListedTenant => one.uuid !== null) ? listed : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
