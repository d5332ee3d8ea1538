import cors from '@fastify/cors';
import type { INestApplication, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { announcingMetrics } from './announcing/announcing-metrics.js';
import { endUnaskedConnections } from './http/end-unasked-connections.js';
import { KnownRoutes } from './http/known-routes.js';
import { logRequests } from './http/log-requests.js';
import type { Log } from './log.js';
import { measureBus } from './status/bus-status.js';
import { measureLive } from './status/measure-live.js';
import { publishMetrics } from './http/metrics.js';
import { publishJobMetrics } from './jobs/job-metrics.js';
import { publishOpenApi } from './open-api/publish-open-api.js';
import type { ServiceParts } from './parts.js';
import { API_PREFIX, serviceModule } from './service.module.js';

export interface ServiceOptions {
  readonly version: string;
  /** Where one line for each request goes; null for nowhere. */
  readonly log: Log | null;
  /** Whether pages of other origins may ask. */
  readonly cors: boolean;
}

const ALLOWED_HEADERS = ['Content-Type', 'Range', 'X-Auth-Token', 'Wazo-Tenant'];

/** The service over the runtime's parts; it listens when it is told to. */
export async function createService(parts: ServiceParts, options: ServiceOptions): Promise<INestApplication> {
  const adapter = new FastifyAdapter({
    routerOptions: { maxParamLength: MAX_PARAMETER },
    bodyLimit: MAX_BODY_BYTES,
    genReqId: newRequestId,
  });
  const fastify = adapter.getInstance();
  const routes = new KnownRoutes();
  routes.listen(fastify);
  readJsonWhateverItsType(fastify);
  endUnaskedConnections(fastify);
  logRequests(fastify, options.log, () => parts.config.debug);
  publishMetrics(
    fastify,
    (registry) => publishJobMetrics(registry, parts.callstitch.jobs),
    (registry) => measureLive(registry, parts.live),
    (registry) => measureBus(registry, parts.bus ?? (() => null)),
    (registry) => announcingMetrics(registry, parts.announcing ?? null),
  );
  if (options.cors) await fastify.register(cors, { origin: true, allowedHeaders: ALLOWED_HEADERS, methods: METHODS });
  const app = await NestFactory.create<NestFastifyApplication>(serviceModule(parts, routes), adapter, nestOptions());
  app.setGlobalPrefix(API_PREFIX, { exclude: ['health', 'ready'] });
  publishOpenApi(app, options.version);
  await app.init();
  return app;
}

/** Its own parsers of bodies would take a body for what its type says. */
function nestOptions(): NestApplicationOptions {
  const options: Partial<Record<keyof NestApplicationOptions, unknown>> = {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  };
  return options as NestApplicationOptions;
}

const MAX_PARAMETER = 500;
const MAX_BODY_BYTES = 5_000_000;
const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

const newRequestId = (): string => crypto.randomUUID();

/** As the reference: a body is JSON whatever its type says. */
function readJsonWhateverItsType(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(null, undefined);
    }
  });
}
