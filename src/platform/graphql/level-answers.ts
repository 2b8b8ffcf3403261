import {
  getVariableValues,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import type { Asked, ReadEngine } from '../read/engine.ts';
import type { ExplainedAnswer } from '../read/explain.ts';
import { resolverContext, type RequestContext } from './context.ts';
import { formatError } from './errors.ts';
import { logErrors } from './request-errors.ts';

/** An operation of a document that is valid. */
export interface AcceptedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** An answer of the read engine as it may leave the server. */
export interface LevelAnswer {
  /** JSON. */
  readonly data: string;
  readonly errors: readonly GraphQLFormattedError[] | null;
  /** How it came about, where that was asked for. */
  readonly explain?: ExplainedAnswer;
}

/** Null for what the engine does not answer: variables that their types refuse among it. */
export type AnswerByLevels = (
  context: RequestContext,
  accepted: AcceptedOperation,
  variables: Readonly<Record<string, unknown>> | null | undefined,
  explain?: boolean,
) => Promise<LevelAnswer | null>;

/** Asks the read engine on behalf of a request; what goes wrong is logged whole and told in the words of the allow-list. */
export function answersByLevels(engine: ReadEngine, schema: GraphQLSchema, log: Logger): AnswerByLevels {
  return async (context, { document, operation }, variables, explain = false) => {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!coerced) return null;
    const { caller, isGone, requestId } = context;
    const asked: Asked = {
      document,
      operation,
      variables: coerced,
      caller,
      isGone,
      context: (snapshot) => resolverContext(context, snapshot),
      traced: explain,
    };
    const planned = engine.plan(asked);
    if (!planned) return null;
    const answered = await engine.answer(asked, planned);
    const explained = explain ? { explain: await engine.explain(asked, planned, answered) } : {};
    const { data, errors } = answered;
    if (errors.length === 0) return { data, errors: null, ...explained };
    logErrors(log, errors, requestId);
    return { data, errors: errors.map((error) => formatError(error.toJSON())), ...explained };
  };
}
