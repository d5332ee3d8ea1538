import type { Authentication } from '@callstitch/application';
import type { Callstitch } from '@callstitch/runtime';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From } from '../access/admitted.js';
import { tenantsOf } from '../access/tenants.js';
import { Parameters } from '../open-api/parameters.decorator.js';
import { firstOfEach, readParameters } from '../parameters/read-parameters.js';
import { AUTHENTICATION, CALLSTITCH } from '../parts.js';
import { countedIdOf, queueItem, statisticsAnswer, waitsItem } from './statistics-answer.js';
import { choiceOf } from './statistics-choice.js';
import { QueueQuery, QueuesQuery, WaitsQuery } from './statistics-query.js';

/** What happened in the queues of a call centre. */
@Controller('queues')
export class QueueStatisticsController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Get('statistics')
  @Access('call-logd.queues.statistics.read')
  @Parameters(QueuesQuery, 'What happened in each queue')
  async list(@From() from: Caller, @Query() sent: unknown): Promise<object> {
    return this.answer(from, await readParameters(QueuesQuery, firstOfEach(sent)), null);
  }

  @Get(':queue_id/statistics')
  @Access('call-logd.queues.{queue_id}.statistics.read')
  @Parameters(QueueQuery, 'What happened in one queue')
  async get(@From() from: Caller, @Param('queue_id') queueId: string, @Query() sent: unknown): Promise<object> {
    const id = countedIdOf(queueId, 'queue');
    return this.answer(from, await readParameters(QueueQuery, firstOfEach(sent)), id);
  }

  @Get(':queue_id/statistics/qos')
  @Access('call-logd.queues.{queue_id}.statistics.qos.read')
  @Parameters(WaitsQuery, 'How long the calls of one queue waited')
  async waits(@From() from: Caller, @Param('queue_id') queueId: string, @Query() sent: unknown): Promise<object> {
    const id = countedIdOf(queueId, 'queue');
    const query = await readParameters(WaitsQuery, firstOfEach(sent));
    const choice = choiceOf(query);
    const thresholds = [...new Set(query.thresholds ?? [])].sort((one, other) => one - other);
    const tenantUuids = await tenantsOf(from, true, this.authentication);
    const told = await this.callstitch.statistics.waits({ tenantUuids, choice, id, interval: query.interval ?? null }, thresholds);
    return statisticsAnswer(told, { counted: 'queue', id }, waitsItem(choice.zone));
  }

  private async answer(from: Caller, query: Readonly<Partial<QueueQuery>>, id: number | null): Promise<object> {
    const choice = choiceOf(query);
    const tenantUuids = await tenantsOf(from, true, this.authentication);
    const asked = { tenantUuids, choice, id, interval: query.interval ?? null };
    const told = await this.callstitch.statistics.queues(asked, query.threshold ?? null);
    return statisticsAnswer(told, { counted: 'queue', id }, queueItem(choice.zone));
  }
}
