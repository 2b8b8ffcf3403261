import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { claimsAsked, type AskedClaims, type MistakeInClaims } from '../access/asked-claims.ts';
import { roles } from '../access/caller.ts';
import type { TokenSource } from '../access/token-source.ts';
import { BadInput } from '../graphql/errors.ts';
import { admitTo, type GraphqlParts } from '../http/serve-graphql.ts';
import { badRequest, notFound } from '../http/refuse.ts';
import { isFromThisMachine } from './from-this-machine.ts';
import { wayToSignIn } from './ways.ts';

type SignInParts = Pick<GraphqlParts, 'admission' | 'metrics' | 'requireRate' | 'refuse'> & { readonly tokens: TokenSource };

/**
 * Serves at `/sign-in/…` how a page gets a token, and beside the embedded database the token itself: what `npm run token`
 * prints for whoever sits at the machine.
 */
export async function serveSignIn(
  fastify: FastifyInstance,
  { tokens, admission, metrics, requireRate, refuse }: SignInParts,
): Promise<void> {
  const way = wayToSignIn(tokens);
  const answered = (work: (request: FastifyRequest) => unknown) => async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      await requireRate(request, null);
      return await reply.header('cache-control', 'no-store').send(await work(request));
    } catch (error) {
      return refuse(request, reply, error);
    }
  };
  await fastify.register(async (scope) => {
    admitTo(scope, { admission, metrics, refuse });
    scope.get(
      '/sign-in/configuration',
      answered(() => way),
    );
    scope.post(
      '/sign-in/development',
      answered((request) => signedIn(request, tokens)),
    );
  });
}

async function signedIn({ headers, body }: FastifyRequest, tokens: TokenSource): Promise<{ token: string; expiresAt: string }> {
  if (tokens === 'nobody' || 'oidc' in tokens) throw notFound();
  if (!isFromThisMachine(headers)) throw notHere();
  // A form of a foreign page can be sent without being asked for, but never as JSON.
  if (!/^application\/json *(;|$)/i.test(headers['content-type'] ?? '')) throw notJson();
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw noObject();
  const claims = claimsAsked(body as AskedClaims);
  if ('is' in claims) throw inWords(claims);
  const token = await tokens.development.signToken(claims);
  return { token, expiresAt: new Date(decodeJwt(token).exp! * 1000).toISOString() };
}

const words: Readonly<Record<MistakeInClaims['is'], readonly [english: string, chinese: string]>> = {
  'no role': [`must be one of ${roles.join(', ')}`, `须为以下之一:${roles.join('、')}`],
  needed: ['is needed by this role', '为该角色所必填'],
  'of another role': ['does not go with this role', '与该角色不符'],
  'no code': ['must be a code of 1 to 64 characters', '须为 1 至 64 个字符的代码'],
  'no name': ['must be a name of 1 to 64 characters', '须为 1 至 64 个字符的名称'],
};

function inWords({ claim, is }: MistakeInClaims): BadInput {
  const [english, chinese] = words[is];
  return new BadInput(`${claim} ${english}.`, `${claim} ${chinese}。`);
}

const notHere = () =>
  badRequest(
    403,
    'Signing in as anybody is for the machine of the server: open the page at http://localhost or http://127.0.0.1.',
    '自选身份登录仅限服务器本机:请通过 http://localhost 或 http://127.0.0.1 打开页面。',
  );
const notJson = () =>
  badRequest(415, 'The body must be JSON: Content-Type application/json.', '请求体须为 JSON(Content-Type: application/json)。');
const noObject = () => badRequest(400, 'The body must be a JSON object with a `role`.', '请求体须为含 role 的 JSON 对象。');
