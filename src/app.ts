import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { features } from './features.ts';
import type { Clock } from './kernel/clock.ts';
import { Unauthenticated } from './platform/access/unauthenticated.ts';
import type { VerifyToken } from './platform/access/verify-token.ts';
import type { Database } from './platform/database/database.ts';
import { serveExplorer } from './platform/explorer/serve-explorer.ts';
import { answerByLevels, stringifyResult } from './platform/graphql/answer-by-levels.ts';
import { KnownDocuments } from './platform/graphql/known-documents.ts';
import { answersByLevels } from './platform/graphql/level-answers.ts';
import { shortWay } from './platform/graphql/short-way.ts';
import type { RequestContext } from './platform/graphql/context.ts';
import { formatError } from './platform/graphql/errors.ts';
import { refuseNul } from './platform/graphql/refuse-nul.ts';
import { requestErrors } from './platform/graphql/request-errors.ts';
import { buildAccordSchema } from './platform/graphql/schema.ts';
import { resolveDocument, type TrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { host } from './platform/process/port.ts';
import { ReadEngine } from './platform/read/engine.ts';
import type { Seal } from './platform/seal/seal.ts';

export interface AppParts {
  readonly database: Database;
  readonly verifyToken: VerifyToken;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly log: Logger;
  readonly trustedDocuments: TrustedDocuments;
}

/** A server ready to listen; tests send requests to it without a port. */
export interface App {
  readonly fastify: ReturnType<typeof Fastify>;
  /** Listens on the loopback interface; resolves to the address. */
  listen(port: number): Promise<string>;
  /** Stops accepting, answers what is under way, and releases what the app itself holds. */
  close(): Promise<void>;
}

/** The largest request body; an operation with 10,000 lines of variables fits. */
const largestBody = 2 * 1024 * 1024;

/** Builds the server from its parts; nothing in it reads the environment or the clock of the machine. */
export async function createApp({ database, verifyToken, clock, seal, log, trustedDocuments }: AppParts): Promise<App> {
  const fastify = Fastify({ bodyLimit: largestBody, genReqId: () => randomUUID(), logger: false, forceCloseConnections: 'idle' });
  const schema = await buildAccordSchema(features);
  const distributed = await database.distributedTables();
  const engine = new ReadEngine({ schema, orm: database.orm, pool: database.readPool, windowed: (table) => distributed.has(table) });
  const answer = answersByLevels(engine, schema, log);
  const known = new KnownDocuments();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    // Apollo's own landing page loads from foreign hosts; the explorer is ours.
    plugins: [
      fastifyApolloDrainPlugin(fastify),
      ApolloServerPluginLandingPageDisabled(),
      refuseNul(),
      requestErrors(log),
      answerByLevels(answer, known),
    ],
    stringifyResult,
    formatError,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    introspection: true,
    logger: log,
  });
  await apollo.start();

  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const caller = await verifyToken(authorizationOf(request)).catch((error: unknown) => {
      if (!(error instanceof Unauthenticated)) throw error;
      log.warn({ requestId: request.id, cause: String(error.cause) }, 'token refused');
      throw new GraphQLError(error.message, {
        extensions: { code: 'UNAUTHENTICATED', messageZh: '令牌无效。', http: { status: 401 } },
      });
    });
    resolveDocument(request.body, caller, trustedDocuments);
    return { caller, database, clock, seal, requestId: request.id, isGone: () => reply.raw.destroyed };
  };
  const takeShortWay = shortWay(answer, known);
  // What is known of the request when Apollo asks for it; one that is refused hears it from Apollo, like every other error.
  fastify.decorateRequest('received', null);
  const askApollo = fastifyApolloHandler(apollo, { context: async ({ received }: FastifyRequest) => contextIn(received) });
  fastify.post('/graphql', async (request, reply) => {
    request.received = await contextOf(request, reply).catch((error: unknown) => ({ refusedWith: error }));
    const text = 'refusedWith' in request.received ? null : await takeShortWay(request, request.received);
    if (text === null) return askApollo.call(fastify, request, reply);
    return reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).send(text);
  });
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    const ready = await database.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'the database does not answer' });
  });
  fastify.get('/', (_request, reply) => reply.redirect('/explorer'));
  await serveExplorer(fastify);

  return {
    fastify,
    listen: (port) => fastify.listen({ port, host }),
    close: () => fastify.close(),
  };
}

/** Two headers are not one token: Node would take the first, and a proxy before it perhaps the second. */
function authorizationOf({ raw }: FastifyRequest): string | undefined {
  const { rawHeaders } = raw;
  const given = rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === 'authorization');
  return given.length === 0 ? undefined : given.join(', ');
}

/** A request as far as it came before it was answered: who asks, or why it goes no further. */
type Received = RequestContext | { readonly refusedWith: unknown };

declare module 'fastify' {
  interface FastifyRequest {
    received: Received | null;
  }
}

function contextIn(received: Received | null): RequestContext {
  if (received && !('refusedWith' in received)) return received;
  throw received?.refusedWith;
}
