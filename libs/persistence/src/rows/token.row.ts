import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';
import { TenantRow } from './tenant.row.js';

const TokenRowSchema = defineEntity({
  name: 'TokenRow',
  tableName: 'token',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    /** SHA-256 in hexadecimal digits. */
    hash: p.text().unique('token_by_hash'),
    name: p.text(),
    tenant: () => p.manyToOne(TenantRow).name('tenant_uuid').foreignKeyName('token_tenant').index('token_by_tenant'),
    userUuid: p.uuid().nullable(),
    acl: p.array(),
    createdAt: p.type(InstantType),
    expiresAt: p.type(InstantType).nullable(),
    revokedAt: p.type(InstantType).nullable(),
    lastUsedAt: p.type(InstantType).nullable(),
  },
});

/** A token without what it reads like. */
export class TokenRow extends TokenRowSchema.class {}
TokenRowSchema.setClass(TokenRow);
