import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.ts';
import { RequestRefused } from '../graphql/errors.ts';

/** How many requests a caller may send in a minute; 0 for any number. */
export interface Rates {
  /** For an address without a token. */
  readonly anonymous: number;
  /** For the holder of a token. */
  readonly caller: number;
}

/** @throws RATE_LIMITED; the caller is null where the token was not taken */
export type RequireRate = (request: FastifyRequest, caller: Caller | null) => Promise<void>;

/** Callers that are remembered at once; the longest unheard leave first. */
const remembered = 10_000;
const timeWindow = 60_000;

/**
 * Counts the requests that come through a proxy, by who sends them. What comes from this machine itself is not counted:
 * a program beside the server is run by whoever runs the server.
 */
export async function ratePerCaller(fastify: FastifyInstance, { anonymous, caller: known }: Rates): Promise<RequireRate> {
  await fastify.register(rateLimit, { global: false, cache: remembered });
  const counting = (max: number, keyGenerator: CreateRateLimitOptions['keyGenerator']) =>
    max === 0 ? null : fastify.createRateLimit({ max, timeWindow, ...(keyGenerator && { keyGenerator }) });
  const byAddress = counting(anonymous, ({ ip }) => `address ${ip}`);
  const byCaller = counting(known, ({ countedAs }) => `caller ${countedAs}`);
  fastify.decorateRequest('countedAs', null);
  return async (request, caller) => {
    if (request.headers['x-forwarded-for'] === undefined) return;
    const named = caller !== null && caller.role !== 'ANONYMOUS';
    request.countedAs = named ? `${caller.role}|${caller.subject ?? request.ip}` : null;
    const counted = await (named ? byCaller : byAddress)?.(request);
    if (counted && !counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttlInSeconds);
  };
}

const tooMany = (seconds: number) =>
  new RequestRefused(
    'RATE_LIMITED',
    429,
    'Too many requests in a minute; try again later.',
    '一分钟内请求过多,请稍后重试。',
    Math.max(seconds, 1),
  );

declare module 'fastify' {
  interface FastifyRequest {
    /** Under which name the requests of a caller with a token are counted. */
    countedAs: string | null;
  }
}
