import {
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { isOfLines } from '../read/lines.ts';

type Variables = Readonly<Record<string, unknown>>;
type Line = Record<string, unknown>;

/** Reads a value as its type says; `unread` for what only graphql-js can judge. */
type Read = (value: unknown) => unknown;
const unread = Symbol('unread');

/** How the variables of an operation are read: those of leaves and of lines, and the rest of its definitions. */
interface Reading {
  readonly read: readonly { readonly name: string; readonly read: Read }[];
  readonly rest: NonNullable<OperationDefinitionNode['variableDefinitions']>;
}
const readings = new WeakMap<OperationDefinitionNode, Reading>();

/**
 * Coerces the variables of an operation as graphql-js does, at a tenth of its time for what settlement systems send:
 * lines of a list, and plain values. It makes a path and a closure for every value of every line. Whatever is not as its
 * type says is left to graphql-js as a whole, so that nothing is taken that it refuses.
 * @returns null for variables that their types refuse
 */
export function coerceVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): Variables | null {
  let reading = readings.get(operation);
  if (!reading) readings.set(operation, (reading = readingOf(schema, operation)));
  const coerced = reading.rest.length === 0 ? {} : byGraphqlJs(schema, reading.rest, variables);
  if (!coerced) return null;
  for (const { name, read } of reading.read) {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = read(given);
    if (value === unread) return byGraphqlJs(schema, operation.variableDefinitions ?? [], variables);
    if (value !== undefined) coerced[name] = value;
  }
  return coerced;
}

function byGraphqlJs(schema: GraphQLSchema, definitions: Reading['rest'], variables: Variables): Record<string, unknown> | null {
  return getVariableValues(schema, definitions, variables).coerced ?? null;
}

function readingOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Reading {
  const read: Reading['read'][number][] = [];
  const rest: Reading['rest'][number][] = [];
  for (const definition of variableDefinitions) {
    const reader = readerOf(schema, definition);
    if (reader) read.push({ name: definition.variable.name.value, read: reader });
    else rest.push(definition);
  }
  return { read, rest };
}

/** Null for what is left to graphql-js: any other list or object, and what has a value where none is given. */
function readerOf(schema: GraphQLSchema, { type: node, defaultValue }: VariableDefinitionNode): Read | null {
  const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
  if (type === undefined || defaultValue !== undefined) return null;
  if (isLeafType(getNullableType(type))) return leafReader(type);
  return isOfLines(type) ? linesReader(type) : null;
}

/** For a list of lines of leaves, none of them null; null for a type of another shape. */
function linesReader(type: GraphQLInputType): Read | null {
  const list = getNullableType(type);
  if (!isListType(list) || !isNonNullType(list.ofType)) return null;
  const line = getNullableType(list.ofType);
  if (!isInputObjectType(line)) return null;
  const fields = Object.values(line.getFields());
  if (fields.some((field) => !isLeafType(getNullableType(field.type)) || field.defaultValue !== undefined)) return null;
  const readers = fields.map(({ name, type: of }) => ({ name, read: leafReader(of) }));
  return (value) => {
    if (!Array.isArray(value)) return unread;
    const read: Line[] = [];
    for (const each of value as readonly unknown[]) {
      if (typeof each !== 'object' || each === null || Array.isArray(each)) return unread;
      const made: Line = {};
      let known = 0;
      for (const field of readers) {
        const given = (each as Line)[field.name];
        const leaf = field.read(given);
        if (leaf === unread) return unread;
        if (given === undefined) continue;
        made[field.name] = leaf;
        known += 1;
      }
      // One more than are known is one that the type has not.
      for (const _name in each) known -= 1;
      if (known !== 0) return unread;
      read.push(made);
    }
    return read;
  };
}

function leafReader(type: GraphQLInputType): Read {
  const leaf = getNullableType(type);
  if (!isLeafType(leaf)) return () => unread;
  const isRequired = isNonNullType(type);
  return (value) => {
    if (value === undefined || value === null) return isRequired ? unread : value;
    try {
      return (leaf.parseValue(value) as unknown) ?? unread;
    } catch {
      return unread;
    }
  };
}
