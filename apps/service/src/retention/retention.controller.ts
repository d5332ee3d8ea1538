import type { Callstitch } from '@callstitch/runtime';
import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From } from '../access/admitted.js';
import { bodyObject } from '../parameters/body-object.js';
import { invalidData, readParameters } from '../parameters/read-parameters.js';
import { CALLSTITCH } from '../parts.js';
import { RetentionBody } from './retention-body.js';

/** How long a tenant keeps what is its own. */
@Controller('retention')
export class RetentionController {
  constructor(@Inject(CALLSTITCH) private readonly callstitch: Callstitch) {}

  @Get()
  @Access('call-logd.retention.read')
  async get(@From() { tenantUuid }: Caller): Promise<object> {
    const [own, everybody] = await Promise.all([this.callstitch.tenantRetention(tenantUuid), this.callstitch.retentionForEverybody()]);
    return {
      tenant_uuid: tenantUuid,
      cdr_days: own.callLogDays,
      export_days: own.exportDays,
      recording_days: own.recordingDays,
      default_cdr_days: everybody.callLogDays,
      default_export_days: everybody.exportDays,
      default_recording_days: everybody.recordingDays,
    };
  }

  @Put()
  @HttpCode(204)
  @Access('call-logd.retention.update')
  async put(@From() { tenantUuid }: Caller, @Body() sent: unknown): Promise<void> {
    const { callLogDays, recordingDays, exportDays } = await readParameters(RetentionBody, bodyObject(sent));
    if (callLogDays !== null && recordingDays !== null && recordingDays > callLogDays) {
      throw invalidData({ recording_days: ['"recording_days" must not be higher than "cdr_days": recordings go with their calls'] });
    }
    await this.callstitch.setTenantRetention({ tenantUuid, callLogDays, recordingDays, exportDays });
  }
}
