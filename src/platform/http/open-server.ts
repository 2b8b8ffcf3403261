import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ErrorReports } from '../graphql/request-errors.ts';
import { badRequest, bodyOf, notFound, refuseWith, type Refuse } from './refuse.ts';
import { securityHeaders } from './security-headers.ts';

/** The largest request body; a batch of 10,000 rows of 400 bytes fits. */
const largestBody = 4 * 1024 * 1024;
/** What a caller may take to send its headers, and all of a request, in milliseconds. */
const headersWithin = 5000;
const requestWithin = 30_000;

export interface OpenServer {
  readonly fastify: FastifyInstance;
  readonly refuse: Refuse;
}

/**
 * An HTTP server that answers nothing yet but refusals: every answer has a request's id and the security headers, every
 * error GraphQL's shape, and nobody may send without end.
 */
export function openServer(reports: ErrorReports): OpenServer {
  const refuse = refuseWith(reports);
  const fastify: FastifyInstance = Fastify({
    bodyLimit: largestBody,
    genReqId: () => randomUUID(),
    logger: false,
    // Who asks through a proxy is whom the proxy names; only one on this machine is believed.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    requestTimeout: requestWithin,
    http: { headersTimeout: headersWithin, connectionsCheckingInterval: 1000 },
    clientErrorHandler: (error, socket) => refuseRaw(reports, error as NodeJS.ErrnoException, socket),
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...securityHeaders, 'x-request-id': request.id });
      refuse(request, reply, error);
    },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).headers(securityHeaders);
    done();
  });
  fastify.setErrorHandler((error, request, reply) => refuse(request, reply, error));
  fastify.setNotFoundHandler((request, reply) => refuse(request, reply, notFound()));
  return { fastify, refuse };
}

/** What is no HTTP has no request yet: Node hands over the bare socket. */
function refuseRaw(reports: ErrorReports, { code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message, messageZh] = rawMistakes[code ?? ''] ?? [400, 'This is no HTTP request.', '这不是有效的 HTTP 请求。'];
  const requestId = randomUUID();
  const error = badRequest(status, message, messageZh);
  reports.report([error], requestId);
  const body = bodyOf(error, requestId);
  const headers = {
    ...securityHeaders,
    'x-request-id': requestId,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

const rawMistakes: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.', '请求头过大。'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.', '请求未能及时发送完毕。'],
};
