import {
  defaultFieldResolver,
  getArgumentValues,
  getNamedType,
  isObjectType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { sql } from 'kysely';
import { BadArgument, BadInput } from '../../src/platform/graphql/errors.ts';
import type { Meaning, SumsSource } from '../../src/platform/read/meaning.ts';
import { readNodeId } from '../../src/platform/read/node-id.ts';
import type { PageArguments } from '../../src/platform/read/paged-list.ts';
import { connectionOf } from './reference-page.ts';
import { textOf, type Row, type Rows } from './reference-rows.ts';

/** What the resolvers are given beside what the application's own are given. */
export interface ReferenceContext {
  readonly rows: Rows;
  /** Runs a resolver, and notes what it throws: graphql-js forgets all but one of the errors below a nullable place. */
  readonly noting: <T>(info: GraphQLResolveInfo, resolve: () => T) => T;
}

/** A field of a type, and the schema that they are of. */
interface Declared {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<Row, ReferenceContext>;
}

type Resolve = (source: Row, args: Readonly<Record<string, unknown>>, rows: Rows) => unknown;

/** Gives every field of a schema of its own a resolver as its declaration says. */
export function resolveByDeclarations(schema: GraphQLSchema): void {
  const node = schema.getType('Node') as GraphQLInterfaceType;
  // Rows are of no class; those found by id say themselves what they are.
  node.resolveType = undefined;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    type.isTypeOf = undefined;
    for (const field of Object.values(type.getFields())) {
      const declared = resolverOf({ schema, type, field });
      const own = field.resolve ?? defaultFieldResolver;
      const definition = { ...field } as GraphQLField<unknown, unknown>;
      // Read here instead of by graphql-js, so that a refused argument is noted as well.
      field.args = [];
      field.resolve = (source: Row, _none, context: ReferenceContext, info) =>
        context.noting(info, () => {
          const args = argumentsOf(definition, info);
          return declared ? declared(source, args, context.rows) : own(source, args, context, info);
        });
    }
  }
}

function argumentsOf(definition: GraphQLField<unknown, unknown>, { fieldNodes, variableValues }: GraphQLResolveInfo) {
  if (definition.args.length === 0) return {};
  try {
    return getArgumentValues(definition, fieldNodes[0]!, variableValues);
  } catch (error) {
    throw new BadArgument(error as GraphQLError);
  }
}

function resolverOf(declared: Declared): Resolve | null {
  const { type, field } = declared;
  const { meaning } = field.extensions;
  if (meaning) return resolvers[meaning.kind](declared, meaning as never);
  const { entity, node } = type.extensions;
  if (!entity) return null;
  if (field.name === 'id' && node) return (row, _args, rows) => opaqueId(type, row, rows);
  return (row, _args, rows) => row[rows.tables.column(entity, field.name)];
}

const entityOf = ({ extensions }: GraphQLObjectType) => extensions.entity!;

/** The type of what a field gives, without its wrappings. */
const targetOf = ({ field }: Declared) => getNamedType(field.type) as GraphQLObjectType;

/** What stands in a property of a row or of a plain value. */
function propertyOf(type: GraphQLObjectType, source: Row, property: string, rows: Rows): unknown {
  const { entity } = type.extensions;
  return source[entity ? rows.tables.column(entity, property) : property];
}

function opaqueId(type: GraphQLObjectType, row: Row, rows: Rows): string {
  const key = type.extensions.node!.properties.map((property) => propertyOf(type, row, property, rows));
  return Buffer.from(`${type.name}:${key.join('/')}`).toString('base64url');
}

