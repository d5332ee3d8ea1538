import type { Authentication, CallLogSearch, CdrFilter } from '@callstitch/application';
import { isoTime } from '@callstitch/application';
import { isUuid } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From, askerOf } from '../access/admitted.js';
import type { Tenants } from '../access/tenants.js';
import { tenantsOf } from '../access/tenants.js';
import { filterOf } from '../cdr/cdr-filter.js';
import { ApiError } from '../http/api-error.js';
import { noSuchRoute } from '../http/no-such-route.js';
import { sendFile } from '../http/send-file.js';
import { Parameters } from '../open-api/parameters.decorator.js';
import { bodyObject } from '../parameters/body-object.js';
import { firstOfEach, readParameters } from '../parameters/read-parameters.js';
import { AUTHENTICATION, CALLSTITCH, SEARCH } from '../parts.js';
import { exportError } from './export-errors.js';
import { ExportBody, ExportQuery } from './export-query.js';

/** Exports of recordings: asked for, made in the background, taken away. */
@Controller()
export class ExportsController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(SEARCH) private readonly search: CallLogSearch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Post('cdr/recordings/media/export')
  @HttpCode(202)
  @Access('call-logd.cdr.recordings.media.export.create')
  @Parameters(ExportQuery, 'Asks for the recordings of call logs in one archive')
  async create(
    @From() from: Caller,
    @Query() sentQuery: unknown,
    @Body() sentBody: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const query = await readParameters(ExportQuery, firstOfEach(sentQuery));
    const { callLogIds } = await readParameters(ExportBody, bodyObject(sentBody));
    const tenants = await tenantsOf(from, query.recurse, this.authentication);
    const callLogs = this.search.stream(exported(query, tenants, callLogIds), EVERYTHING);
    // The export is the token's, whichever tenant the recordings are of.
    const asked = { callLogs, tenantUuid: from.bearer.tenantUuid, email: query.email ?? null, asker: askerOf(from) };
    const outcome = await this.callstitch.exports.request(asked);
    if (outcome.kind !== 'accepted') throw new ApiError(400, 'no-recording-to-export', 'No recording to export');
    const { uuid } = outcome.export;
    void reply.header('location', `${prefixOf(request)}/1.0/exports/${uuid}`);
    return { uuid };
  }

  @Get('exports/:export_uuid')
  @Access('call-logd.exports.{export_uuid}.read')
  async get(@From() from: Caller, @Param('export_uuid') exportUuid: string): Promise<object> {
    if (!isUuid(exportUuid)) throw noSuchRoute();
    const tenantUuids = await tenantsOf(from, true, this.authentication);
    const found = await this.callstitch.exports.get({ exportUuid, tenantUuids });
    if (found === null) throw exportError({ kind: 'export-not-found' }, exportUuid);
    const { uuid, tenantUuid, userUuid, requestedAt, fileName, status, recordings, included, skipped } = found;
    return {
      uuid,
      tenant_uuid: tenantUuid,
      user_uuid: userUuid,
      requested_at: isoTime(requestedAt),
      filename: fileName,
      status,
      progress: { recordings, included, skipped },
    };
  }

  @Get('exports/:export_uuid/download')
  @Access('call-logd.exports.{export_uuid}.download.read', { inQuery: true })
  async download(
    @From() from: Caller,
    @Param('export_uuid') exportUuid: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isUuid(exportUuid)) throw noSuchRoute();
    const opening = await this.callstitch.exports.open({ exportUuid, tenantUuids: [from.tenantUuid], asker: askerOf(from) });
    if (opening.kind !== 'open') throw exportError(opening, exportUuid);
    await sendFile(opening, 'application/zip', request, reply);
  }
}

const EVERYTHING = { order: 'id', descending: false, offset: 0, limit: null } as const;

/** Of the listing's filters those that the contract knows here; blocked calls are never among them. */
function exported(query: ExportQuery, tenants: Tenants, callLogIds: readonly number[] | null): CdrFilter {
  const { callStatuses: _statuses, conversationId: _conversation, requestedInternalExtension: _extension, ...others } = query;
  const { requestedInternalContext: _context, recorded: _recorded, durationMin: _least, durationMax: _most, ...more } = others;
  const { hangupCause: _cause, destinationKinds: _kinds, distinct: _distinct, ...known } = more;
  return { ...filterOf(known, { tenants }), ...(callLogIds === null || callLogIds.length === 0 ? {} : { ids: callLogIds }) };
}

const PREFIX = /^(\/[\w.~-]+)+$/;

/** Where a proxy shows us, when it says so. */
function prefixOf({ headers }: FastifyRequest): string {
  const prefix = headers['x-script-name'];
  return typeof prefix === 'string' && PREFIX.test(prefix) ? prefix : '';
}
