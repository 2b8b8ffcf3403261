import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { RequestContext } from '../graphql/context.ts';
import { formatError } from '../graphql/errors.ts';
import { withRequestId, type ErrorReports } from '../graphql/request-errors.ts';
import { isUnavailable } from '../graphql/unavailable.ts';
import { unavailable } from '../http/refuse.ts';
import { EventStream, type Message } from './event-stream.ts';
import { kindsOf } from './kinds.ts';
import type { LiveChanges } from './live-changes.ts';
import type { OpenStreams } from './open-streams.ts';
import { begin, subscriptionIn, type AskedSubscription } from './subscription.ts';

interface StreamParts {
  readonly schema: GraphQLSchema;
  readonly orm: MikroORM;
  readonly changes: LiveChanges;
  readonly streams: OpenStreams;
  readonly reports: ErrorReports;
}

/**
 * Answers a request that is a subscription and takes a stream.
 * @returns false for any other request, which nothing was done for
 * @throws why no stream is opened
 */
export type AnswerStream = (request: FastifyRequest, reply: FastifyReply, context: RequestContext) => Promise<boolean>;

/** The door of subscriptions: behind the same checks as every other operation, before Apollo, which knows none. */
export function streamDoor({ schema, orm, changes, streams, reports }: StreamParts): AnswerStream {
  changes.tellOf(kindsOf(schema, orm));

  const opened = async (asked: AskedSubscription, context: RequestContext) => {
    try {
      await changes.start();
    } catch (error) {
      throw isUnavailable(error) ? unavailable() : error;
    }
    return begin(schema, asked, { ...context, changesAfter: (position) => changes.follow(context.caller, position) });
  };

  const told = (errors: readonly GraphQLError[], { requestId }: RequestContext): Message => {
    reports.report(errors, requestId);
    return {
      errors: withRequestId(
        errors.map((error) => formatError(error.toJSON(), error)),
        requestId,
      ),
    };
  };

  return async (request, reply, context) => {
    const asked = takesStream(request) ? subscriptionIn(request.body) : null;
    if (!asked) return false;
    context.seen.operation = OperationTypeNode.SUBSCRIPTION;
    const place = streams.take(context.caller, request.ip, request.headers.authorization);
    let results: Awaited<ReturnType<typeof begin>>;
    try {
      results = await opened(asked, context);
    } catch (error) {
      place.release();
      throw error;
    }
    // It waits for nothing any more: what comes after it must not think that it does.
    request.leave();
    reply.hijack();
    const stream = new EventStream(reply.raw, reply.getHeaders());
    const end = (last?: Message) => {
      place.release();
      stream.complete(last);
      void results.return();
    };
    stream.onClose(() => end());
    place.put(stream, (why) => end(told([why], context)));
    pump(results, stream, (errors) => told(errors, context)).then(
      () => end(),
      (error: unknown) => end(told([new GraphQLError('unexpected', { originalError: error as Error })], context)),
    );
    return true;
  };
}

const takesStream = ({ method, headers: { accept = '' } }: FastifyRequest) => method === 'POST' && accept.includes('text/event-stream');

async function pump(
  results: Awaited<ReturnType<typeof begin>>,
  stream: EventStream,
  told: (errors: readonly GraphQLError[]) => Message,
): Promise<void> {
  for await (const { data, errors } of results) await stream.next({ ...(data && { data }), ...(errors && told(errors)) });
}
