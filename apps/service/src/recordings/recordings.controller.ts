import type { Authentication } from '@callstitch/application';
import { isUuid } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From, askerOf, userOf } from '../access/admitted.js';
import type { Tenants } from '../access/tenants.js';
import { tenantsOf } from '../access/tenants.js';
import { callLogIdOf } from '../cdr/call-log-id.js';
import { noSuchRoute } from '../http/no-such-route.js';
import { sendFile } from '../http/send-file.js';
import { bodyObject } from '../parameters/body-object.js';
import { readParameters } from '../parameters/read-parameters.js';
import { AUTHENTICATION, CALLSTITCH } from '../parts.js';
import { DeletionBody } from './deletion-body.js';
import { mediaError } from './media-errors.js';

/** The media of recordings: hearing and deleting them. Every hearing and deletion is written down. */
@Controller()
export class RecordingsController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Get('cdr/:cdr_id/recordings/:recording_uuid/media')
  @Access('call-logd.cdr.{cdr_id}.recordings.{recording_uuid}.media.read', { inQuery: true })
  async media(@From() from: Caller, @Param() path: MediaPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send(path, { from, tenants: await tenantsOf(from, true, this.authentication), listenerUuid: null }, request, reply);
  }

  @Get('users/me/cdr/:cdr_id/recordings/:recording_uuid/media')
  @Access('call-logd.users.me.cdr.{cdr_id}.recordings.{recording_uuid}.media.read', { inQuery: true })
  async myMedia(@From() from: Caller, @Param() path: MediaPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send(path, { from, tenants: [from.tenantUuid], listenerUuid: userOf(from) }, request, reply);
  }

  @Delete('cdr/:cdr_id/recordings/:recording_uuid/media')
  @HttpCode(204)
  @Access('call-logd.cdr.{cdr_id}.recordings.{recording_uuid}.media.delete')
  async remove(@From() from: Caller, @Param() path: MediaPath): Promise<void> {
    const { callLogId, recordingUuid } = readPath(path);
    const tenantUuids = await tenantsOf(from, true, this.authentication);
    const outcome = await this.callstitch.recordings.deleteMedia({ callLogId, recordingUuid, tenantUuids, asker: askerOf(from) });
    if (outcome.kind !== 'deleted') throw mediaError(outcome, callLogId, recordingUuid);
  }

  @Delete('cdr/recordings/media')
  @HttpCode(204)
  @Access('call-logd.cdr.recordings.media.delete')
  async removeOfMany(@From() from: Caller, @Body() sent: unknown): Promise<void> {
    const { callLogIds } = await readParameters(DeletionBody, bodyObject(sent));
    const tenantUuids = await tenantsOf(from, true, this.authentication);
    const outcome = await this.callstitch.recordings.deleteMediaOf({ callLogIds, tenantUuids, asker: askerOf(from) });
    if (outcome.kind === 'deleted') return;
    throw mediaError(outcome, outcome.callLogId, 'recordingUuid' in outcome ? outcome.recordingUuid : null, true);
  }

  private async send(
    path: MediaPath,
    { from, tenants, listenerUuid }: { readonly from: Caller; readonly tenants: Tenants; readonly listenerUuid: string | null },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { callLogId, recordingUuid } = readPath(path);
    const action = request.headers.range === undefined ? 'download' : 'play';
    const wanted = { callLogId, recordingUuid, tenantUuids: tenants, listenerUuid, asker: askerOf(from), action } as const;
    const opening = await this.callstitch.recordings.openMedia(wanted);
    if (opening.kind !== 'open') throw mediaError(opening, callLogId, recordingUuid);
    await sendFile(opening, 'audio/wav', request, reply);
  }
}

interface MediaPath {
  readonly cdr_id: string;
  readonly recording_uuid: string;
}

function readPath({ cdr_id, recording_uuid }: MediaPath): { readonly callLogId: number; readonly recordingUuid: string } {
  if (!isUuid(recording_uuid)) throw noSuchRoute();
  return { callLogId: callLogIdOf(cdr_id), recordingUuid: recording_uuid.toLowerCase() };
}
