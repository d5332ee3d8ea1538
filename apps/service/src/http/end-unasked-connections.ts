import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends connections on which nothing was asked yet when the service stops. Browsers and proxies open some in advance; Node takes
 * them for requests that are on their way, and would wait a minute for each.
 */
export function endUnaskedConnections(fastify: FastifyInstance): void {
  const unasked = new Set<Socket>();
  fastify.server.on('connection', (socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  fastify.server.on('request', ({ socket }) => unasked.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of unasked) socket.destroy();
    done();
  });
}
