import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from './context.ts';
import { isCallersMistake } from './errors.ts';

/** Logs what went wrong under the request's id. */
export function logErrors(log: Logger, errors: readonly GraphQLError[], requestId: string): void {
  for (const error of errors) {
    if (isCallersMistake(error)) log.info({ requestId, error: error.message.slice(0, 200) }, 'refused');
    else log.error({ requestId, err: error.originalError ?? error }, 'failed');
  }
}

/** Tells the caller the request's id with each error. */
export function withRequestId(errors: readonly GraphQLFormattedError[], requestId: string): GraphQLFormattedError[] {
  return errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
}

/** Logs what went wrong on Apollo's way, and tells the caller the request's id with each error. */
export function requestErrors(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          logErrors(log, errors, contextValue.requestId);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (!singleResult.errors) return;
          response.body = {
            kind: 'single',
            singleResult: { ...singleResult, errors: withRequestId(singleResult.errors, contextValue.requestId) },
          };
        },
      };
    },
  };
}
