import { connect } from 'node:net';
import type { Request } from './questions.ts';

/** A request, ready to be sent again and again, and the length of the body that answers it. */
export interface Shot {
  readonly bytes: Buffer;
  readonly answerLength: number;
}

export interface Load {
  readonly connections: number;
  /** After this no request is sent; those under way are waited for. */
  readonly seconds: number;
}

/** Longer than any answer takes, even of a server that is asked by all connections at once. */
const patience = 30_000;
const endOfHead = '\r\n\r\n';

/** The bytes of a POST of JSON that keeps its connection. */
export function postOf(address: URL, { path, body, token }: Request): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${address.host}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}${endOfHead}${body}`);
}

/**
 * Answers per second of a server that is always asked by the same number of connections, each sending its next request
 * when its last is answered. Written on bare sockets, because on a small machine the client's time is the server's loss.
 * An answer that is no 200, or of another length than the one that was compared, ends the measurement.
 */
export async function closedLoop(address: URL, shots: readonly Shot[], { connections, seconds }: Load): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  const answered = await Promise.all(Array.from({ length: connections }, (_, nth) => oneConnection(address, shots, nth, until)));
  return answered.reduce((sum, each) => sum + each, 0) / ((performance.now() - began) / 1000);
}

function oneConnection(address: URL, shots: readonly Shot[], nth: number, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.hostname, port: Number(address.port), noDelay: true });
    let answered = 0;
    let head = '';
    /** What of the body is still to come; null while the head is read. */
    let missing: number | null = null;
    let shot = shots[nth % shots.length]!;
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    const send = () => {
      shot = shots[(nth + answered) % shots.length]!;
      socket.write(shot.bytes);
    };
    socket.setTimeout(patience, () => fail(new Error(`${address.host} gave no answer within ${patience / 1000} s`)));
    socket.once('connect', send);
    socket.once('error', fail);
    socket.once('close', () => fail(new Error(`${address.host} closed a connection`)));
    socket.on('data', (chunk: Buffer) => {
      let arrived = chunk.length;
      if (missing === null) {
        head += chunk.toString('latin1');
        const end = head.indexOf(endOfHead);
        if (end < 0) return;
        arrived = head.length - end - endOfHead.length;
        missing = bodyLength(head.slice(0, end));
        if (missing !== shot.answerLength) return fail(new Error(`another answer than the one compared: ${head.slice(0, 1000)}`));
      }
      missing -= arrived;
      if (missing > 0) return;
      answered += 1;
      head = '';
      missing = null;
      if (performance.now() < until) return send();
      socket.removeAllListeners('close').destroy();
      resolve(answered);
    });
  });
}

/** The length that a head announces; −1 when it is no 200 or announces none. */
function bodyLength(head: string): number {
  const length = /^content-length: *(\d+)/im.exec(head);
  return head.startsWith('HTTP/1.1 200 ') && length ? Number(length[1]) : -1;
}
