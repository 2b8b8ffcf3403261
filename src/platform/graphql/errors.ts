import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from './unavailable.ts';

/** The closed list of codes in `errors[]`: the caller's mistakes, and one word for every mistake of ours. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'NOT_FOUND',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'UNAVAILABLE',
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

/** A request that is no GraphQL over HTTP, or asks for what is not there; said outside of GraphQL, in the same shape. */
export class RequestRefused extends GraphQLError {
  /** @param retryAfter seconds after which the same request may be answered */
  constructor(
    code: 'BAD_REQUEST' | 'NOT_FOUND' | 'RATE_LIMITED' | 'UNAVAILABLE' | 'UNAUTHENTICATED',
    status: number,
    message: string,
    messageZh: string,
    retryAfter: number | null = null,
  ) {
    const headers = new Map(retryAfter === null ? [] : [['retry-after', String(retryAfter)]]);
    super(message, { extensions: { code, messageZh, http: { status, headers } } });
  }
}

/** The words in Chinese for what GraphQL and Apollo say in English only. */
const wordsInChinese: Readonly<Record<string, string>> = {
  BAD_REQUEST: '请求不符合 GraphQL over HTTP 规范。',
  BAD_USER_INPUT: '变量或参数的值无效。',
  GRAPHQL_PARSE_FAILED: '文档不是有效的 GraphQL。',
  GRAPHQL_VALIDATION_FAILED: '文档不符合本 API 的模式(schema)。',
  OPERATION_RESOLUTION_FAILURE: '未指明要执行的操作,或文档中没有该操作。',
  PERSISTED_QUERY_NOT_FOUND: '本服务器不提供自动持久化查询。',
  PERSISTED_QUERY_NOT_SUPPORTED: '本服务器不提供自动持久化查询。',
};

/** Long enough for any message of ours; an attacker's 900 KB name is not sent back. */
const longestMessage = 500;
/** A message about thousands of fields names a few of them. */
const mostLocations = 3;

/**
 * What of an error leaves the server: an allow-list. A code of the closed list keeps its (cut) message; everything else,
 * whatever it says of tables, rows or paths, becomes one sentence; the log has the rest under the request's id.
 * @param error what was thrown: that the database is away is told as such
 */
export function formatError(formatted: GraphQLFormattedError, error?: unknown): GraphQLFormattedError {
  const { code, messageZh, limit, cost } = formatted.extensions ?? {};
  const { locations, path } = formatted;
  const place = { ...(locations && { locations: locations.slice(0, mostLocations) }), ...(path && { path }) };
  if (isUnavailable(error)) return { message: unavailable.en, ...place, extensions: { code: 'UNAVAILABLE', messageZh: unavailable.zh } };
  if (!isCallersCode(code)) {
    return {
      message: 'Something went wrong on our side; the request id finds it in our log.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', messageZh: '服务器内部错误;可凭请求号在日志中查到。' },
    };
  }
  const message = formatted.message.replace(/^Context creation failed: /, '').slice(0, longestMessage);
  const inChinese = typeof messageZh === 'string' ? messageZh : wordsInChinese[code];
  const measured = code === 'QUERY_TOO_COMPLEX' ? { ...(limit !== undefined && { limit }), ...(cost !== undefined && { cost }) } : {};
  return { message, ...place, extensions: { code, ...(inChinese !== undefined && { messageZh: inChinese }), ...measured } };
}

const unavailable = {
  en: 'The database cannot do this at the moment; send it again later. With the same idempotency key nothing is recorded twice.',
  zh: '数据库暂时不可用;请稍后重试。使用同一幂等键不会重复录入。',
};

function isCallersCode(code: unknown): code is string {
  return code !== 'INTERNAL_SERVER_ERROR' && (errorCodes as readonly unknown[]).includes(code);
}

/** Whether an error is the caller's, so that the log keeps it short. */
export function isCallersMistake({ extensions }: GraphQLError | GraphQLFormattedError): boolean {
  return isCallersCode(extensions?.['code']);
}
