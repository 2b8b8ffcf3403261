import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBuiltExplorer, type BuiltFile } from './built-files.ts';
import { readExamples } from './read-examples.ts';
import { pagePolicy } from './page-policy.ts';
import { unbuiltPage } from './unbuilt-page.ts';

/** Where `scripts/build-explorer.ts` leaves what is served here. */
const builtFolder = fileURLToPath(new URL('../../../node_modules/.accord/explorer', import.meta.url));
/** The operations that the explorer offers. */
export const examplesFolder = fileURLToPath(new URL('../../examples', import.meta.url));

/** A built file's name carries a hash of its content, so that it may be kept for a year. */
const keep = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

/** Folders other than the project's own; tests give them. */
export interface ExplorerFolders {
  readonly built?: string;
  readonly examples?: string;
}

/** Serves GraphiQL at `/explorer`, from the machine itself: no page of it asks another host for anything. */
export async function serveExplorer(fastify: FastifyInstance, folders: ExplorerFolders = {}): Promise<void> {
  const explorer = readBuiltExplorer(folders.built ?? builtFolder);
  const examples = readExamples(folders.examples ?? examplesFolder);

  await fastify.register(async (scope) => {
    scope.addHook('onRequest', (_request, reply, done) => {
      reply.headers(pagePolicy);
      done();
    });
    const page = (request: FastifyRequest, reply: FastifyReply) =>
      explorer
        ? send(explorer.page, askAgain, request, reply)
        : reply.code(503).type('text/html; charset=utf-8').header('cache-control', askAgain).send(unbuiltPage);
    scope.get('/explorer', page);
    scope.get('/explorer/', page);
    scope.get('/explorer/examples.json', (_request, reply) => reply.header('cache-control', askAgain).send(examples));
    scope.get<{ Params: { name: string } }>('/explorer/assets/:name', (request, reply) => {
      const file = explorer?.assets.get(request.params.name);
      return file ? send(file, keep, request, reply) : reply.callNotFound();
    });
  });
}

async function send(file: BuiltFile, cacheControl: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  const encoding = [...file.compressed.keys()].find((each) => accepted.has(each));
  reply.type(file.type).headers({ 'cache-control': cacheControl, vary: 'accept-encoding' });
  if (encoding) reply.header('content-encoding', encoding);
  return reply.send(await readFile(encoding ? file.compressed.get(encoding)! : file.path));
}

/** The encodings that a client takes; one with `q=0` is refused by it. */
function acceptedEncodings(header: string | string[] | undefined): Set<string> {
  const offers = String(header ?? '')
    .toLowerCase()
    .split(',');
  return new Set(offers.filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer)).map((offer) => offer.split(';')[0]!.trim()));
}
