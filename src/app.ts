import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { features } from './features.ts';
import type { Clock } from './kernel/clock.ts';
import { issuerOrigin, type TokenSource } from './platform/access/token-source.ts';
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
import { serveDashboard } from './platform/http/serve-dashboard.ts';
import { serveExports } from './platform/http/serve-exports.ts';
import { serveFiles } from './platform/http/serve-files.ts';
import { serveGraphql } from './platform/http/serve-graphql.ts';
import { serveState } from './platform/http/serve-state.ts';
import { KeptHere } from './platform/kept/kept.ts';
import { liveChanges } from './platform/live/live-changes.ts';
import { OpenStreams, type StreamLimits } from './platform/live/open-streams.ts';
import { streamDoor } from './platform/live/serve-stream.ts';
import { subscriptionsAreStreams } from './platform/live/subscription.ts';
import { ReadEngine } from './platform/read/engine.ts';
import type { Seal } from './platform/seal/seal.ts';
import { serveSignIn } from './platform/sign-in/serve-sign-in.ts';

export interface AppParts {
  readonly database: Database;
  /** Whose tokens are taken: how a page signs in. */
  readonly tokens: TokenSource;
  readonly verifyToken: VerifyToken;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly log: Logger;
  readonly trustedDocuments: TrustedDocuments;
  readonly rates: Rates;
  readonly streamLimits: StreamLimits;
}

/** A server ready to listen; tests send requests to it without a port. */
export interface App {
  readonly fastify: FastifyInstance;
  readonly kept: KeptHere;
  /** Listens on the loopback interface; resolves to the address. */
  listen(port: number): Promise<string>;
  /** Takes nothing more, answers what is under way, stops listening, and releases what the app itself holds. */
  close(): Promise<void>;
}

/** How long requests that are under way may take when the server stops, in milliseconds. */
const drainWithin = 5000;

/** Builds the server from its parts; nothing in it reads the environment or the clock of the machine. */
export async function createApp(parts: AppParts): Promise<App> {
  const { database, tokens, verifyToken, clock, seal, log, trustedDocuments, rates, streamLimits } = parts;
  const keepings = features.flatMap((feature) => feature.keeps ?? []);
  const kept = await KeptHere.open(keepings, database, log);
  const admission = new Admission();
  const metrics = new Metrics({ record: database.pool, read: database.readPool, apart: database.apartPool }, admission, kept);
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
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      refuseNul(),
      requestErrors(reports),
      subscriptionsAreStreams(),
      answerByLevels(levels, known),
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

  const streams = new OpenStreams(streamLimits, verifyToken);
  metrics.gauge('accord_streams_open', 'Subscriptions that are listened to.', () => streams.size);
  const requireRate = await ratePerCaller(fastify, rates);
  await serveGraphql(fastify, {
    apollo,
    answerStream: streamDoor({ schema, orm: database.orm, changes: kept.of(liveChanges), streams, reports }),
    takeShortWay: shortWay(levels, known),
    known,
    requireModest: modestDocuments(schema),
    verifyToken,
    requireRate,
    trustedDocuments,
    admission,
    metrics,
    reports,
    refuse,
    database,
    clock,
    seal,
    kept,
  });
  const exports = features.flatMap((feature) => feature.exports ?? []);
  await serveExports(fastify, { exports, verifyToken, requireRate, admission, metrics, reports, refuse, database, clock });
  const files = features.flatMap((feature) => feature.files ?? []);
  await serveFiles(fastify, { files, schema, verifyToken, requireRate, admission, metrics, reports, refuse, database, clock, seal, kept });
  await serveSignIn(fastify, { tokens, admission, metrics, requireRate, refuse });
  serveState(fastify, readiness(database, admission), metrics, refuse);
  await serveExplorer(fastify);
  await serveDashboard(fastify, issuerOrigin(tokens));

  return {
    fastify,
    kept,
    listen,
    close: async () => {
      const drained = admission.drain(drainWithin);
      streams.close();
      await drained;
      await fastify.close();
      await apollo.stop();
      metrics.close();
      await kept.close();
    },
  };
}
