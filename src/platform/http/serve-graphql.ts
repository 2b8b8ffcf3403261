import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Clock } from '../../kernel/clock.ts';
import type { Caller } from '../access/caller.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import type { VerifyToken } from '../access/verify-token.ts';
import type { Database } from '../database/database.ts';
import type { KeptHere } from '../kept/kept.ts';
import type { RequestContext } from '../graphql/context.ts';
import { RequestRefused } from '../graphql/errors.ts';
import type { KnownDocuments } from '../graphql/known-documents.ts';
import { requireShallow } from '../graphql/limits/measure-json.ts';
import type { RequireModest } from '../graphql/limits/modest-documents.ts';
import { withRequestId, type ErrorReports } from '../graphql/request-errors.ts';
import type { ShortWay } from '../graphql/short-way.ts';
import { resolveDocument, type TrustedDocuments } from '../graphql/trusted-documents.ts';
import type { AnswerStream } from '../live/serve-stream.ts';
import type { Seal } from '../seal/seal.ts';
import type { Admission } from './admission.ts';
import { kindOf, type Kind } from './kind.ts';
import type { Metrics } from './metrics.ts';
import type { RequireRate } from './rate.ts';
import { badRequest, type Refuse } from './refuse.ts';

export interface GraphqlParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly answerStream: AnswerStream;
  readonly takeShortWay: ShortWay;
  readonly known: KnownDocuments;
  readonly requireModest: RequireModest;
  readonly verifyToken: VerifyToken;
  readonly requireRate: RequireRate;
  readonly trustedDocuments: TrustedDocuments;
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly reports: ErrorReports;
  readonly refuse: Refuse;
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly kept: KeptHere;
}

/**
 * Serves GraphQL at `/graphql`. In this order a request is turned away when the server has enough to do, when its token
 * is not one, when its caller sends too many, when its document is not trusted, and when it asks for too much.
 */
export async function serveGraphql(fastify: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const {
    apollo,
    answerStream,
    takeShortWay,
    known,
    requireModest,
    trustedDocuments,
    admission,
    reports,
    refuse,
    database,
    clock,
    seal,
    kept,
  } = parts;

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const caller = await callerOf(request, parts);
    const { seen } = request;
    const asked = request.method === 'GET' ? request.query : request.body;
    requireShallow(asked);
    resolveDocument(asked, caller, trustedDocuments);
    if (request.method === 'GET') requirePlainGet(request);
    const { query } = Object(asked) as { query?: unknown };
    if (typeof query === 'string' && !known.has(query)) requireModest(query);
    return { caller, database, clock, seal, kept, requestId: request.id, isGone: goneWith(reply), seen };
  };
  const askApollo = fastifyApolloHandler(apollo, { context: async ({ received }: FastifyRequest) => received! });

  await fastify.register(async (scope) => {
    scope.decorateRequest('received', null);
    scope.decorateRequest('seen');
    scope.decorateRequest('line', null);
    scope.decorateRequest('leave');
    admitTo(scope, parts);
    scope.addHook('onSend', (request, reply, payload, done) => done(null, named(payload, request, reply, reports)));
    scope.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/graphql',
      handler: async (request, reply) => {
        let context: RequestContext;
        let streams: boolean;
        const kind = kindOf(request, trustedDocuments);
        const full = admission.join(kind);
        if (full) return refuse(request, reply, full);
        request.line = kind;
        try {
          context = await contextOf(request, reply);
          streams = await answerStream(request, reply, context);
        } catch (error) {
          return refuse(request, reply, error);
        }
        if (streams) return reply;
        const text = await takeShortWay(request, context);
        if (text !== null) {
          return reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).send(text);
        }
        request.received = context;
        return askApollo.call(fastify, request, reply);
      },
    });
  });
}

/** Made apart: a closure that is named by its place in an object is given the name by a call of its own, for each request. */
const goneWith =
  ({ raw }: FastifyReply) =>
  () =>
    raw.destroyed;

/** Takes requests in at a door, or turns them away where there is enough to do. */
export function admitTo(scope: FastifyInstance, parts: Pick<GraphqlParts, 'admission' | 'metrics' | 'refuse'>): void {
  scope.addHook('onRequest', (request, reply, done) => {
    const refusal = admit(request, reply, parts);
    if (!refusal) return done();
    // The connection stays: closed beneath a body that is still on its way, it would cut the answer off.
    parts.refuse(request, reply, refusal);
  });
}

/** Takes a request in and counts it when its answer, or its connection, has ended; says why where it is not taken. */
function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { admission, metrics }: Pick<GraphqlParts, 'admission' | 'metrics'>,
): GraphQLError | null {
  const began = performance.now();
  const seen: RequestContext['seen'] = { operation: 'none' };
  request.seen = seen;
  const refusal = admission.refusal();
  let isIn = !refusal;
  if (isIn) admission.enter();
  request.leave = () => {
    if (isIn) admission.leave(request.line);
    isIn = false;
  };
  reply.raw.once('close', () => {
    request.leave();
    metrics.request(seen.operation, reply.statusCode, (performance.now() - began) / 1000);
  });
  return refusal;
}

/** @throws RequestRefused for a token that is none, and for a caller that sends too many */
export async function callerOf(
  request: FastifyRequest,
  { verifyToken, requireRate, reports }: Pick<GraphqlParts, 'verifyToken' | 'requireRate' | 'reports'>,
): Promise<Caller> {
  try {
    const caller = await verifyToken(authorizationOf(request));
    await requireRate(request, caller);
    return caller;
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    await requireRate(request, null);
    reports.tokenRefused(error.cause, request.id);
    throw new RequestRefused('UNAUTHENTICATED', 401, error.message, '令牌无效。');
  }
}

/** Two headers are not one token: Node would take the first, and a proxy before it perhaps the second. */
function authorizationOf({ raw }: FastifyRequest): string | undefined {
  const { headers, rawHeaders } = raw;
  if (headers.authorization === undefined) return undefined;
  const given = rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === 'authorization');
  return given.join(', ');
}

/** What a GET brings beside its address is of no use, and a browser may have been made to send it. */
function requirePlainGet({ headers, query }: FastifyRequest): void {
  const { 'content-type': type = 'application/json' } = headers;
  if (!type.startsWith('application/json')) throw badRequest(400, 'A GET has no body.', 'GET 请求不得带有请求体。');
  // Apollo reads the address itself, where the text of the document is not.
  if ('documentId' in Object(query)) throw badRequest(400, 'Send a `documentId` by POST.', '请用 POST 发送 documentId。');
}

/** Gives the request's id to errors that Apollo tells before it has looked at the request. */
function named(payload: unknown, { id }: FastifyRequest, { statusCode }: FastifyReply, reports: ErrorReports): unknown {
  if (statusCode < 400 || typeof payload !== 'string' || payload.includes('"requestId"') || !payload.startsWith('{"errors"'))
    return payload;
  const { errors } = JSON.parse(payload) as { errors: GraphQLFormattedError[] };
  reports.report(errors, id);
  return `${JSON.stringify({ errors: withRequestId(errors, id) })}\n`;
}

declare module 'fastify' {
  interface FastifyRequest {
    received: RequestContext | null;
    /** The line in which it waits for its answer. */
    line: Kind | null;
    /** It waits no longer: at the end of its answer, or as soon as that is a stream. */
    leave: () => void;
    seen: RequestContext['seen'];
  }
}
