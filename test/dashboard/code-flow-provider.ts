import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An identity provider on loopback that signs everybody in as the same caller, by code and PKCE. */
export interface CodeFlowProvider {
  readonly issuer: string;
  /** What it was asked at its page, in order. */
  readonly asked: URLSearchParams[];
  /** What its page answers next: a code, or an error such as `access_denied`. */
  refuse(error: string | null): void;
  stop(): Promise<void>;
}

/** @param claims of the access tokens, besides issuer, audience and times */
export async function codeFlowProvider(audience: string, claims: Record<string, string>): Promise<CodeFlowProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const asked: URLSearchParams[] = [];
  let refusal: string | null = null;

  const accessToken = () =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('10m')
      .sign(privateKey);
  /** A code is good for whoever has the verifier of the challenge that it was asked with. */
  const tokenFor = async (form: URLSearchParams) => {
    const [request] = asked.slice(-1);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const matches = ['client_id', 'redirect_uri'].every((name) => form.get(name) === request?.get(name));
    if (form.get('code') !== 'the-code' || challenge !== request?.get('code_challenge') || !matches)
      return [400, { error: 'invalid_grant' }] as const;
    return [200, { access_token: await accessToken(), token_type: 'Bearer', expires_in: 600 }] as const;
  };
  const documents: Record<string, () => Promise<object>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer,
      jwks_uri: `${issuer}/keys`,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    }),
    '/keys': async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', use: 'sig' }] }),
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    // Its discovery and its tokens are fetched by pages of other origins.
    response.setHeader('access-control-allow-origin', '*');
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/authorize') {
      asked.push(url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri')!);
      back.searchParams.set('state', url.searchParams.get('state')!);
      if (refusal === null) back.searchParams.set('code', 'the-code');
      else back.searchParams.set('error', refusal);
      return void response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/token') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      return void request.on('end', () => {
        void tokenFor(new URLSearchParams(Buffer.concat(parts).toString())).then(([status, body]) => json(status, body));
      });
    }
    const document = documents[url.pathname];
    if (!document) return void json(404, {});
    void document().then((body) => json(200, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    asked,
    refuse: (error) => void (refusal = error),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
