import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { askAgain, readBuiltPage, sendAsset, sendPage } from './built-page.ts';
import { securityHeaders } from './security-headers.ts';
import { unbuiltPage } from './unbuilt-page.ts';

/** Where `scripts/build-pages.ts` leaves what is served here. */
const builtFolder = fileURLToPath(new URL('../../../node_modules/.accord/dashboard', import.meta.url));

/**
 * What the dashboard may load and do; whatever is not named is refused. Scripts and styles are files of ours: nothing
 * inline, nothing made of a text.
 * @param issuer where it may fetch a token besides; null for this host alone
 */
const policy = (issuer: string | null) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${issuer ? ` ${issuer}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Serves the dashboard at `/` and at every address that a browser asks a page of and nobody else answers: which of them
 * is a page, the dashboard knows. Other clients are told that there is nothing.
 * @param issuerOrigin the origin of the issuer of tokens; null where tokens come from this server
 */
export async function serveDashboard(fastify: FastifyInstance, issuerOrigin: string | null, folder = builtFolder): Promise<void> {
  const built = readBuiltPage(folder);
  const headers = { ...securityHeaders, 'content-security-policy': policy(issuerOrigin) };
  await fastify.register(async (scope) => {
    scope.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => sendAsset(built, request.params.name, request, reply));
    scope.get('/*', (request, reply) => {
      if (request.url !== '/' && !request.headers.accept?.includes('text/html')) return reply.callNotFound();
      reply.headers(headers);
      if (built) return sendPage(built, request, reply);
      return reply.code(503).type('text/html; charset=utf-8').header('cache-control', askAgain).send(unbuiltPage);
    });
  });
}
