import { createServer } from 'node:net';
import { ConfigError, reasonOf } from '../config/config-error.ts';

/**
 * The address that Accord listens on. Loopback: a first start on a laptop must not be open to the network, and a
 * deployment has a proxy in front of it for TLS.
 */
export const host = '127.0.0.1';

/**
 * Makes sure that the port can be had, before the database is started for nothing.
 * @throws ConfigError why it cannot
 * @source none: machinery
 */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => reject(portRefused(port, error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Says in one line why listening failed, for the case that the port was taken since it was tried. */
export function portRefused(port: number, error: unknown): ConfigError {
  return new ConfigError(`PORT=${port} cannot be used: ${reasonOf(error)}.`);
}
