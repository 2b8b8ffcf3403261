import type { MikroORM } from '@mikro-orm/postgresql';
import {
  execute,
  GraphQLBoolean,
  GraphQLString,
  Kind,
  locatedError,
  print,
  type DocumentNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Pool } from 'pg';
import type { Caller } from '../access/caller.ts';
import type { Cost } from '../graphql/limits/limits.ts';
import { explainLevels, type ExplainedAnswer } from './explain.ts';
import { loadLevels, type Run, type Scope } from './fetch.ts';
import { directiveVariables, planOperation, type Plan, type PlannedOperation, type Resolved } from './plan.ts';
import { Snapshot, type Sent } from './snapshot.ts';
import { Failure, Flaw, type Fault, type Written } from './written.ts';

/** What is asked: an operation of a valid document, with its variables coerced. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  /** What resolvers are given, with the moment of the database that the answer shows. */
  readonly context: (snapshot: Snapshot) => object;
  /** Whether nobody waits for the answer any more. */
  readonly isGone: () => boolean;
  /** Whether what is sent is kept with the answer. */
  readonly traced?: boolean;
}

/** JSON of the data, what went wrong, and, where it was asked for, what was sent. */
export interface Answered {
  readonly data: string;
  readonly errors: readonly GraphQLError[];
  readonly sent: readonly Sent[];
}

export interface EngineParts {
  readonly schema: GraphQLSchema;
  readonly orm: MikroORM;
  /** Connections that read: every session of it sees, and none changes. */
  readonly pool: Pool;
  /** Tables whose pages are cut by windows, because they are distributed and know no lateral. */
  readonly windowed?: (table: string) => boolean;
}

/** A document with many directives has more shapes than anybody asks for; a caller could ask for them all. */
const mostPlansOfDocument = 64;

interface PlansOfDocument {
  readonly directives: readonly string[];
  readonly plans: Map<string, PlannedOperation | null>;
}

/**
 * Answers operations: a plan, made once for a document; one statement for each level of it; JSON written from the rows.
 * The statements of a query see one moment of the database; those of a field of a mutation the moment after it.
 */
export class ReadEngine {
  readonly #plans = new WeakMap<DocumentNode, PlansOfDocument>();

  constructor(private readonly parts: EngineParts) {}

  /** Null for what it does not plan: graphql-js answers that. */
  plan({ document, operation, variables }: Pick<Asked, 'document' | 'operation' | 'variables'>): PlannedOperation | null {
    let ofDocument = this.#plans.get(document);
    if (!ofDocument) this.#plans.set(document, (ofDocument = { directives: directiveVariables(document), plans: new Map() }));
    const { directives, plans } = ofDocument;
    const name = operation.name?.value ?? '';
    const shape = directives.length === 0 ? name : `${name} ${directives.map((each) => String(variables[each])).join()}`;
    let planned = plans.get(shape);
    if (planned === undefined) {
      if (plans.size >= mostPlansOfDocument) plans.clear();
      const { schema, orm, windowed = () => false } = this.parts;
      plans.set(shape, (planned = planOperation(schema, orm, document, operation, variables, windowed)));
    }
    return planned;
  }

  /** Never throws: what goes wrong is in the answer, at its place. */
  async answer(asked: Asked, planned: PlannedOperation): Promise<Answered> {
    const sent: Sent[] = [];
    const faults: Fault[] = [];
    const texts: string[] = [];
    for (const plan of planned.plans) {
      const snapshot = this.#snapshotFor(asked, plan);
      const run = runOf(asked, snapshot);
      try {
        await this.#load(asked, plan, run);
      } finally {
        snapshot.end();
      }
      sent.push(...snapshot.sent);
      const written = plan.write(null, run);
      if (typeof written !== 'string') faults.push(...written.faults);
      const text = typeof written === 'string' ? written : written.text;
      // What may not be null and is ends the whole, so nothing more is recorded after it.
      if (text === null) return { data: 'null', errors: errorsOf(faults), sent };
      texts.push(text);
    }
    // The fields of a mutation are objects of one field each.
    const data = texts.length === 1 ? texts[0]! : `{${texts.map((text) => text.slice(1, -1)).join(',')}}`;
    return { data, errors: errorsOf(faults), sent };
  }

  /** How a traced answer came about. */
  async explain(asked: Asked, planned: PlannedOperation, { sent }: Answered): Promise<ExplainedAnswer> {
    return { rowsAtMost: this.cost(asked, planned).rows, levels: await explainLevels(this.parts.pool, sent) };
  }

  /** What the operation may bring with these variables, known before its first statement. */
  cost(asked: Asked, planned: PlannedOperation): Cost {
    const run = runOf(asked, this.#snapshotFor(asked, planned.plans[0]!));
    const counted = { statements: 0, rowsOfLevel: 0, rows: 0 };
    for (const { scope, resolved, statements } of planned.plans) {
      counted.statements += statements;
      countRows(scope, 1, run, counted);
      for (const each of resolved) {
        countRows(each.scope, objectsIn(each, run), run, counted);
        const lines = linesIn(each, run);
        counted.rowsOfLevel = Math.max(counted.rowsOfLevel, lines);
        counted.rows += lines;
      }
    }
    return counted;
  }

  #snapshotFor({ caller, traced = false, isGone }: Asked, { statements }: Plan): Snapshot {
    return new Snapshot(this.parts.pool, { single: statements <= 1, caller, traced, isGone });
  }

