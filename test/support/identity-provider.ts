import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

/** An identity provider on loopback: its discovery document, and a key set that a test changes. */
export interface IdentityProvider {
  readonly issuer: string;
  /** How often its keys were fetched. */
  fetches(): number;
  /** Makes a key pair and publishes its public key, without saying for which algorithm, as many providers do. */
  addKey(kid: string, algorithm: string): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }>;
  removeKey(kid: string): void;
  /** Cuts whoever is connected and listens no more. */
  stop(): Promise<void>;
}

/** @param calledItself what it says that its name is, where that is not its address */
export async function identityProvider(calledItself?: string): Promise<IdentityProvider> {
  const keys = new Map<string, JWK>();
  let fetches = 0;
  const server = createServer((request, response) => {
    if (request.url === '/keys') fetches += 1;
    const pages: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: calledItself ?? issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: [...keys.values()] },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(pages[request.url ?? ''] ?? null));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    fetches: () => fetches,
    addKey: async (kid, algorithm) => {
      const pair = await generateKeyPair(algorithm, { extractable: true });
      keys.set(kid, { ...(await exportJWK(pair.publicKey)), kid, use: 'sig' });
      return pair;
    },
    removeKey: (kid) => void keys.delete(kid),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
