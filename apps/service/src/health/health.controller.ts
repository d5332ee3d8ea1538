import type { Callstitch } from '@callstitch/runtime';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../access/access.decorator.js';
import { CALLSTITCH } from '../parts.js';

/** For whoever starts and watches the service; says nothing of its inside. */
@Controller()
export class HealthController {
  constructor(@Inject(CALLSTITCH) private readonly callstitch: Callstitch) {}

  /** It runs. */
  @Get('health')
  @OpenToAll()
  health(): object {
    return { status: 'ok' };
  }

  /** It can answer: its database does. */
  @Get('ready')
  @OpenToAll()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      await this.callstitch.tenantRetentions();
      await reply.send({ status: 'ok' });
    } catch {
      await reply.status(503).send({ status: 'fail', message: 'The database does not answer.' });
    }
  }
}
