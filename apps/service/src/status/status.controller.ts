import type { LiveState } from '@callstitch/application';
import type { AnnouncingHandle, Callstitch } from '@callstitch/runtime';
import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import { announcingStatus } from '../announcing/announcing-status.js';
import { ANNOUNCING, BUS, CALLSTITCH, LIVE, SERVICE_TOKEN, WORKS } from '../parts.js';
import type { BusStanding } from './bus-status.js';
import { busStatus } from './bus-status.js';
import { liveStatus } from './live-status.js';

type State = 'ok' | 'fail';

/** Whether the parts of the service work, by the reference's names, and ours beside them. */
@Controller('status')
export class StatusController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(WORKS) private readonly works: () => boolean,
    @Inject(LIVE) private readonly live: () => LiveState | null,
    @Inject(BUS) private readonly bus: () => BusStanding | null,
    @Inject(SERVICE_TOKEN) private readonly hasToken: () => Promise<boolean>,
    @Inject(ANNOUNCING) private readonly announcing: AnnouncingHandle | null,
  ) {}

  @Get()
  @Access('call-logd.status.read')
  async status(): Promise<Readonly<Record<string, { readonly status: State; readonly failed?: readonly string[] }>>> {
    const database = await this.callstitch.tenantRetentions().then(
      (): State => 'ok',
      (): State => 'fail',
    );
    return {
      bus_consumer: busStatus(this.bus()),
      service_token: { status: (await this.hasToken()) ? 'ok' : 'fail' },
      task_queue: { status: database === 'ok' && this.works() ? 'ok' : 'fail' },
      database: { status: database },
      jobs: await this.jobs(),
      live: liveStatus(this.live()),
      ...(this.announcing === null ? {} : { announcing: await announcingStatus(this.announcing) }),
    };
  }

  /** Which scheduled jobs failed and did not end well since. */
  private async jobs(): Promise<{ readonly status: State; readonly failed: readonly string[] }> {
    try {
      const failed = (await this.callstitch.jobs.list()).filter(({ failures }) => failures > 0).map(({ name }) => name);
      return { status: failed.length === 0 ? 'ok' : 'fail', failed };
    } catch {
      return { status: 'fail', failed: [] };
    }
  }
}
