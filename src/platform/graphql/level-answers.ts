import {
  getVariableValues,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Asked, ReadEngine } from '../read/engine.ts';
import type { ExplainedAnswer } from '../read/explain.ts';
import type { PlannedOperation } from '../read/plan.ts';
import { resolverContext, type RequestContext } from './context.ts';
import { formatError } from './errors.ts';
import { requireAffordable, type Cost } from './limits/limits.ts';
import { measureLists } from './limits/measure-json.ts';
import type { ErrorReports } from './request-errors.ts';

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
  /** How it came about and what it could have cost, where that was asked for. */
  readonly explain?: ExplainedAnswer;
  readonly cost?: Cost;
}

/** A request for an operation, as it came. */
export interface AskedOperation {
  readonly context: RequestContext;
  readonly accepted: AcceptedOperation;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly explain?: boolean;
}

/** What will be asked of the engine, at a price that may be paid. */
interface Weighed {
  readonly asked: Asked;
  readonly planned: PlannedOperation;
  readonly cost: Cost;
}

/** Asks the read engine on behalf of requests; what goes wrong is logged whole and told in the words of the allow-list. */
export class LevelAnswers {
  constructor(
    private readonly engine: ReadEngine,
    private readonly schema: GraphQLSchema,
    private readonly reports: ErrorReports,
  ) {}

  /**
   * Looks at what a request asks for, with the values of its variables, before anything is done for it.
   * @returns null for what the engine does not answer: variables that their types refuse among it
   * @throws TooComplex
   */
  weigh({ context, accepted, variables, explain = false }: AskedOperation): Weighed | null {
    const { document, operation } = accepted;
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!coerced) return null;
    measureLists(coerced, operation.operation === OperationTypeNode.MUTATION);
    const { caller, isGone } = context;
    const asked: Asked = {
      document,
      operation,
      variables: coerced,
      caller,
      isGone,
      context: (snapshot) => resolverContext(context, snapshot),
      traced: explain,
    };
    const planned = this.engine.plan(asked);
    if (!planned) return null;
    const cost = this.engine.cost(asked, planned);
    requireAffordable(cost);
    return { asked, planned, cost };
  }

  async answer({ asked, planned, cost }: Weighed, requestId: string): Promise<LevelAnswer> {
    const answered = await this.engine.answer(asked, planned);
    const explained = asked.traced ? { explain: await this.engine.explain(asked, planned, answered), cost } : {};
    const { data, errors } = answered;
    if (errors.length === 0) return { data, errors: null, ...explained };
    this.reports.report(errors, requestId);
    return { data, errors: errors.map((error) => formatError(error.toJSON(), error)), ...explained };
  }
}
