import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';
import type { NotReady } from './readiness.ts';
import { notFound, type Refuse } from './refuse.ts';

/** Serves how the server is: that it lives, whether it may be sent requests, what it has counted. */
export function serveState(fastify: FastifyInstance, notReady: NotReady, metrics: Metrics, refuse: Refuse): void {
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    const why = await notReady();
    return reply
      .code(why === null ? 200 : 503)
      .headers({ 'cache-control': 'no-store', ...(why !== null && { 'retry-after': '1' }) })
      .send({ status: why ?? 'ready' });
  });
  fastify.get('/metrics', async (request, reply) => {
    // For whoever runs the server: what comes through a proxy comes from outside.
    if (request.headers['x-forwarded-for'] !== undefined) return refuse(request, reply, notFound());
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });
}
