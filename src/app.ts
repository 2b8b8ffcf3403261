import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { features } from './features.ts';
import type { Clock } from './kernel/clock.ts';
import type { VerifyToken } from './platform/access/verify-token.ts';
import type { Database } from './platform/database/database.ts';
import { serveExplorer } from './platform/explorer/serve-explorer.ts';
import { answerByLevels, stringifyResult } from './platform/graphql/answer-by-levels.ts';
import type { RequestContext } from './platform/graphql/context.ts';
import { formatError } from './platform/graphql/errors.ts';
import { KnownDocuments } from './platform/graphql/known-documents.ts';
import { LevelAnswers } from './platform/graphql/level-answers.ts';
import { modestDocuments } from './platform/graphql/limits/modest-documents.ts';
import { refuseNul } from './platform/graphql/refuse-nul.ts';
import { ErrorReports, requestErrors } from './platform/graphql/request-errors.ts';
import { buildAccordSchema } from './platform/graphql/schema.ts';
import { shortWay } from './platform/graphql/short-way.ts';
import type { TrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { Admission } from './platform/http/admission.ts';
import { listener } from './platform/http/listen.ts';
import { Metrics } from './platform/http/metrics.ts';
import { openServer } from './platform/http/open-server.ts';
import { ratePerCaller, type Rates } from './platform/http/rate.ts';
import { readiness } from './platform/http/readiness.ts';
import { serveGraphql } from './platform/http/serve-graphql.ts';
import { serveState } from './platform/http/serve-state.ts';
import { ReadEngine } from './platform/read/engine.ts';
import type { Seal } from './platform/seal/seal.ts';

export interface AppParts {
  readonly database: Database;
  readonly verifyToken: VerifyToken;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly log: Logger;
  readonly trustedDocuments: TrustedDocuments;
  readonly rates: Rates;
}

/** A server ready to listen; tests send requests to it without a port. */
export interface App {
  readonly fastify: FastifyInstance;
  /** Listens on the loopback interface; resolves to the address. */
  listen(port: number): Promise<string>;
  /** Takes nothing more, answers what is under way, stops listening, and releases what the app itself holds. */
  close(): Promise<void>;
}

/** How long requests that are under way may take when the server stops, in milliseconds. */
const drainWithin = 5000;

/** Builds the server from its parts; nothing in it reads the environment or the clock of the machine. */
export async function createApp({ database, verifyToken, clock, seal, log, trustedDocuments, rates }: AppParts): Promise<App> {
  const admission = new Admission();
  const metrics = new Metrics({ record: database.pool, read: database.readPool }, admission);
  const reports = new ErrorReports(log, metrics);
  const { fastify, refuse } = openServer(reports);
  const listen = listener(fastify);

  const schema = await buildAccordSchema(features);
  const distributed = await database.distributedTables();
  const engine = new ReadEngine({ schema, orm: database.orm, pool: database.readPool, windowed: (table) => distributed.has(table) });
  const levels = new LevelAnswers(engine, schema, reports);
  const known = new KnownDocuments();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    // Apollo's own landing page loads from foreign hosts; the explorer is ours.
    plugins: [ApolloServerPluginLandingPageDisabled(), refuseNul(), requestErrors(reports), answerByLevels(levels, known)],
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

  await serveGraphql(fastify, {
    apollo,
    takeShortWay: shortWay(levels, known),
    known,
    requireModest: modestDocuments(schema),
    verifyToken,
    requireRate: await ratePerCaller(fastify, rates),
    trustedDocuments,
    admission,
    metrics,
    reports,
    refuse,
    database,
    clock,
    seal,
  });
  serveState(fastify, readiness(database, admission), metrics, refuse);
  fastify.get('/', (_request, reply) => reply.redirect('/explorer'));
  await serveExplorer(fastify);

  return {
    fastify,
    listen,
    close: async () => {
      await admission.drain(drainWithin);
      await fastify.close();
      await apollo.stop();
      metrics.close();
    },
  };
}
