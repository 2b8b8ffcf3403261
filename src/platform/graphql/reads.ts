import type { EntityClass } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import { Arg, Args, Extensions, Field, Query, Resolver, type ClassType } from 'type-graphql';
import type { GraphQLScalarType } from 'graphql';
import type { Caller } from '../access/caller.ts';
import type { FactSource, Meaning, SumsSource, Visible } from '../read/meaning.ts';
import type { PagedList } from '../read/paged-list.ts';
import { readBeside, type Beside } from '../read/table-shape.ts';
import { always } from './describe.ts';
import type { DeclaredList } from './list.ts';

type FieldType = ClassType | GraphQLScalarType | object;
/** What `always` and `maybe` give: the words, and whether it may be null. */
interface Words {
  readonly description: string;
  readonly nullable?: boolean;
}

/** A field of the schema with its type, its words, its arguments and its meaning: everything that there is to say of it. */
export interface ReadField {
  readonly type: () => FieldType | [FieldType];
  readonly words: Words;
  readonly meaning: Meaning;
  /** Decorates the field with its arguments. */
  readonly arguments?: (prototype: object, name: string) => void;
}

/** What the fields of a type mean, and where its rows are. */
export interface Reads {
  readonly name: string;
  readonly entity: EntityClass<object>;
  readonly key?: readonly string[];
}

/** How the objects of a type are found again by `node(id:)`. */
interface NodeOptions {
  /** The properties of the key; the primary key's own uuid or code unless said. */
  readonly key?: readonly string[];
  readonly visible?: Visible | undefined;
  /** Tables that are read with the rows, by their names in SQL over them. */
  readonly beside?: Beside;
}

type FieldsOf = Readonly<Record<string, ReadField>>;

/**
 * Declares once what a type reads: the table of its rows, and each field that is more than a column of its name. Called
 * while the module loads, as type-graphql's decorators are.
 */
export function reads(type: ClassType, name: string, entity: EntityClass<object>, fields: FieldsOf, node?: NodeOptions): Reads {
  const key = node && { properties: node.key ?? ['id'], visible: node.visible };
  Extensions({ entity, ...(key && { node: key }) })(type);
  if (node?.beside) readBeside(entity, node.beside);
  fieldsOn(type, fields);
  return { name, entity, ...(key && { key: key.properties }) };
}

/** Declares more fields of a type: of plain values that point to rows, or of a feature that does not know the one that adds them. */
export function pointers(type: ClassType, fields: FieldsOf): void {
  fieldsOn(type, fields);
}

function fieldsOn(type: ClassType, fields: FieldsOf): void {
  for (const [name, field] of Object.entries(fields)) {
    Field(field.type as () => ClassType, field.words)(type.prototype, name);
    field.arguments?.(type.prototype, name);
    Extensions({ meaning: field.meaning })(type.prototype, name);
  }
}

/** Declares queries that read rows; the result is listed among the feature's resolvers. */
export function queries(fields: FieldsOf): Function {
  // A name to register fields under; there is nothing to make an instance for.
  function Queries(): void {}
  Resolver()(Queries);
  for (const [name, field] of Object.entries(fields)) {
    Query(field.type as () => ClassType, field.words)(Queries.prototype as object, name, {});
    field.arguments?.(Queries.prototype as object, name);
    Extensions({ meaning: field.meaning })(Queries.prototype as object, name);
  }
  return Queries;
}

/**
 * The object that `by` points to: a reference of the row, or a property of the value that holds a key. Several properties
 * hold the columns of a whole key, as `['area', 'agreementId']` do; where nothing has the key the field is null.
 */
export function one(type: () => ClassType, by: string | readonly string[], words: Words, visible?: Visible): ReadField {
  return { type, words, meaning: { kind: 'one', by, ...(visible && { visible }) } };
}

/** A page of a list, with its filters and orders as arguments. */
export function pages<E extends object>(connection: () => ClassType, list: DeclaredList<E>, words: Words, under?: string): ReadField {
  const rows = under === undefined ? list.list : list.under(under);
  return {
    type: connection,
    words,
    meaning: { kind: 'pages', list: rows },
    arguments: (prototype, name) => Args(() => list.Args)(prototype, name, 0),
  };
}

/** A page of the rows that point by `under` to the key in the property `by` of a plain value; none where that is null. */
export function pagesOf<E extends object>(
  connection: () => ClassType,
  list: DeclaredList<E>,
  under: string,
  by: string,
  words: Words,
): ReadField {
  const field = pages(connection, list, words, under);
  return { ...field, meaning: { kind: 'pages', list: list.under(under), by } };
}

/** The row of a list with this code, under the row at hand where the list has a parent. */
export function byCode<E extends object>(type: () => ClassType, list: PagedList<E>, words: Words, code: Words): ReadField {
  return {
    type,
    words,
    meaning: { kind: 'lookUp', list: list, column: 'code', argument: 'code' },
    arguments: (prototype, name) => Arg('code', () => String, code)(prototype, name, 0),
  };
}

/** Every row that points here by `by`, in the order in which they were recorded. */
export function all(type: () => ClassType, by: string, words: Words): ReadField {
  return { type: () => [type()], words, meaning: { kind: 'all', by, order: 'id' } };
}

/** An aggregate over the rows of a list that belong to the row at hand. */
export function grouped<E extends object>(type: GraphQLScalarType, list: PagedList<E>, sql: RawBuilder<unknown>, words: Words): ReadField {
  return { type: () => type, words, meaning: { kind: 'grouped', list: list, sql } };
}

/** Another type over the same row. */
export function sameRow(type: () => ClassType, words: Words): ReadField {
  return { type, words, meaning: { kind: 'sameRow' } };
}

/** A value that the database computes from the row `t`. */
export function expression(type: GraphQLScalarType | object, sql: (caller: Caller) => RawBuilder<unknown>, words: Words): ReadField {
  return { type: () => type, words, meaning: { kind: 'expression', sql } };
}

/**
 * What a pure function makes of figures on record.
 * @typeParam F the figures by name, as JavaScript holds them
 */
export function derived<F extends object>(
  type: () => FieldType,
  from: { readonly [K in keyof F]: FactSource },
  value: (facts: F, args: never) => unknown,
  words: Words,
  ...args: readonly { readonly name: string; readonly type: () => GraphQLScalarType; readonly words: Words }[]
): ReadField {
  return {
    type,
    words,
    meaning: { kind: 'derived', from: from as unknown as Readonly<Record<string, FactSource>>, value: value },
    arguments: (prototype, name) => {
      for (const [at, arg] of args.entries()) Arg(arg.name, arg.type, arg.words)(prototype, name, at);
    },
  };
}

/**
 * A figure for `derived`: sums over the rows `t` of another table, or of a view, whose `by` points to the row at hand, as
 * an object of texts by name (so each sum ends in `::text`). What depends on an argument of the field names it:
 * `argument('asOf')`. A row that nothing points to has the sums of no rows.
 */
export function summed(entity: EntityClass<object>, by: string, sums: SumsSource['sums']): SumsSource {
  return { entity, by, sums };
}

/** The words of every argument that is a business code. */
export const businessCode = always('The business code.', '业务代码。');
