import type { ApolloServerPlugin } from '@apollo/server';
import { DriverException, ValidationError } from '@mikro-orm/core';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { DatabaseError } from 'pg';
import type { Logger } from 'pino';
import type { RequestContext } from './context.ts';
import { isCallersMistake } from './errors.ts';

/** Counts what went wrong. */
export interface CountErrors {
  /** @param limit which limit was passed, for QUERY_TOO_COMPLEX */
  error(code: string, limit: string | null): void;
}

/** Where every error is told of, whoever answers it: to the log under the request's id, and to the counters. */
export class ErrorReports {
  constructor(
    private readonly log: Logger,
    private readonly count: CountErrors,
  ) {}

  /** The caller hears the same whatever is wrong with a token; the log says what. */
  tokenRefused(cause: unknown, requestId: string): void {
    this.log.warn({ requestId, cause: String(cause).slice(0, 200) }, 'token refused');
  }

  /** The message of a caller's mistake is not kept: it repeats what was sent, and that may be a price under seal. */
  report(errors: readonly (GraphQLError | GraphQLFormattedError)[], requestId: string): void {
    for (const error of errors) {
      const mistake = isCallersMistake(error);
      const code = mistake ? String(error.extensions?.['code']) : 'INTERNAL_SERVER_ERROR';
      const limit = (error.extensions?.['limit'] as { readonly name: string } | undefined)?.name ?? null;
      this.count.error(code, limit);
      if (mistake) this.log.info({ requestId, code, ...(limit && { limit }), ...(error.path && { path: error.path }) }, 'refused');
      else
        this.log.error(
          { requestId, failure: describeFailure('originalError' in error ? (error.originalError ?? error) : error) },
          'failed',
        );
    }
  }
}

/** What may be kept of a failure. A message of the database or the mapper holds values; its code and its place do not. */
function describeFailure(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error instanceof DriverException ? (error as unknown as DatabaseError) : error;
  if (error instanceof DriverException || error instanceof DatabaseError) {
    const { code, constraint, table, column, routine } = cause as DatabaseError;
    return { name, code, constraint, table, column, routine, stack: frames };
  }
  if (error instanceof ValidationError) return { name, stack: frames };
  return { name, message: message.slice(0, 500), stack: frames };
}

/** Tells the caller the request's id with each error. */
export function withRequestId(errors: readonly GraphQLFormattedError[], requestId: string): GraphQLFormattedError[] {
  return errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
}

/** A document of nothing but mistakes is not answered with all of them. */
const mostWithoutAnswer = 5;

/** Reports what went wrong on Apollo's way, and tells the caller the request's id with each error. */
export function requestErrors(reports: ErrorReports): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          contextValue.seen.operation = operation?.operation ?? 'none';
        },
        async didEncounterErrors({ errors, contextValue }) {
          reports.report(errors.slice(0, mostWithoutAnswer), contextValue.requestId);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (!singleResult.errors) return;
          const told = singleResult.data === undefined ? singleResult.errors.slice(0, mostWithoutAnswer) : singleResult.errors;
          response.body = { kind: 'single', singleResult: { ...singleResult, errors: withRequestId(told, contextValue.requestId) } };
        },
      };
    },
  };
}
