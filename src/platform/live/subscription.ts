import type { ApolloServerPlugin } from '@apollo/server';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../graphql/context.ts';
import { BadInput, RequestRefused } from '../graphql/errors.ts';
import { holdsNul } from '../graphql/refuse-nul.ts';
import type { StreamContext } from './live.resolver.ts';

/** A subscription as it was asked for. */
export interface AskedSubscription {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The subscription in the body of a request; null for whatever else is there, which is Apollo's to answer or refuse. */
export function subscriptionIn(body: unknown): AskedSubscription | null {
  const { query, operationName = null, variables = null } = Object(body) as Record<string, unknown>;
  if (typeof query !== 'string' || !/\bsubscription\b/.test(query)) return null;
  if (typeof variables !== 'object' || Array.isArray(variables)) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  try {
    const document = parse(query);
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) return null;
    return { document, operationName, variables: (variables ?? {}) as Readonly<Record<string, unknown>> };
  } catch {
    return null;
  }
}

/**
 * Begins a subscription.
 * @throws GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT, or what the resolver throws
 */
export async function begin(
  schema: GraphQLSchema,
  { document, operationName, variables }: AskedSubscription,
  contextValue: StreamContext,
): Promise<AsyncGenerator<ExecutionResult, void, void>> {
  const [mistake] = validate(schema, document, undefined, { maxErrors: 1 });
  if (mistake) throw withCode(mistake, 'GRAPHQL_VALIDATION_FAILED');
  if (holdsNul(variables)) throw new BadInput('A text must not contain the character U+0000', '文本不得包含 U+0000 字符');
  const begun = await subscribe({ schema, document, operationName, variableValues: variables, contextValue });
  if (Symbol.asyncIterator in begun) return begun;
  const [error] = begun.errors!;
  if (error!.originalError && !(error!.originalError instanceof GraphQLError)) throw error!.originalError;
  throw 'code' in error!.extensions ? error! : withCode(error!, 'BAD_USER_INPUT');
}

const withCode = ({ message, nodes, source, positions }: GraphQLError, code: string) =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code, http: { status: 400 } },
  });

/** Refuses a subscription that came by a way on which there is one answer only. */
export function subscriptionsAreStreams(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw notThisWay();
        },
      };
    },
  };
}

const notThisWay = () =>
  new RequestRefused(
    'BAD_REQUEST',
    406,
    'Send a subscription by POST with `Accept: text/event-stream`.',
    '订阅须以 POST 并携带 Accept: text/event-stream 发送。',
  );
