import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askAgain, readBuiltPage, sendAsset, sendPage } from '../http/built-page.ts';
import { unbuiltPage } from '../http/unbuilt-page.ts';
import { readExamples } from './read-examples.ts';
import { pagePolicy } from './page-policy.ts';

/** Where `scripts/build-pages.ts` leaves what is served here. */
const builtFolder = fileURLToPath(new URL('../../../node_modules/.accord/explorer', import.meta.url));
/** The operations that the explorer offers. */
export const examplesFolder = fileURLToPath(new URL('../../examples', import.meta.url));

/** Folders other than the project's own; tests give them. */
export interface ExplorerFolders {
  readonly built?: string;
  readonly examples?: string;
}

/** Serves GraphiQL at `/explorer`, from the machine itself: no page of it asks another host for anything. */
export async function serveExplorer(fastify: FastifyInstance, folders: ExplorerFolders = {}): Promise<void> {
  const explorer = readBuiltPage(folders.built ?? builtFolder);
  const examples = readExamples(folders.examples ?? examplesFolder);

  await fastify.register(async (scope) => {
    scope.addHook('onRequest', (_request, reply, done) => {
      reply.headers(pagePolicy);
      done();
    });
    const page = (request: FastifyRequest, reply: FastifyReply) =>
      explorer
        ? sendPage(explorer, request, reply)
        : reply.code(503).type('text/html; charset=utf-8').header('cache-control', askAgain).send(unbuiltPage);
    scope.get('/explorer', page);
    scope.get('/explorer/', page);
    scope.get('/explorer/examples.json', (_request, reply) => reply.header('cache-control', askAgain).send(examples));
    scope.get<{ Params: { name: string } }>('/explorer/assets/:name', (request, reply) =>
      sendAsset(explorer, request.params.name, request, reply),
    );
  });
}
