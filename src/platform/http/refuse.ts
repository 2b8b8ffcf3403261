import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { formatError, RequestRefused } from '../graphql/errors.ts';
import { withRequestId, type ErrorReports } from '../graphql/request-errors.ts';

/** Answers with an error in GraphQL's shape, whatever was asked for and however far the request came. */
export type Refuse = (request: FastifyRequest, reply: FastifyReply, error: unknown) => FastifyReply;

interface HttpOfError {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

export function refuseWith(reports: ErrorReports): Refuse {
  return (request, reply, thrown) => {
    const error = errorOf(thrown);
    const { status = 500, headers = new Map<string, string>() } = (error.extensions['http'] ?? {}) as HttpOfError;
    reports.report([error], request.id);
    // A proxy must not keep it, whatever it keeps of the page that was asked for.
    reply.code(status).headers({ ...Object.fromEntries(headers), 'cache-control': 'no-store' });
    return reply.type('application/json; charset=utf-8').send(bodyOf(error, request.id));
  };
}

/** The body of an error's answer. */
export function bodyOf(error: GraphQLError, requestId: string): string {
  return JSON.stringify({ errors: withRequestId([formatError(error.toJSON())], requestId) });
}

/** Whatever was thrown, as an error of GraphQL. */
export function errorOf(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { statusCode, code } = error as Partial<FastifyError>;
  if (statusCode === 413) return badRequest(413, 'The body is too large.', '请求体过大。');
  if (statusCode === 415)
    return badRequest(415, 'The body must be JSON: Content-Type application/json.', '请求体须为 JSON(Content-Type: application/json)。');
  if (statusCode === 503) return unavailable();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const what = code?.startsWith('FST_ERR_CTP') || error instanceof SyntaxError ? 'The body is no JSON.' : 'The request is malformed.';
    return badRequest(400, what, '请求格式有误,或请求体不是有效的 JSON。');
  }
  return new GraphQLError('unexpected', { originalError: error instanceof Error ? error : new Error(typeof error) });
}

export const badRequest = (status: number, message: string, messageZh: string) =>
  new RequestRefused('BAD_REQUEST', status, message, messageZh);

/** @param retryAfter seconds */
export const unavailable = (retryAfter = 1) =>
  new RequestRefused('UNAVAILABLE', 503, 'The server cannot take this now; try again.', '服务器暂时无法受理,请稍后重试。', retryAfter);

export const notFound = () => new RequestRefused('NOT_FOUND', 404, 'There is nothing at this address.', '此地址不存在。');
