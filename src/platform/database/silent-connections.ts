import { Socket } from 'node:net';

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
