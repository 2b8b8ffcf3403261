import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  ResponseBodyError,
  validateAuthResponse,
  type AuthorizationServer,
} from 'oauth4webapi';
import { Refused } from '../../api/ask.ts';
import type { Configuration } from './configuration.ts';

type Oidc = Extract<Configuration, { mode: 'OIDC' }>;

/** What the way out leaves for the way back: not a token, and gone when it was used. */
const kept = 'accord-sign-in';
interface Left {
  readonly verifier: string;
  readonly state: string;
  readonly to: string | null;
}
const redirectUri = () => `${location.origin}/sign-in`;

/** An issuer on this machine may be asked without TLS, as while developing; every other may not. */
const optionsFor = (issuer: string) =>
  // oxlint-disable-next-line typescript/no-deprecated -- the library marks it so that it stands out; it does here
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname) ? { [allowInsecureRequests]: true } : {};

async function discovered(issuer: string): Promise<AuthorizationServer> {
  const url = new URL(issuer);
  return processDiscoveryResponse(url, await discoveryRequest(url, optionsFor(issuer)));
}

/**
 * Leaves for the issuer's own page (authorization code with PKCE, S256).
 * @param to the page of this host to go on to afterwards; null leaves that to the role
 */
export async function leaveForIssuer({ issuer, clientId, audience }: Oidc, to: string | null): Promise<void> {
  const server = await discovered(issuer);
  const [verifier, state] = [generateRandomCodeVerifier(), generateRandomState()];
  sessionStorage.setItem(kept, JSON.stringify({ verifier, state, to } satisfies Left));
  const url = new URL(server.authorization_endpoint!);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri(),
    scope: 'openid',
    audience,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.assign(url);
}

/**
 * Takes the token for the code with which the issuer sent the reader back.
 * @returns the access token, and where the way out was begun
 * @throws Refused the issuer said no, with its code, or this page asked for nothing
 * @throws Error the answer is not to what this page asked
 */
export async function comeBack({ issuer, clientId }: Oidc): Promise<{ readonly token: string; readonly to: string | null }> {
  const left = sessionStorage.getItem(kept);
  if (left === null) throw refused('This page did not ask the issuer for anything.', '本页没有发起过登录。');
  sessionStorage.removeItem(kept);
  const { verifier, state, to } = JSON.parse(left) as Left;
  const server = await discovered(issuer);
  const client = { client_id: clientId };
  try {
    const parameters = validateAuthResponse(server, client, new URL(location.href), state);
    const response = await authorizationCodeGrantRequest(server, client, None(), parameters, redirectUri(), verifier, optionsFor(issuer));
    const { access_token: token } = await processAuthorizationCodeResponse(server, client, response);
    return { token, to };
  } catch (error) {
    if (!(error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)) throw error;
    const reason = [error.error, error.error_description].filter(Boolean).join(': ');
    throw refused(`The issuer says ${reason}.`, `身份认证服务答复：${reason}。`);
  }
}

const refused = (message: string, messageZh: string) => new Refused('SIGN_IN_REFUSED', message, messageZh, null);
