import type { Authentication, ChangeFeed } from '@callstitch/application';
import { isoTime } from '@callstitch/application';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From } from '../access/admitted.js';
import { tenantsOf } from '../access/tenants.js';
import { Parameters } from '../open-api/parameters.decorator.js';
import { Parameter } from '../parameters/parameter.decorator.js';
import { firstOfEach, readParameters } from '../parameters/read-parameters.js';
import { flag, text, wholeNumber } from '../parameters/readers.js';
import { AUTHENTICATION, CHANGES } from '../parts.js';

const MOST = 10_000;

export class ChangesQuery {
  @Parameter(text({ longest: 100 }), { description: 'changes after this one: seq of the last one that was seen; empty for the first' })
  readonly after: string = '';

  @Parameter(wholeNumber({ min: 1, max: MOST }))
  readonly limit: number = 1_000;

  @Parameter(flag)
  readonly recurse: boolean = false;
}

/** What happened to call logs, in an order that never skips a change that is committed late. */
@Controller('changes')
export class ChangesController {
  constructor(
    @Inject(CHANGES) private readonly changes: ChangeFeed,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Get()
  @Access('call-logd.changes.read')
  @Parameters(ChangesQuery, 'Changes of call logs: created, updated, deleted, purged')
  async after(@From() from: Caller, @Query() sent: unknown): Promise<object> {
    const { after, limit, recurse } = await readParameters(ChangesQuery, firstOfEach(sent));
    const tenantUuids = await tenantsOf(from, recurse, this.authentication);
    const { changes, next } = await this.changes.after(after === '' ? null : after, { tenantUuids, limit });
    return {
      items: changes.map(({ seq, at, kind, callLogId, tenantUuid, conversationId, version, mergedInto }) => ({
        seq,
        at: isoTime(at),
        kind,
        cdr_id: callLogId,
        tenant_uuid: tenantUuid,
        conversation_id: conversationId,
        version,
        merged_into: mergedInto,
      })),
      next,
    };
  }
}
