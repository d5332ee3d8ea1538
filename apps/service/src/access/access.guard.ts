import type { Authentication } from '@callstitch/application';
import { admit, requiredAccess } from '@callstitch/application';
import { isUuid } from '@callstitch/domain';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../http/api-error.js';
import { AUTHENTICATION } from '../parts.js';
import { ACCESS } from './access.decorator.js';
import type { AccessRule } from './access.decorator.js';
import { admitAs } from './admitted.js';

/** Lets requests in whose token has the access that the route requires; a route that requires none named is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | 'open' | undefined>(ACCESS, context.getHandler());
    if (rule === 'open') return true;
    if (rule === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no access`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const query = rule.inQuery === true ? (request.query as Readonly<Record<string, unknown>>) : {};
    const token = textOf(query['token']) ?? textOf(request.headers['x-auth-token']);
    const required = requiredAccess(rule.requires, request.params as Readonly<Record<string, string>>);
    const headerTenantUuid = textOf(request.headers['wazo-tenant']);
    const refuse = (reason: string) =>
      unauthorized({ invalid_token: token, reason, required_access: required, tenant_uuid: headerTenantUuid });
    // No tenant is called so: what is no uuid would only disturb the database.
    if (headerTenantUuid !== null && !isUuid(headerTenantUuid)) throw refuse('missing_permission_or_invalid_tenant');
    const queryTenantUuid = textOf(query['tenant']);
    if (queryTenantUuid !== null && !isUuid(queryTenantUuid)) throw unauthorizedTenant(queryTenantUuid);
    const admission = await admit({ token, requiredAccess: required, headerTenantUuid, queryTenantUuid }, this.authentication);
    if (admission.kind === 'unauthorized') throw refuse(admission.reason);
    if (admission.kind === 'unauthorized-tenant') throw unauthorizedTenant(admission.tenantUuid);
    admitAs(request, { token: token ?? '', bearer: admission.bearer, tenantUuid: admission.tenantUuid });
    return true;
  }
}

function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : null;
}

function unauthorized(details: object): ApiError {
  return new ApiError(401, 'unauthorized', 'Unauthorized', details);
}

function unauthorizedTenant(tenantUuid: string): ApiError {
  return new ApiError(401, 'unauthorized-tenant', 'Unauthorized tenant', { tenant_uuid: tenantUuid });
}
