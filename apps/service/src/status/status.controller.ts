import type { AnnouncingHandle, Callstitch } from '@callstitch/runtime';
import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import { announcingStatus } from '../announcing/announcing-status.js';
import { ANNOUNCING, CALLSTITCH, WORKS } from '../parts.js';

type State = 'ok' | 'fail';

/** Whether the parts of the service work, by the reference's names, and ours beside them. */
@Controller('status')
export class StatusController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(WORKS) private readonly works: () => boolean,
    @Inject(ANNOUNCING) private readonly announcing: AnnouncingHandle | null,
  ) {}

  @Get()
  @Access('call-logd.status.read')
  async status(): Promise<Readonly<Record<string, { readonly status: State }>>> {
    const database = await this.callstitch.tenantRetentions().then(
      (): State => 'ok',
      (): State => 'fail',
    );
    return {
      // Nothing is heard from a bus yet.
      bus_consumer: { status: 'fail' },
      service_token: { status: 'ok' },
      task_queue: { status: database === 'ok' && this.works() ? 'ok' : 'fail' },
      database: { status: database },
      ...(this.announcing === null ? {} : { announcing: await announcingStatus(this.announcing) }),
    };
  }
}
