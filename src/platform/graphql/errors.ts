import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The closed list of codes in `errors[]`: the caller's mistakes, and one word for every mistake of ours. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'TRUSTED_DOCUMENTS_ONLY',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TIMED_OUT',
  'CANCELLED',
  'INTERNAL_SERVER_ERROR',
] as const;

/** The caller's mistake, found after GraphQL's own validation. HTTP says 400 where there is no answer at all. */
export class BadInput extends GraphQLError {
  constructor(message: string, messageZh: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', messageZh, http: { status: 400 } } });
  }
}

/** An argument that its type refuses only when the operation runs: a variable that may be null, and is, where null may not be. */
export class BadArgument extends GraphQLError {
  constructor({ message, nodes }: GraphQLError) {
    super(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT', messageZh: '参数不得为空。' } });
  }
}

/** The caller's role does not allow this; says which roles do. */
export class Forbidden extends GraphQLError {
  constructor(roles: readonly string[]) {
    super(`This needs a token with role ${roles.join(' or ')}`, {
      extensions: { code: 'FORBIDDEN', messageZh: `此操作需要以下角色的令牌:${roles.join('、')}`, http: { status: 403 } },
    });
  }
}

/** A statement took longer than one may; the same question asked for less may be answered. */
export class TimedOut extends GraphQLError {
  constructor() {
    super('This took longer than an answer may; ask for less at once.', {
      extensions: { code: 'TIMED_OUT', messageZh: '查询超时;请缩小查询范围。' },
    });
  }
}

/** The caller closed the connection before the answer was there. */
export class Cancelled extends GraphQLError {
  constructor() {
    super('The request was cancelled.', { extensions: { code: 'CANCELLED', messageZh: '请求已取消。' } });
  }
}

/** Long enough for any message of ours; an attacker's 900 KB name is not sent back. */
const longestMessage = 500;

/**
 * What of an error leaves the server: an allow-list. A code of the closed list keeps its (cut) message; everything else,
 * whatever it says of tables, rows or paths, becomes one sentence; the log has the rest under the request's id.
 */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { code, messageZh } = formatted.extensions ?? {};
  const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  if (!isCallersCode(code)) {
    return {
      message: 'Something went wrong on our side; the request id finds it in our log.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', messageZh: '服务器内部错误;可凭请求号在日志中查到。' },
    };
  }
  const message = formatted.message.replace(/^Context creation failed: /, '').slice(0, longestMessage);
  return { message, ...place, extensions: { code, ...(typeof messageZh === 'string' && { messageZh }) } };
}

function isCallersCode(code: unknown): boolean {
  return code !== 'INTERNAL_SERVER_ERROR' && (errorCodes as readonly unknown[]).includes(code);
}

/** Whether an error is the caller's, so that the log keeps it short. */
export function isCallersMistake(error: unknown): boolean {
  return error instanceof GraphQLError && isCallersCode(error.extensions['code']);
}
