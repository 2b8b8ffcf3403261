import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A day after everything that the two sides did. */
const lastDay = '2026-11-20';

/** How many rows of a list below another are asked for. */
const below = 3;

/** What can be asked without a value of anybody's: a day. */
const given = (args: readonly GraphQLArgument[]): string | null => {
  const needed = args.filter(isRequiredArgument);
  if (needed.some(({ type }) => getNamedType(type).name !== 'Date')) return null;
  return needed.map(({ name }) => `${name}: "${lastDay}"`).join(', ');
};

const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection');

/** Everything of a type: its plain fields, and what lies behind the others as far as given; no type behind itself. */
export function everythingOf(type: GraphQLObjectType, reach: number, path: readonly string[] = []): string {
  const way = [...path, type.name];
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const args = given(field.args);
    const target = getNamedType(field.type);
    if (args === null) return [];
    if (isLeafType(target)) return [args ? `${field.name}(${args})` : field.name];
    // Who is on the way already was asked for all there is.
    if (way.includes(target.name)) return [];
    const inner = isConnection(target)
      ? behindPages(target as GraphQLObjectType, reach, way)
      : reach > 0
        ? everythingOf(target as GraphQLObjectType, reach - 1, way)
        : '__typename';
    if (inner === null) return [];
    const all = [args, isConnection(target) ? `first: ${below}` : ''].filter(Boolean).join(', ');
    return [`${field.name}${all ? `(${all})` : ''} { ${inner} }`];
  });
  return parts.join(' ');
}

function behindPages(connection: GraphQLObjectType, reach: number, way: readonly string[]): string | null {
  const node = getNamedType(connection.getFields()['nodes']!.type) as GraphQLObjectType;
  if (way.includes(node.name)) return null;
  // At the end of the way the number of rows tells of any that is too many.
  if (reach === 0) return 'totalCount';
  return `totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${everythingOf(node, reach - 1, way)} }`;
}

/** A list that is asked for by itself. */
export interface RootList {
  readonly name: string;
  readonly node: GraphQLObjectType;
  readonly filter: GraphQLArgument | undefined;
  /** By what it can be put in order. */
  readonly orders: readonly string[];
}

const nodeOf = (field: GraphQLField<unknown, unknown>) =>
  getNamedType((getNamedType(field.type) as GraphQLObjectType).getFields()['nodes']!.type) as GraphQLObjectType;

/** Every list of the query type. */
export function rootLists(schema: GraphQLSchema): readonly RootList[] {
  return Object.values(schema.getQueryType()!.getFields())
    .filter((field) => isConnection(getNamedType(field.type)))
    .map((field) => {
      const order = field.args.find(({ name }) => name === 'orderBy');
      const orderType = order && getNamedType(order.type);
      const by = orderType && isInputObjectType(orderType) ? getNamedType(orderType.getFields()['field']!.type) : null;
      return {
        name: field.name,
        node: nodeOf(field),
        filter: field.args.find(({ name }) => name === 'filter'),
        orders: isEnumType(by) ? by.getValues().map(({ name }) => name) : [],
      };
    });
}

/** Fields of the query type that are no lists. */
export const otherFields = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getQueryType()!.getFields())
    .filter((field) => !isConnection(getNamedType(field.type)))
    .map(({ name }) => name);

/** A list with everything behind its rows, two steps far. */
export const wholeList = (list: RootList): string =>
  `{ ${list.name}(first: 50) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${everythingOf(list.node, 2)} } } }`;

/** What of a row tells which it is. */
const keyOf = (node: GraphQLObjectType) => ('id' in node.getFields() ? 'id' : '__typename');

/** A list narrowed, in an order, or after a cursor: its rows by id. */
export const partOf = (list: RootList, args: string): string =>
  `{ ${list.name}(${args}) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${keyOf(list.node)} } } }`;

/** Every way in which a filter of a list can name a text, and the same denied. */
export function filtersBy(list: RootList, text: string): readonly string[] {
  const type = list.filter && getNamedType(list.filter.type);
  if (!isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const named = fields.flatMap((field) => {
    const operators = getNamedType(field.type);
    if (!isInputObjectType(operators) || operators === type) return [];
    return Object.values(operators.getFields())
      .filter((operator) => getNamedType(operator.type).name === 'String')
      .map((operator) => {
        const bare = isNonNullType(operator.type) ? operator.type.ofType : operator.type;
        return `{ ${field.name}: { ${operator.name}: ${isListType(bare) ? `["${text}"]` : `"${text}"`} } }`;
      });
  });
  return named.flatMap((filter) => [filter, `{ not: ${filter} }`]);
}
