import type { MikroORM } from '@mikro-orm/postgresql';
import {
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { Call, Scope, type Ask } from './fetch.ts';
import { rootKey } from './page-fetch.ts';
import { connectionWriter } from './plan-connections.ts';
import { nodeWriter } from './plan-node.ts';
import { lookUp } from './plan-one.ts';
import { rowWriter } from './plan-rows.ts';
import { valueWriter, withinWhole } from './plan-values.ts';
import { Planning, selectedFields, type SelectedField, type Writer } from './planning.ts';
import { completed, failedAt, Failure, objectWriter, type Place, type Written } from './written.ts';

/** What a root field needs before its levels: its resolver's value, or graphql-js's answer about the schema. */
export interface Resolved {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The field with its arguments; null for a question about the schema. */
  readonly call: Call | null;
  /** The names of the fields that are selected of its answer. */
  readonly selects: ReadonlySet<string>;
  /** Where the value is put for the writer. */
  readonly at: number;
  /** The levels that hang on the value. */
  readonly scope: Scope;
}

/** How an operation, or one field of a mutation, is answered. */
export interface Plan {
  /** The levels that hang on nothing but the arguments. */
  readonly scope: Scope;
  readonly resolved: readonly Resolved[];
  /** Writes the object of its fields. */
  readonly write: Writer<null>;
  /** How many statements it sends at most. */
  readonly statements: number;
}

/** An operation of a document, for the values that its directives are given. */
export interface PlannedOperation {
  /** One plan for a query; for a mutation one for each field, done one after the other. */
  readonly plans: readonly Plan[];
}

/** The variables on which the shape of an operation depends: those of `@include` and `@skip`. */
export function directiveVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Plans an operation of a valid document. */
export function planOperation(
  schema: GraphQLSchema,
  orm: MikroORM,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  windowed: (table: string) => boolean,
): PlannedOperation | null {
  const type = schema.getRootType(operation.operation);
  if (!type || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const selected = rootFields(schema, fragments, type, operation, variables);
  if (!selected) return null;
  const serial = operation.operation === OperationTypeNode.MUTATION;
  const planOf = (fields: readonly SelectedField[]) =>
    planFields(new Planning(schema, orm, fragments, variables, windowed, rowWriter), type, fields);
  return { plans: serial ? selected.map((field) => planOf([field])) : [planOf(selected)] };
}

/** Null where a directive is given null: graphql-js has the words for that, and asks no field. */
function rootFields(
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  type: GraphQLObjectType,
  { selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): SelectedField[] | null {
  try {
    return selectedFields(type, collectFields(schema, fragments, variables, type, selectionSet));
  } catch {
    return null;
  }
}

function planFields(planning: Planning, type: GraphQLObjectType, selected: readonly SelectedField[]): Plan {
  const scope = new Scope();
  const resolved: Resolved[] = [];
  const fields = selected.map((field) => ({ key: field.key, write: rootWriter(planning, type, scope, resolved, field) }));
  return { scope, resolved, write: objectWriter(fields), statements: planning.statements + resolved.length };
}

function rootWriter(planning: Planning, type: GraphQLObjectType, scope: Scope, resolved: Resolved[], field: SelectedField): Writer<null> {
  const { key, nodes, definition } = field;
  const at = resolved.length;
  if (nodes[0].name.value === '__typename') return () => JSON.stringify(type.name);
  if (!definition) {
    resolved.push({ key, nodes, fragments: planning.fragments, call: null, selects: new Set(), at, scope: new Scope() });
    return (_root, run) => run.values[at] as Written;
  }
  const place = { name: `${type.name}.${definition.name}`, nodes };
  const asked = { definition, node: nodes[0], place, path: key, scope };
  const { meaning } = definition.extensions;
  if (meaning === undefined) return resolvedWriter(planning, resolved, field, place);
  if (meaning.kind === 'lookUp') return lookUp<null>(planning, { ...asked, ...meaning, parentIn: null });
  if (meaning.kind === 'node') return nodeWriter(planning, asked);
  if (meaning.kind !== 'pages') throw new Error(`${place.name} cannot be read without a row`);
  const ask: Ask<null> = (_root, _run, add) => add(rootKey);
  return connectionWriter<null>(planning, { ...asked, list: meaning.list, ask, keyIn: () => rootKey });
}

/** A field with a resolver of its own: what it gives is written, and the rows that it points to are fetched. */
function resolvedWriter(planning: Planning, resolved: Resolved[], field: SelectedField, place: Place): Writer<null> {
  const scope = new Scope();
  const at = resolved.length;
  const { type } = field.definition!;
  const { key, nodes } = field;
  const call = new Call(field.definition!, nodes[0]);
  resolved.push({ key, nodes, fragments: planning.fragments, call, selects: planning.namesIn(type, nodes), at, scope });
  const write = valueWriter(planning, type, place, field.key, withinWhole(scope));
  const done = completed(type, place);
  return (_root, run) => {
    const value = run.values[at];
    return value instanceof Failure ? done(failedAt(place, value.error)) : write(value, run);
  };
}
