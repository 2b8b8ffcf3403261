import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { isCallersMistake } from './errors.ts';

/** Logs what went wrong under the request's id, and tells the caller that id with each error. */
export function requestErrors(log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            if (isCallersMistake(error)) log.info({ requestId: contextValue.requestId, error: error.message.slice(0, 200) }, 'refused');
            else log.error({ requestId: contextValue.requestId, err: error.originalError ?? error }, 'failed');
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (!singleResult.errors) return;
          const withId = singleResult.errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId: contextValue.requestId },
          }));
          response.body = { kind: 'single', singleResult: { ...singleResult, errors: withId } };
        },
      };
    },
  };
}
