/** Statement that gives the tenants of a table. It jumps from one tenant to the next along the primary key: reading every row for a few uuids would take long. */
export const tenantsIn = (table: string): string => `with recursive named (uuid) as (
    (select tenant_uuid from ${table} order by tenant_uuid limit 1)
    union all
    select (select tenant_uuid from ${table} where tenant_uuid > named.uuid order by tenant_uuid limit 1) from named where named.uuid is not null
  ) select uuid from named where uuid is not null`;
