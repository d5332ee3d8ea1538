import type { FastifyInstance } from 'fastify';
import type { Log } from '../log.js';

/**
 * One JSON line for each request: never a token, name or number, not even of a developer; `debug` adds who asked from where. Every
 * answer carries the request's id.
 */
export function logRequests(fastify: FastifyInstance, log: Log | null, debug: () => boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  if (log === null) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    log(reply.statusCode >= 500 ? 'error' : 'info', 'http.request', {
      request: request.id,
      method: request.method,
      // The pattern, not the path: ids and search texts of a query are persons' data.
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      took_ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(debug() ? { from: request.ip, agent: request.headers['user-agent'] ?? null } : {}),
    });
    done();
  });
}