const resolvers: { readonly [K in Meaning['kind']]: (declared: Declared, meaning: Extract<Meaning, { kind: K }>) => Resolve } = {
  expression:
    ({ type, field }) =>
    (row) =>
      row[`${type.name}.${field.name}`],

  one:
    (declared, { by, visible }) =>
    async (source, _args, rows) => {
      const entity = entityOf(targetOf(declared));
      if (typeof by === 'string') {
        const key = propertyOf(declared.type, source, by, rows) as string | null;
        return key === null || key === undefined ? null : rows.byKey(entity, key, visible ?? null);
      }
      const parts = by.map((property) => propertyOf(declared.type, source, property, rows) as string | null);
      const equal = rows.tables.wholeKey(entity).map((column, at) => sql`${textOf(column)} = ${parts[at]}`);
      return (await rows.where(entity, sql`${sql.join(equal, sql` and `)} and ${rows.seen(visible)}`))[0] ?? null;
    },

  lookUp:
    ({ type }, { list, column, argument }) =>
    async (source, args, rows) => {
      const named = sql`${textOf(column)} = ${args[argument]}`;
      const parent = type.extensions.entity ? sql`${textOf(list.parentColumn!)} = ${ownKey(type, source, rows)}` : sql`true`;
      return (await rows.where(list.entity, sql`${named} and ${parent} and ${rows.seen(list.visible)}`))[0] ?? null;
    },

  pages:
    ({ type }, { list, by }) =>
    (source, args, rows) => {
      const parent = by === undefined ? () => ownKey(type, source, rows) : () => String(source[by]);
      return connectionOf(rows, list, list.parentColumn === undefined ? null : parent(), args as unknown as PageArguments);
    },

  all:
    (declared, { by, order }) =>
    (row, _args, rows) => {
      const entity = entityOf(targetOf(declared));
      const column = rows.tables.column(entity, by);
      return rows.where(
        entity,
        sql`${textOf(column)} = ${ownKey(declared.type, row, rows)}`,
        sql.ref(`t.${rows.tables.column(entity, order)}`),
      );
    },

  grouped:
    ({ type }, { list, sql: aggregate }) =>
    async (row, _args, rows) => {
      const parent = sql.ref(`t.${list.parentColumn!}`);
      const [group] = await rows.ask<{ value: unknown }>(sql`
        select ${aggregate} as value from ${rows.tables.from(list.entity)}
        where ${parent}::text = ${ownKey(type, row, rows)} and ${rows.seen(list.visible)} group by ${parent}`);
      return group?.value ?? null;
    },

  sameRow: () => (row) => row,

  derived:
    ({ type, field }, { from, value }) =>
    async (row, args, rows) => {
      const entity = entityOf(type);
      const facts = await Promise.all(
        Object.entries(from).map(async ([fact, source]) => {
          if (typeof source === 'object') return [fact, await sumsOver(source, ownKey(type, row, rows), args, rows)];
          if (typeof source === 'function') return [fact, row[`${type.name}.${field.name}.${fact}`]];
          const [property, there] = source.split('.') as [string, string?];
          const own = row[rows.tables.column(entity, property)];
          if (there === undefined || own === null) return [fact, own];
          const target = rows.tables.target(entity, property);
          const pointedTo = await rows.byKey(target, own as string, null);
          return [fact, pointedTo![rows.tables.column(target, there)]];
        }),
      );
      return value(Object.fromEntries(facts) as never, args as never);
    },

  node:
    ({ schema, field }) =>
    async (_source, args, rows) => {
      const id = readNodeId(args['id'] as string);
      const type = schema.getPossibleTypes(getNamedType(field.type) as GraphQLInterfaceType).find(({ name }) => name === id?.type);
      if (!id || !type) throw new BadInput('id: not an id of this system', 'id:不是本系统的标识');
      const entity = entityOf(type);
      const { properties, visible } = type.extensions.node!;
      const parts = properties.map((property) => textOf(rows.tables.column(entity, property)));
      const [row] = await rows.where(entity, sql`concat_ws('/', ${sql.join(parts)}) = ${id.key} and ${rows.seen(visible)}`);
      return row ? { ...row, __typename: type.name } : null;
    },

  recorded: () => () => {
    throw new Error('mutations are not run by the reference');
  },
};

/** The sums over the rows that point to a key: an aggregate without groups has a row where there are none. */
async function sumsOver({ entity, by, sums }: SumsSource, key: string, args: Readonly<Record<string, unknown>>, rows: Rows) {
  const asked = Object.entries(sums((name) => args[name])).map(([name, value]) => sql`${value} as ${sql.id(name)}`);
  const pointsHere = sql`${textOf(rows.tables.column(entity, by))} = ${key}`;
  return (await rows.ask(sql`select ${sql.join(asked)} from ${rows.tables.from(entity)} where ${pointsHere}`))[0];
}

/** The key by which others point to a row. */
const ownKey = (type: GraphQLObjectType, row: Row, rows: Rows) => String(row[rows.tables.keyColumn(entityOf(type))]);
