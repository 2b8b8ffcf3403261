import {
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Run, Scope } from './fetch.ts';
import { Lines, type LineField } from './lines.ts';
import { rootKey } from './page-fetch.ts';
import { connectionWriter } from './plan-connections.ts';
import { keyPartsOf, oneWriter } from './plan-one.ts';
import { pathOf, type Planning, type SelectedField, type Writer } from './planning.ts';
import { keyIfWhole } from './row-fetch.ts';
import { completed, failedAt, listOf, listOfPlaces, type Place, type Written } from './written.ts';

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
    const lines = linesWriter(planning, type.ofType as GraphQLOutputType, place, path);
    return (value, run) => {
      if (lines && value instanceof Lines) return lines(value as Lines, run);
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

/** A line of many: all of them, and the place of this one. */
interface AtLine {
  readonly fields: Readonly<Record<string, LineField>>;
  at: number;
}

/** Writes lines from the functions of their fields; null for a list of something else than objects of plain fields. */
function linesWriter(planning: Planning, type: GraphQLOutputType, { nodes }: Place, path: string): Writer<Lines> | null {
  const item = getNullableType(type);
  if (!isObjectType(item) || Object.values(item.getFields()).some(({ extensions }) => extensions.meaning !== undefined)) return null;
  const selected: SelectedOfLine[] = [];
  const line = planning.object<AtLine>(item, nodes, (field) => {
    const write = lineFieldWriter(planning, item, field, pathOf(path, field.key));
    const opening = `${selected.length === 0 ? '{' : ','}${JSON.stringify(field.key)}:`;
    selected.push({ opening, name: field.definition?.name ?? null, write });
    return write;
  });
  return ({ length, fields }, run) => {
    const each: AtLine = { fields, at: 0 };
    const text = joinedLines(length, selected, each, run);
    if (text !== null) return text;
    return listOfPlaces(length, (at) => {
      each.at = at;
      return line(each, run);
    });
  };
}

interface SelectedOfLine {
  /** What stands before it in its object. */
  readonly opening: string;
  /** The name of the field; null for `__typename`. */
  readonly name: string | null;
  readonly write: Writer<AtLine>;
}

/** Lines joined at once: texts put together two by two are taken apart again, piece by piece, when they are sent. */
const joinedAtOnce = 50;

/** The usual way, as long as nothing fails in a line; null where something does, or where nothing is selected. */
function joinedLines(length: number, selected: readonly SelectedOfLine[], each: AtLine, run: Run): string | null {
  if (selected.length === 0) return null;
  const jsons = selected.map(({ name }) => jsonOf(name === null ? undefined : each.fields[name]));
  const count = selected.length;
  const chunks: string[] = [];
  for (let from = 0; from < length; from += joinedAtOnce) {
    const pieces: string[] = [];
    const until = Math.min(from + joinedAtOnce, length);
    for (each.at = from; each.at < until; each.at += 1) {
      for (let nth = 0; nth < count; nth += 1) {
        const { opening, write } = selected[nth]!;
        const json = jsons[nth];
        const piece = json ? json(each.at) : write(each, run);
        if (typeof piece !== 'string') return null;
        pieces.push(opening, piece);
      }
      pieces.push(each.at + 1 < length ? '},' : '}');
    }
    chunks.push(pieces.join(''));
  }
  return `[${chunks.join('')}]`;
}

/** How a field's JSON is had, found once for all lines; null for a field that is told by its value. */
const jsonOf = (field: LineField | undefined) => (field && 'json' in field ? field.json : null);

function lineFieldWriter(planning: Planning, type: GraphQLObjectType, { nodes, definition }: SelectedField, path: string): Writer<AtLine> {
  if (!definition) {
    const name = JSON.stringify(type.name);
    return () => name;
  }
  const { name } = definition;
  const write = valueWriter(planning, definition.type, { name: `${type.name}.${name}`, nodes }, path, null);
  return ({ fields, at }, run: Run) => {
    const field = fields[name]!;
    return 'json' in field ? field.json(at) : write(field.value(at), run);
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
  if (meaning.kind === 'pages' && meaning.by !== undefined && within) {
    const { list, by } = meaning;
    const { scope } = within;
    const keyIn = (object: Readonly<Record<string, unknown>>) => (object[by] as string | null | undefined) ?? null;
    return connectionWriter(planning, {
      definition,
      node: nodes[0],
      place,
      path,
      scope,
      list,
      ask: (given: unknown, _run, add) => askWithin(within, given, keyIn, add),
      // Nothing is asked for an object without a key, so that no page is found for it.
      keyIn: (object) => keyIn(object) ?? rootKey,
    });
  }
  if ((meaning.kind !== 'one' && meaning.kind !== 'recorded') || !within) throw new Error(`${place.name} needs a row to be read from`);
  const { by } = meaning;
  const partsIn = (object: Readonly<Record<string, unknown>>) => [by].flat().map((each) => (object[each] ?? null) as string | null);
  const keyIn = (object: Readonly<Record<string, unknown>>) => keyIfWhole(partsIn(object));
  return oneWriter(planning, {
    definition,
    place,
    path,
    scope: within.scope,
    target: meaning.kind === 'recorded' ? { by: 'node', visible: undefined } : { by: keyPartsOf(by), visible: meaning.visible },
    ask: (given: unknown, _run, add) => askWithin(within, given, keyIn, add),
    keyIn,
  });
}

/** Asks for the keys that the objects of a value hold. */
function askWithin(
  within: Within,
  given: unknown,
  keyIn: (object: Readonly<Record<string, unknown>>) => string | null,
  add: (key: string) => void,
): void {
  within.each(given, (object) => {
    const key = keyIn(object);
    if (key !== null) add(key);
  });
}
