import type { EntityClass } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Columns, Run, Scope } from './fetch.ts';
import type { Row } from './level-query.ts';
import { Flaw, objectWriter, type Place, type Written } from './written.ts';

/** The rows that an object is written from: what they are of, the columns read so far, and what hangs on them. */
export interface RowsOf {
  readonly entity: EntityClass<object>;
  readonly columns: Columns;
  readonly scope: Scope;
}

/** Plans an object of a row; rows hold values and lists, and these hold rows again. */
type PlanRow = (planning: Planning, rows: RowsOf, type: GraphQLObjectType, nodes: readonly FieldNode[], path: string) => Writer<Row>;

/** What planning one operation needs to know, and what it counts. */
export class Planning {
  #fetches = 0;
  #writers = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly orm: MikroORM,
    readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    /** The values of the variables that directives ask for; no other is known yet. */
    readonly variables: Readonly<Record<string, unknown>>,
    readonly windowed: (table: string) => boolean,
    private readonly planRow: PlanRow,
  ) {}

  row(rows: RowsOf, type: GraphQLObjectType, nodes: readonly FieldNode[], path: string): Writer<Row> {
    return this.planRow(this, rows, type, nodes, path);
  }

  nextFetch(): number {
    return this.#fetches++;
  }

  nextWriter(): number {
    return this.#writers++;
  }

  /** How many statements the operation sends at most. */
  get statements(): number {
    return this.#fetches;
  }

  /**
   * Writes an object with its fields as selected, fragments, aliases and directives resolved. A directive that is given
   * null fails every object that it stands in.
   */
  object<S>(type: GraphQLObjectType, nodes: readonly FieldNode[], writerOf: (field: SelectedField) => Writer<S>): Writer<S> {
    let fields: SelectedField[];
    try {
      fields = selectedFields(type, collectSubfields(this.schema, this.fragments, this.variables, type, nodes));
    } catch (error) {
      return () => new Flaw(null, [{ path: [], error, nodes }]);
    }
    return objectWriter(fields.map((field) => ({ key: field.key, write: writerOf(field) })));
  }

  /** The names of the fields that are selected of a value; none where it has no fields, or a directive is given null. */
  namesIn(type: GraphQLOutputType, nodes: readonly FieldNode[]): ReadonlySet<string> {
    const named = getNamedType(type);
    if (!isObjectType(named)) return new Set();
    try {
      const selected = collectSubfields(this.schema, this.fragments, this.variables, named, nodes);
      return new Set([...selected.values()].flat().map(({ name }) => name.value));
    } catch {
      return new Set();
    }
  }
}

/** A field as selected: its key in the answer, its nodes in the document, and its definition; none for `__typename`. */
export interface SelectedField {
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly definition: GraphQLField<unknown, unknown> | null;
}

export function selectedFields(type: GraphQLObjectType, collected: Map<string, readonly FieldNode[]>): SelectedField[] {
  const definitions = type.getFields();
  return [...collected].map(([key, nodes]) => ({
    key,
    nodes: nodes as [FieldNode, ...FieldNode[]],
    definition: definitions[nodes[0]!.name.value] ?? null,
  }));
}

/** A field that asks for rows: what it is, where its answer stands, and beside what its rows are fetched. */
export interface AskedField {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly place: Place;
  readonly path: string;
  readonly scope: Scope;
}

/** Writes one part of an answer from a row or a value. */
export type Writer<S> = (source: S, run: Run) => Written;

export const pathOf = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
