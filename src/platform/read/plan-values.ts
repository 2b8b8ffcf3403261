import {
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Scope } from './fetch.ts';
import { oneWriter } from './plan-one.ts';
import { pathOf, type Planning, type SelectedField, type Writer } from './planning.ts';
import { completed, failedAt, listOf, type Place, type Written } from './written.ts';

/** Where the objects of a plain value lie in what a resolver gave, so that rows that they point to can be fetched at once. */
export interface Within {
  readonly scope: Scope;
  readonly each: (given: unknown, visit: (object: Readonly<Record<string, unknown>>) => void) => void;
}

/** What a resolver gave, itself. */
export const withinWhole = (scope: Scope): Within => ({ scope, each: visitItems });

function visitItems(value: unknown, visit: (object: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) for (const item of value) visitItems(item, visit);
  else if (typeof value === 'object' && value !== null) visit(value as Readonly<Record<string, unknown>>);
}

const inProperty = (within: Within | null, name: string): Within | null =>
  within && { scope: within.scope, each: (given, visit) => within.each(given, (object) => visitItems(object[name], visit)) };

/**
 * Writes a plain value as its type says: what a resolver, a pure function or a JSON column holds.
 * @param within where the value's objects are found before they are written; null where they point to no rows
 */
export function valueWriter(
  planning: Planning,
  type: GraphQLOutputType,
  place: Place,
  path: string,
  within: Within | null,
): Writer<unknown> {
  const write = writerOf(planning, getNullableType(type), place, path, within);
  const done = completed(type, place);
  return (value, run) => done(value === null || value === undefined ? null : write(value, run));
}

function writerOf(planning: Planning, type: GraphQLOutputType, place: Place, path: string, within: Within | null): Writer<unknown> {
  if (isListType(type)) {
    const item = valueWriter(planning, type.ofType as GraphQLOutputType, place, path, within);
    return (value, run) => {
      if (!Array.isArray(value)) return failedAt(place, new Error(`${place.name} is no list`));
      return listOf(value as unknown[], (each) => item(each, run));
    };
  }
  if (isObjectType(type)) return valueObjectWriter(planning, type, place.nodes, path, within) as Writer<unknown>;
  if (!isLeafType(type)) throw new Error(`${place.name}: a value of an interface or union is not planned`);
  return (value): Written => {
    try {
      return JSON.stringify(type.serialize(value));
    } catch (error) {
      return failedAt(place, error);
    }
  };
}

function valueObjectWriter(
  planning: Planning,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  path: string,
  within: Within | null,
): Writer<Readonly<Record<string, unknown>>> {
  return planning.object(type, nodes, (field) => fieldWriter(planning, type, field, pathOf(path, field.key), within));
}

function fieldWriter(
  planning: Planning,
  type: GraphQLObjectType,
  { nodes, definition }: SelectedField,
  path: string,
  within: Within | null,
): Writer<Readonly<Record<string, unknown>>> {
  if (!definition) {
    const name = JSON.stringify(type.name);
    return () => name;
  }
  const place = { name: `${type.name}.${definition.name}`, nodes };
  const { meaning } = definition.extensions;
  if (meaning === undefined) {
    const write = valueWriter(planning, definition.type, place, path, inProperty(within, definition.name));
    return (object, run) => write(object[definition.name], run);
  }
  if ((meaning.kind !== 'one' && meaning.kind !== 'recorded') || !within) throw new Error(`${place.name} needs a row to be read from`);
  const keyIn = (object: Readonly<Record<string, unknown>>) => (object[meaning.by] as string | null | undefined) ?? null;
  return oneWriter(planning, {
    definition,
    place,
    path,
    scope: within.scope,
    target: { recorded: meaning.kind === 'recorded', visible: meaning.kind === 'one' ? meaning.visible : undefined },
    ask: (given: unknown, _run, add) =>
      within.each(given, (object) => {
        const key = keyIn(object);
        if (key !== null) add(key);
      }),
    keyIn,
  });
}
