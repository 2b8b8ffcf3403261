// Part of every peer: its ten connections, the one line that says where it listens, and HTTP without anything on it.

import { createServer } from 'node:http';
import pg from 'pg';

/** As many as Accord holds. */
export const connections = 10;

export function openPool(settings = {}) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connections, ...settings });
  // A connection that drops must not end the process: pg tells the client, or the pool when the client is idle.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  return pool;
}

export function sayAddress(address) {
  process.stdout.write(`listening on ${address}\n`);
}

/** Answers each POST with the text that `answer` gives for its path and its body. */
export function serve(answer) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const send = (status) => (text) =>
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
      answer(request.url, JSON.parse(body)).then(send(200), (error) => send(500)(String(error)));
    });
  });
  server.listen(0, '127.0.0.1', () => sayAddress(`http://127.0.0.1:${server.address().port}`));
}
