import { Body, Controller, Get, HttpCode, Inject, Patch } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From } from '../access/admitted.js';
import { refuseOtherTenants } from '../access/refuse-other-tenants.js';
import { CONFIG, MASTER_TENANT } from '../parts.js';
import { debugOf } from './config-patch.js';
import type { ServiceConfig } from './service-config.js';

/** What the service runs with, for tokens of the master tenant. The accesses begin with `call_logd`: existing policies name them so. */
@Controller('config')
export class ConfigController {
  constructor(
    @Inject(CONFIG) private readonly config: ServiceConfig,
    @Inject(MASTER_TENANT) private readonly masterTenant: () => Promise<string | null>,
  ) {}

  @Get()
  @Access('call_logd.config.read')
  async get(@From() from: Caller): Promise<ServiceConfig> {
    await refuseOtherTenants(from, { masterTenant: this.masterTenant, access: 'call_logd.config.read' });
    return this.config;
  }

  /** Until the service ends: whether requests are logged with who asked from where. */
  @Patch()
  @HttpCode(200)
  @Access('call_logd.config.update')
  async patch(@From() from: Caller, @Body() patch: unknown): Promise<ServiceConfig> {
    await refuseOtherTenants(from, { masterTenant: this.masterTenant, access: 'call_logd.config.update' });
    this.config.debug = debugOf(patch) ?? this.config.debug;
    return this.config;
  }
}
