import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { errorBody } from './error-body.js';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const MILLISECONDS_PER_SECOND = 1_000;

/** `/metrics` for Prometheus, for whoever asks from this machine itself: they name no person, but say how much is telephoned. */
export function publishMetrics(fastify: FastifyInstance, addMore: (registry: Registry) => void = () => undefined): void {
  const registry = new Registry();
  addMore(registry);
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'callstitch_http_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / MILLISECONDS_PER_SECOND);
    done();
  });
  fastify.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) return reply.status(404).send(errorBody('not-found', 'There is nothing here'));
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** From this machine, and not by a proxy on it that brings others' requests. */
function isFromHere({ ip, headers }: FastifyRequest): boolean {
  return LOOPBACK.has(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
}
