import type { Authentication, CallLogSearch, ListedCall } from '@callstitch/application';
import { cdrItem } from '@callstitch/application';
import { callLogJson, isUuid } from '@callstitch/domain';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From, userOf } from '../access/admitted.js';
import { tenantsOf } from '../access/tenants.js';
import { noSuchRoute } from '../http/no-such-route.js';
import { firstOfEach, readParameters } from '../parameters/read-parameters.js';
import { Parameters } from '../open-api/parameters.decorator.js';
import { AUTHENTICATION, SEARCH } from '../parts.js';
import { answerCsv, answerJson, asCsv, oneAsCsv } from './cdr-answers.js';
import type { CdrScope } from './cdr-filter.js';
import { callLogIdOf, callLogNotFound } from './call-log-id.js';
import { CdrFormat } from './cdr-format.js';
import { CdrQuery } from './cdr-query.js';
import { wantsCsv } from './wants-csv.js';

/** Call logs: all of a tenant, those of a user, one's own. */
@Controller()
export class CdrController {
  constructor(
    @Inject(SEARCH) private readonly search: CallLogSearch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Get('cdr')
  @Access('call-logd.cdr.read', { inQuery: true })
  @Parameters(CdrQuery, 'Call logs of a tenant')
  async list(@From() from: Caller, @Query() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = await readParameters(CdrQuery, firstOfEach(sent));
    await this.answer(query, { tenants: await tenantsOf(from, query.recurse, this.authentication) }, request, reply);
  }

  @Get('users/me/cdr')
  @Access('call-logd.users.me.cdr.read', { inQuery: true })
  @Parameters(CdrQuery, 'Call logs in which the user of the token took part, missed ones included')
  async listMine(@From() from: Caller, @Query() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = await readParameters(CdrQuery, firstOfEach(sent));
    await this.answer(query, { tenants: [from.tenantUuid], participantUuid: userOf(from) }, request, reply);
  }

  @Get('users/:user_uuid/cdr')
  @Access('call-logd.users.{user_uuid}.cdr.read', { inQuery: true })
  @Parameters(CdrQuery, 'Call logs of a user who called or was finally reached')
  async listOfUser(
    @From() from: Caller,
    @Param('user_uuid') userUuid: string,
    @Query() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isUuid(userUuid)) throw noSuchRoute();
    const query = await readParameters(CdrQuery, firstOfEach(sent));
    const tenants = await tenantsOf(from, query.recurse, this.authentication);
    await this.answer(query, { tenants, userUuid: userUuid.toLowerCase() }, request, reply);
  }

  @Get('cdr/:cdr_id')
  @Access('call-logd.cdr.{cdr_id}.read')
  async get(
    @From() from: Caller,
    @Param('cdr_id') id: string,
    @Query() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const call = await this.callOf(from, id);
    const { format } = await readParameters(CdrFormat, firstOfEach(sent));
    if (!wantsCsv(format, request.headers.accept)) {
      await reply.send(cdrItem(call));
      return;
    }
    asCsv(reply);
    await reply.send(oneAsCsv(call));
  }

  @Get('cdr/:cdr_id/journey')
  @Access('call-logd.cdr.{cdr_id}.journey.read')
  async journey(@From() from: Caller, @Param('cdr_id') id: string): Promise<object> {
    const callLogId = callLogIdOf(id);
    const call = await this.search.getWhole(callLogId, await tenantsOf(from, true, this.authentication));
    if (call === null) throw callLogNotFound(callLogId);
    return callLogJson(call);
  }

  private async callOf(from: Caller, id: string): Promise<ListedCall> {
    const callLogId = callLogIdOf(id);
    const call = await this.search.get(callLogId, await tenantsOf(from, true, this.authentication));
    if (call === null) throw callLogNotFound(callLogId);
    return call;
  }

  private async answer(query: CdrQuery, scope: CdrScope, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (wantsCsv(query.format, request.headers.accept)) {
      const lines: Readable = await answerCsv(this.search, query, scope);
      asCsv(reply);
      await reply.send(lines);
      return;
    }
    const answer = await answerJson(this.search, query, scope);
    await reply.header('content-type', 'application/json; charset=utf-8').send(answer);
  }
}
