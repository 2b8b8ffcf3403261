import type { EntityClass } from '@mikro-orm/core';
import { getNamedType, isObjectType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { Call, type Ask, type Run } from './fetch.ts';
import type { Visible } from './meaning.ts';
import type { PagedList } from './paged-list.ts';
import type { AskedField, Planning, Writer } from './planning.ts';
import { keyOf, OneFetch } from './row-fetch.ts';
import type { Row } from './level-query.ts';
import { shapeOf, type Column, type TableShape } from './table-shape.ts';
import { completed, failedAt, Failure, type Place, type Written } from './written.ts';

/** The type of a field's objects. */
export function objectTypeOf(definition: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new Error(`${definition.name} has no object type`);
  return type;
}

/** The table shape behind a type. */
export function entityOf(type: GraphQLObjectType): EntityClass<object> {
  const { entity } = type.extensions;
  if (!entity) throw new Error(`type ${type.name} has no table`);
  return entity;
}

/** Which columns of the object the key is made of: its own alone, all of the primary key, or those of its opaque id. */
type KeyParts = 'own' | 'whole' | 'node';

/** How a reference by these properties names its object. */
export const keyPartsOf = (by: string | readonly string[]): KeyParts => (typeof by === 'string' ? 'own' : 'whole');

function keyColumns(parts: KeyParts, type: GraphQLObjectType, shape: TableShape): readonly Column[] {
  if (parts === 'own') return [shape.key];
  return parts === 'whole' ? shape.wholeKey : type.extensions.node!.properties.map((property) => shape.column(property)!);
}

/** What an object behind a key is asked for. */
interface AskedOne<S> extends AskedField {
  readonly target: { readonly by: KeyParts; readonly visible: Visible | undefined };
  readonly ask: Ask;
  readonly keyIn: (source: S) => string | null;
}

/** Writes the object behind a key; an object met twice is written once. */
export function oneWriter<S>(planning: Planning, asked: AskedOne<S>): Writer<S> {
  const { definition, place, path, scope, target, keyIn } = asked;
  const type = objectTypeOf(definition);
  const entity = entityOf(type);
  const shape = shapeOf(planning.orm, entity);
  const key = keyColumns(target.by, type, shape);
  const name = `${shape.table} ${key.map((each) => each.name).join()} ${target.visible ? nameOf(target.visible) : ''}`;
  const fetch = scope.shared(name, () => new OneFetch(planning.nextFetch(), path, { from: shape.from, key, visible: target.visible }));
  fetch.asks.push(asked.ask);
  const write = planning.row({ entity, columns: fetch.columns, scope: fetch.scope }, type, place.nodes, path);
  return behindKey(planning, fetch, definition, place, keyIn, write);
}

/** Writes what a fetch of one row for each key has brought. */
export function behindKey<S>(
  planning: Planning,
  fetch: OneFetch,
  definition: GraphQLField<unknown, unknown>,
  place: Place,
  keyIn: (source: S, run: Run) => string | null,
  write: Writer<Row>,
): Writer<S> {
  const writer = planning.nextWriter();
  const done = completed(definition.type, place);
  const writeRow = (row: Row | undefined, run: Run) => done(row ? write(row, run) : null);
  return (source, run) => {
    let key: string | null;
    try {
      key = keyIn(source, run);
    } catch (error) {
      return done(failedAt(place, error));
    }
    if (key === null) return done(null);
    const found = fetch.contentOf(run);
    if (found instanceof Failure) return done(failedAt(place, found.error));
    // The root asks once.
    if (source === null) return writeRow(found?.get(key), run);
    const written = (run.written[writer] ??= new Map<string, Written>());
    let text = written.get(key);
    if (text === undefined) written.set(key, (text = writeRow(found?.get(key), run)));
    return text;
  };
}

/** A name for a condition, so that only fetches under the same one are shared. */
const visibleNames = new WeakMap<Visible, string>();
let lastVisible = 0;
export function nameOf(visible: Visible): string {
  let name = visibleNames.get(visible);
  if (!name) visibleNames.set(visible, (name = `visible${(lastVisible += 1)}`));
  return name;
}

interface AskedLookUp<S> extends AskedField {
  readonly node: FieldNode;
  readonly list: PagedList;
  readonly column: string;
  readonly argument: string;
  /** The key of the parent; null for a list of its own. */
  readonly parentIn: ((source: S) => string) | null;
}

/** Writes the row of a list that an argument names. All look-ups of one kind under one parent are one statement. */
export function lookUp<S>(planning: Planning, asked: AskedLookUp<S>): Writer<S> {
  const { definition, place, path, scope, list, parentIn } = asked;
  const shape = shapeOf(planning.orm, list.entity);
  const named = shape.columnNamed(asked.column);
  const key = parentIn ? [shape.columnNamed(list.parentColumn!), named] : [named];
  const name = `${shape.table} ${key.map((each) => each.name).join()} ${list.visible ? nameOf(list.visible) : ''}`;
  const fetch = scope.shared(name, () => new OneFetch(planning.nextFetch(), path, { from: shape.from, key, visible: list.visible }));
  const call = new Call(definition, asked.node);
  const keyIn = (source: S, run: Run) => {
    const value = call.arguments(run)[asked.argument] as string;
    return parentIn ? keyOf([parentIn(source), value]) : value;
  };
  fetch.asks.push((source: S, run: Run, add: (key: string) => void) => {
    if (call.isAccepted(run)) add(keyIn(source, run));
  });
  const write = planning.row(
    { entity: list.entity, columns: fetch.columns, scope: fetch.scope },
    objectTypeOf(definition),
    place.nodes,
    path,
  );
  return behindKey(planning, fetch, definition, place, keyIn, write);
}
