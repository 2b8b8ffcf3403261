import { Socket } from 'node:net';
import type { PoolClient } from 'pg';

/**
 * Sockets that end when nothing was sent or heard for `within` milliseconds. Where a network swallows everything, neither
 * side is told that the other is gone: without an end of its own a connection would be waited on for ever, and ten of
 * them are a whole pool.
 * @source none: machinery
 */
export const endInSilence = (within: number) => (): Socket => {
  const socket = new Socket();
  return socket.setTimeout(within, () => socket.destroy());
};

/**
 * Lets a connection be silent for longer, until what it gives is called: whoever reads a file slowly asks for rows seldom.
 * @source none: machinery
 */
export function allowSilence(client: PoolClient, within: number): () => void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  const usual = stream.timeout ?? 0;
  stream.setTimeout(within);
  return () => stream.setTimeout(usual);
}
