import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const TenantRowSchema = defineEntity({
  name: 'TenantRow',
  tableName: 'tenant',
  properties: {
    uuid: p.uuid().primary(),
    /** null for the master tenant. */
    parent: () =>
      p
        .manyToOne(TenantRow)
        .name('parent_uuid')
        .foreignKeyName('tenant_parent')
        .deleteRule('no action')
        .index('tenant_by_parent')
        .nullable(),
    name: p.text().unique('tenant_by_name'),
    createdAt: p.type(InstantType).defaultRaw('now()'),
  },
  indexes: [
    {
      name: 'tenant_only_master',
      expression: 'create unique index tenant_only_master on tenant ((parent_uuid is null)) where (parent_uuid is null)',
    },
  ],
});

/** A tenant; the one without a tenant above is the master tenant. Call logs may name others. */
export class TenantRow extends TenantRowSchema.class {}
TenantRowSchema.setClass(TenantRow);
