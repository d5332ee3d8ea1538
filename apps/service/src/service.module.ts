import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessGuard } from './access/access.guard.js';
import { CdrController } from './cdr/cdr.controller.js';
import { ConfigController } from './config/config.controller.js';
import { ChangesController } from './changes/changes.controller.js';
import { HealthController } from './health/health.controller.js';
import { KnownRoutes } from './http/known-routes.js';
import { ErrorFilter } from './http/error.filter.js';
import type { ServiceParts } from './parts.js';
import {
  ANNOUNCING,
  AUTHENTICATION,
  BUS,
  CALLSTITCH,
  CHANGES,
  CONFIG,
  LIVE,
  MASTER_TENANT,
  SEARCH,
  SERVICE_TOKEN,
  STREAM_BEAT_SECONDS,
  WORKS,
} from './parts.js';
import { JobsClock } from './jobs/jobs-clock.js';
import { JobsController } from './jobs/jobs.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { RecordingsController } from './recordings/recordings.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { StreamController } from './stream/stream.controller.js';
import { AgentStatisticsController } from './statistics/agent-statistics.controller.js';
import { QueueStatisticsController } from './statistics/queue-statistics.controller.js';
import { StatusController } from './status/status.controller.js';
import { TranscriptionsController } from './transcriptions/transcriptions.controller.js';

/** What all routes of the API begin with. */
export const API_PREFIX = '1.0';

@Module({})
class ServiceModule {
  readonly prefix = API_PREFIX;
}

/** The one place where Nest meets the libs: it lends the runtime's parts to the routes. */
export function serviceModule(parts: ServiceParts, routes: KnownRoutes): DynamicModule {
  return {
    module: ServiceModule,
    imports: [ScheduleModule.forRoot()],
    controllers: [
      CdrController,
      ChangesController,
      StreamController,
      RecordingsController,
      ExportsController,
      RetentionController,
      ConfigController,
      StatusController,
      JobsController,
      TranscriptionsController,
      AgentStatisticsController,
      QueueStatisticsController,
      HealthController,
    ],
    providers: [
      { provide: CALLSTITCH, useValue: parts.callstitch },
      { provide: AUTHENTICATION, useValue: parts.authentication },
      { provide: SEARCH, useValue: parts.search },
      { provide: CHANGES, useValue: parts.changes },
      { provide: CONFIG, useValue: parts.config },
      { provide: MASTER_TENANT, useValue: parts.masterTenant },
      { provide: WORKS, useValue: parts.works },
      JobsClock,
      { provide: LIVE, useValue: parts.live },
      { provide: BUS, useValue: parts.bus ?? (() => null) },
      { provide: SERVICE_TOKEN, useValue: parts.serviceToken ?? (() => Promise.resolve(true)) },
      { provide: ANNOUNCING, useValue: parts.announcing ?? null },
      { provide: STREAM_BEAT_SECONDS, useValue: parts.streamBeatSeconds ?? 15 },
      { provide: KnownRoutes, useValue: routes },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: ErrorFilter },
    ],
  };
}
