import type { MikroORM } from '@mikro-orm/postgresql';
import { getNamedType, isObjectType, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { RequestContext } from '../../src/platform/graphql/context.ts';
import { besideOf } from '../../src/platform/read/table-shape.ts';
import { writeNodeId } from '../../src/platform/read/node-id.ts';
import type { ReferenceExecutor } from './reference-executor.ts';

/** One order of a list, as its argument names it. */
export type Order = readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[];

/** What operations are made of: values, ids and cursors that the database knows, so that answers are seldom empty. */
export interface Known {
  /** The values of a property of a type's rows, as text. */
  values(type: string, property: string): readonly string[];
  /** The types of which there are objects with an opaque id. */
  readonly nodeTypes: readonly string[];
  /** Those of them of which some objects are shown to some callers only. */
  readonly guardedTypes: readonly string[];
  /** Opaque ids of a type's objects. */
  ids(type: string): readonly string[];
  /** The orders in which a connection was asked for, each with cursors that earlier answers gave. */
  orders(connection: string): readonly { readonly order: Order; readonly cursors: readonly string[] }[];
}

/** Not all of them, but from the first to the last. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_none, at) => items[Math.round((at * (items.length - 1)) / (most - 1))]!);
}

/** Whether a cursor names a place among the rows that lack a value of the order. */
const hasNull = (cursor: string) => (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]).includes(null);

/** Looks at the database, and asks every list once in every order. */
export async function lookAround(reference: ReferenceExecutor, orm: MikroORM, pool: Pool, request: RequestContext): Promise<Known> {
  const { schema } = reference;
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type.extensions.entity) as GraphQLObjectType[];
  const values = new Map<string, readonly string[]>();
  const ids = new Map<string, readonly string[]>();
  for (const type of types) {
    const meta = orm.getMetadata().get(type.extensions.entity!);
    const columnOf = (property: string) => meta.props.find(({ name }) => name === property)!.fieldNames[0]!;
    const distinct = async (sql: string, most: number, { tableName } = meta) => {
      const { rows } = await pool.query<{ value: string }>(`select distinct ${sql} as value from "${tableName}" t order by 1`);
      return spread(
        rows.flatMap(({ value }) => value ?? []),
        most,
      );
    };
    const beside = Object.values(besideOf(type.extensions.entity!)).map((each) => orm.getMetadata().get(each));
    for (const of of [...beside, meta]) {
      for (const { name, fieldNames, columnTypes } of of.props) {
        if (!fieldNames?.[0] || columnTypes[0]?.startsWith('json')) continue;
        values.set(`${type.name}.${name as string}`, await distinct(`"${fieldNames[0]}"::text`, 60, of));
      }
    }
    const { node } = type.extensions;
    if (!node) continue;
    const columns = node.properties.map((property) => `"${columnOf(property)}"::text`);
    const keys = await distinct(columns.join(` || '/' || `), 60);
    ids.set(
      type.name,
      keys.map((key) => writeNodeId({ type: type.name, key })),
    );
  }
  const orders = new Map<string, { order: Order; cursors: readonly string[] }[]>();
  for (const { on, field, connection } of connections(schema)) {
    const known = orders.get(connection) ?? ordersOf(schema, connection).map((order) => ({ order, cursors: [] }));
    const asked = known.map(({ order }, at) => `o${at}: ${field}(first: 200, orderBy: ${orderText(order)}) { edges { cursor } }`).join(' ');
    // A type without ids, such as a prepayment, is found by no look-up: its lists are asked below what leads to it.
    const parents = on === 'Query' ? [null] : spread(ids.get(on) ?? [], 12);
    const found = known.map(() => [] as string[]);
    for (const id of parents) {
      const text = id === null ? `{ ${asked} }` : `{ node(id: "${id}") { ... on ${on} { ${asked} } } }`;
      const { data, errors } = await reference.answer(parse(text), {}, request);
      if (errors[0]) throw errors[0];
      const lists = (id === null ? data : (data as { node: unknown }).node) as Record<string, { edges: { cursor: string }[] }>;
      for (const [at, cursors] of found.entries()) cursors.push(...lists[`o${at}`]!.edges.map(({ cursor }) => cursor));
    }
    orders.set(
      connection,
      known.map(({ order, cursors }, at) => ({
        order,
        cursors: [...cursors, ...spread(found[at]!, 6), ...spread(found[at]!.filter(hasNull), 3)],
      })),
    );
  }
  const nodeTypes = [...ids].filter(([, found]) => found.length > 0).map(([type]) => type);
  return {
    values: (type, property) => values.get(`${type}.${property}`) ?? [],
    nodeTypes,
    guardedTypes: nodeTypes.filter((name) => types.find((type) => type.name === name)!.extensions.node!.visible),
    ids: (type) => ids.get(type) ?? [],
    orders: (connection) => orders.get(connection) ?? [],
  };
}

/** Every field that is a list with pages. */
function connections(schema: GraphQLSchema): { on: string; field: string; connection: string }[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ extensions }) => extensions.meaning?.kind === 'pages')
        .map((field) => ({ on: type.name, field: field.name, connection: getNamedType(field.type).name })),
    );
}

/** The order of the list itself, by each field in both directions, and by two fields. */
function ordersOf(schema: GraphQLSchema, connection: string): Order[] {
  const type = schema.getType(connection.replace(/Connection$/, 'OrderField'));
  const fields = type && 'getValues' in type ? type.getValues().map(({ name }) => name) : [];
  const alone = fields.flatMap((field) => [[{ field, direction: 'ASC' as const }], [{ field, direction: 'DESC' as const }]]);
  const twos = fields.slice(1).map((field, at): Order => [
    { field: fields[at]!, direction: at % 2 === 0 ? 'DESC' : 'ASC' },
    { field, direction: 'ASC' },
  ]);
  return [[], ...alone, ...twos];
}

const orderText = (order: Order) => `[${order.map(({ field, direction }) => `{ field: ${field}, direction: ${direction} }`).join(', ')}]`;
