import { createServer, type AddressInfo, type Server } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { host } from '../process/port.ts';

/**
 * Node takes one connection of each listening socket in a turn of its event loop. Where turns are long because there is
 * much to do, a crowd that knocks at one socket waits for seconds before the first of its bytes is read, and is not even
 * told to try again. So there are several at the same port, where the system shares connections out among them.
 */
const sockets = process.platform === 'linux' ? 16 : 1;

/**
 * Listens on the loopback interface.
 * @returns resolves to the address
 */
export function listener(fastify: FastifyInstance): (port: number) => Promise<string> {
  const more: Server[] = [];
  fastify.addHook('preClose', (done) => {
    for (const each of more) each.close();
    done();
  });
  return async (port) => {
    // Fastify hands over to Node what its types do not name.
    const options = { port, host, reusePort: sockets > 1 };
    const address = await fastify.listen(options);
    const taken = fastify.server.address() as AddressInfo;
    while (more.length < sockets - 1) more.push(await listening(taken.port, fastify));
    return address;
  };
}

function listening(port: number, { server }: FastifyInstance): Promise<Server> {
  return new Promise((resolve, reject) => {
    const socket = createServer({ noDelay: true, allowHalfOpen: true }, (connection) => server.emit('connection', connection));
    socket.once('error', reject);
    socket.listen({ port, host, reusePort: true }, () => resolve(socket));
  });
}
