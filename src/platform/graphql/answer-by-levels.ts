import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Role } from '../access/caller.ts';
import type { RequestContext } from './context.ts';
import { Forbidden } from './errors.ts';
import type { LevelAnswers } from './level-answers.ts';
import { costBeside } from './limits/limits.ts';
import type { KnownDocuments } from './known-documents.ts';

/** JSON that is written already; `stringifyResult` puts it into the answer as it is. */
class WrittenData {
  constructor(readonly text: string) {}
}

/** Makes the text of an answer from written data. */
export function textOfAnswer(data: string, errors: readonly GraphQLFormattedError[] | null, extensions?: object): string {
  if (!errors && !extensions) return `{"data":${data}}`;
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  return `{${errors ? `"errors":${JSON.stringify(errors)},` : ''}"data":${data}${after}}`;
}

/** Apollo's way to make the text of an answer: written data is put in as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data, errors, extensions } = result;
  return data instanceof WrittenData ? textOfAnswer(data.text, errors ?? null, extensions) : JSON.stringify(result);
}

/** Who may see how an answer came about: statements name tables and conditions. */
const explained: readonly Role[] = ['EXPERT', 'APPROVER', 'AUDITOR'];

/**
 * Lets the read engine answer what Apollo has accepted; what it leaves alone goes on to graphql-js. A request with
 * `extensions: { explain: true }` is told in the answer's own `extensions` how it came about and what it could have cost.
 */
export function answerByLevels(levels: LevelAnswers, known: KnownDocuments): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, operation, contextValue: context }) {
          const explain = wantsExplanation(request);
          if (explain && !explained.some((role) => role === context.caller.role)) throw new Forbidden(explained);
          if (operation) levels.weigh({ context, accepted: { document, operation }, variables: request.variables, explain });
        },
        async responseForOperation({ document, operation, request, contextValue: context }) {
          // Called even for a document that has no such operation; graphql-js has the words for that.
          if (!(operation as OperationDefinitionNode | undefined)) return null;
          const accepted = { document, operation };
          const weighed = levels.weigh({ context, accepted, variables: request.variables, explain: wantsExplanation(request) });
          if (!weighed) return null;
          const { data, errors, explain, cost } = await levels.answer(weighed, context.requestId);
          if (request.query !== undefined) known.add(request.query, request.operationName ?? '', accepted);
          const singleResult = {
            ...(errors && { errors }),
            data: new WrittenData(data) as unknown as Record<string, unknown>,
            ...(explain && cost && { extensions: { explain, cost: costBeside(cost) } }),
          };
          return { http: { headers: new Map() as never, status: undefined }, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

const wantsExplanation = ({ extensions }: GraphQLRequest) => extensions?.['explain'] === true;
