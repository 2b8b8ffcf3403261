import { connect, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';
import type { TestApp } from '../support/app.ts';

/** An error as callers are told of it. */
export interface ToldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly messageZh: string;
    readonly requestId: string;
  };
}

/** An answer, with the time that the server worked for it: what other programs take of the machine is not counted. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly milliseconds: number;
  readonly data: unknown;
  readonly errors: readonly ToldError[];
  /** The code of the first error; null for none. */
  readonly code: string | null;
}

export interface Sent {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
  readonly caller?: object;
}

/** Sends one request past the network. */
export async function send(app: TestApp, { method = 'POST', url = '/graphql', headers = {}, body, caller }: Sent): Promise<Reply> {
  const payload = typeof body === 'object' ? JSON.stringify(body) : body;
  const before = process.threadCpuUsage();
  const response = await app.fastify.inject({
    method,
    url,
    headers: {
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...(caller && { authorization: JSON.stringify(caller) }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  });
  const { user, system } = process.threadCpuUsage(before);
  const milliseconds = (user + system) / 1000;
  const { data, errors = [] } = jsonIn(response.body) as { data?: unknown; errors?: ToldError[] };
  const { statusCode: status } = response;
  return { status, headers: response.headers, text: response.body, milliseconds, data, errors, code: errors[0]?.extensions.code ?? null };
}

function jsonIn(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}

/** The port of a server that listens. */
export const portOf = (app: TestApp) => (app.fastify.server.address() as AddressInfo).port;

/** Sends bytes as they are, and gives what comes back until the server closes. */
export function sendBytes(port: number, bytes: string | Buffer, within = 5000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    const clock = setTimeout(() => socket.destroy(new Error(`nothing within ${within} ms; so far: ${text}`)), within);
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(clock);
      resolve(text);
    });
  });
}

/** A log that is kept, line by line. */
export function keptLog(): { readonly log: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  const into = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: pino({ level: 'trace' }, into), lines };
}
