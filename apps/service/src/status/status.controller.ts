import type { LiveState } from '@callstitch/application';
import type { AnnouncingHandle, Callstitch } from '@callstitch/runtime';
import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import { announcingStatus } from '../announcing/announcing-status.js';
import { ANNOUNCING, CALLSTITCH, LIVE, WORKS } from '../parts.js';
import { liveStatus } from './live-status.js';

type State = 'ok' | 'fail';

/** Whether the parts of the service work, by the reference's names, and ours beside them. */
@Controller('status')
export class StatusController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(WORKS) private readonly works: () => boolean,
    @Inject(LIVE) private readonly live: () => LiveState | null,
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
      // Nothing is heard from a bus yet.
      bus_consumer: { status: 'fail' },
      service_token: { status: 'ok' },
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