  async #load(asked: Asked, plan: Plan, run: Run): Promise<void> {
    if (plan.resolved.length === 0) return loadLevels(plan.scope, [null], run);
    await Promise.all([loadLevels(plan.scope, [null], run), ...plan.resolved.map((resolved) => this.#loadResolved(asked, resolved, run))]);
  }

  async #loadResolved(asked: Asked, resolved: Resolved, run: Run): Promise<void> {
    const value = resolved.call ? await this.#resolve(asked, resolved, run) : await this.#introspect(asked, resolved);
    run.values[resolved.at] = value;
    if (!(value instanceof Failure)) await loadLevels(resolved.scope, [value], run);
  }

  /** Calls the resolver of a root field as graphql-js would. */
  async #resolve({ context, operation, variables }: Asked, { call, key, nodes, fragments, selects }: Resolved, run: Run): Promise<unknown> {
    try {
      const { schema } = this.parts;
      const parentType = schema.getRootType(operation.operation)!;
      const { name, type, resolve, extensions } = call!.definition;
      const { answer } = extensions;
      if (answer) return await answer(call!.arguments(run) as never, context(run.snapshot) as never, selects);
      const info: Partial<GraphQLResolveInfo> = {
        fieldName: name,
        fieldNodes: nodes,
        returnType: type,
        parentType,
        path: { prev: undefined, key, typename: parentType.name },
        schema,
        fragments,
        operation,
        variableValues: variables,
      };
      return await resolve!(undefined, call!.arguments(run), context(run.snapshot), info as GraphQLResolveInfo);
    } catch (error) {
      return new Failure(error);
    }
  }

  /** What the schema says of itself is graphql-js's to answer. */
  async #introspect({ document, operation, variables }: Asked, { key, nodes }: Resolved): Promise<Written> {
    // The variables are values by now, and most kinds of value cannot be read once more: only those that the schema's own
    // fields can take are given.
    const variableDefinitions = operation.variableDefinitions?.filter(({ type }) => takenByIntrospection.has(print(type).replace('!', '')));
    const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes };
    const alone = { ...operation, variableDefinitions, selectionSet } as OperationDefinitionNode;
    const definitions = document.definitions.map((each) => (each === operation ? alone : each));
    const { data, errors = [] } = await execute({
      schema: this.parts.schema,
      document: { ...document, definitions },
      ...(operation.name && { operationName: operation.name.value }),
      variableValues: variables,
    });
    const text = data ? JSON.stringify(data[key] ?? null) : null;
    const faults = errors.map((error) => ({ path: error.path!.slice(1), error, nodes }));
    return text === null || faults.length > 0 ? new Flaw(text, faults) : text;
  }
}

/** The types of the arguments of `__type`, of its fields, and of `@skip` and `@include`. */
const takenByIntrospection: ReadonlySet<string> = new Set([GraphQLString.name, GraphQLBoolean.name]);

function runOf({ caller, variables }: Asked, snapshot: Snapshot): Run {
  return { caller, variables, snapshot, levels: [], values: [], written: [], arguments: new Map() };
}

function countRows(scope: Scope, parents: number, run: Run, counted: { rowsOfLevel: number; rows: number }): void {
  for (const fetch of scope.fetches) {
    // Each place that asks may name a row of its own.
    const rows = fetch.rowsFor(parents * Math.max(fetch.asks.length, 1), run);
    counted.rowsOfLevel = Math.max(counted.rowsOfLevel, rows);
    counted.rows += fetch.followers.reduce((sum, each) => sum + each.rowsFor(parents, run), rows);
    countRows(fetch.scope, rows, run, counted);
  }
}

/** How many lines it is asked about, each of which is answered. */
function linesIn({ call }: Resolved, run: Run): number {
  if (!call || call.ofLines.length === 0 || !call.isAccepted(run)) return 0;
  const given = call.arguments(run);
  return call.ofLines.reduce((sum, name) => sum + (given[name] as readonly unknown[]).length, 0);
}

/** How many objects a resolver's value may have that point to rows: one, or, of a batch, one for each row of the input. */
function objectsIn({ call }: Resolved, run: Run): number {
  if (!call?.isBatch || !call.isAccepted(run)) return 1;
  const { input } = call.arguments(run) as { readonly input: { readonly rows: readonly unknown[] } };
  return input.rows.length;
}

/** One error for each thing that went wrong, at the first place that it reached. */
function errorsOf(faults: readonly Fault[]): GraphQLError[] {
  if (faults.length === 0) return [];
  const first = new Map<unknown, Fault>();
  for (const fault of faults) if (!first.has(fault.error)) first.set(fault.error, fault);
  return [...first.values()].map(({ error, nodes, path }) => locatedError(error, nodes, path));
}
