import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An identity provider on loopback: its discovery document, one key, and tokens. */
export async function openIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256' };
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const issuer = `http://localhost:${port}`;
    const answer = request.url === '/jwks' ? { keys: [key] } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // By name: the first address that a server says is taken for its own.
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    address,
    token: (claims: Record<string, string>) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
        .setIssuer(address)
        .setAudience('accord')
        .setSubject('benchmark')
        .setJti('benchmark')
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey),
    close: () => server.close(),
  };
}
