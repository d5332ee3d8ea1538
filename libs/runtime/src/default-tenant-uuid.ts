/**
 * The tenant of calls that nobody's directory gives one, unless the settings name another. Fixed, so that an
 * installation without tenants finds its call logs again, and never the uuid of a tenant that somebody made.
 */
export const DEFAULT_TENANT_UUID = 'ca115717-0000-4000-8000-000000000001';
