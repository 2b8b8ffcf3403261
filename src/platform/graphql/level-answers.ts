import {
  OperationTypeNode,
  typeFromAST,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Asked, ReadEngine } from '../read/engine.ts';
import { isOfLines } from '../read/lines.ts';
import type { ExplainedAnswer } from '../read/explain.ts';
import type { PlannedOperation } from '../read/plan.ts';
import type { Snapshot } from '../read/snapshot.ts';
import { coerceVariables } from './coerce-variables.ts';
import { resolverContext, type RequestContext } from './context.ts';
import { formatError } from './errors.ts';
import { requireAffordable, type Cost } from './limits/limits.ts';
import { measureLists, type HoldsLines } from './limits/measure-json.ts';
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

/** Made apart, so that it has no name that each request would have to give it. */
const contextFor = (context: RequestContext) => (snapshot: Snapshot) => resolverContext(context, snapshot);

/** What will be asked of the engine, at a price that may be paid. */
interface Weighed {
  readonly asked: Asked;
  readonly planned: PlannedOperation;
  readonly cost: Cost;
}

/** Asks the read engine on behalf of requests; what goes wrong is logged whole and told in the words of the allow-list. */
export class LevelAnswers {
  /** The variables of an operation that hold lines. */
  readonly #lines = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

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
    const coerced = coerceVariables(this.schema, operation, variables ?? {});
    if (!coerced) return null;
    measureLists(coerced, operation.operation === OperationTypeNode.MUTATION, this.#holdsLines(operation));
    const { caller, isGone } = context;
    const asked: Asked = {
      document,
      operation,
      variables: coerced,
      caller,
      isGone,
      context: contextFor(context),
      traced: explain,
    };
    const planned = this.engine.plan(asked);
    if (!planned) return null;
    const cost = this.engine.cost(asked, planned);
    requireAffordable(cost);
    return { asked, planned, cost };
  }

  #holdsLines(operation: OperationDefinitionNode): HoldsLines {
    let names = this.#lines.get(operation);
    if (!names) {
      const ofLines = (operation.variableDefinitions ?? []).filter(({ type }) => isOfLines(typeFromAST(this.schema, type)));
      this.#lines.set(operation, (names = new Set(ofLines.map(({ variable }) => variable.name.value))));
    }
    return (name) => names.has(name);
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
