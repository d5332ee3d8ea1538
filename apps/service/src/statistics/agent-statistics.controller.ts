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
import { agentItem, countedIdOf, statisticsAnswer } from './statistics-answer.js';
import { choiceOf } from './statistics-choice.js';
import { AgentQuery, AgentsQuery } from './statistics-query.js';

/** What the agents of a call centre did. */
@Controller('agents')
export class AgentStatisticsController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Get('statistics')
  @Access('call-logd.agents.statistics.read')
  @Parameters(AgentsQuery, 'What each agent did')
  async list(@From() from: Caller, @Query() sent: unknown): Promise<object> {
    return this.answer(from, await readParameters(AgentsQuery, firstOfEach(sent)), null);
  }

  @Get(':agent_id/statistics')
  @Access('call-logd.agents.{agent_id}.statistics.read')
  @Parameters(AgentQuery, 'What one agent did')
  async get(@From() from: Caller, @Param('agent_id') agentId: string, @Query() sent: unknown): Promise<object> {
    const id = countedIdOf(agentId, 'agent');
    return this.answer(from, await readParameters(AgentQuery, firstOfEach(sent)), id);
  }

  private async answer(from: Caller, query: Readonly<Partial<AgentQuery>>, id: number | null): Promise<object> {
    const choice = choiceOf(query);
    const tenantUuids = await tenantsOf(from, true, this.authentication);
    const told = await this.callstitch.statistics.agents({ tenantUuids, choice, id, interval: query.interval ?? null });
    return statisticsAnswer(told, { counted: 'agent', id }, agentItem(choice.zone));
  }
}
