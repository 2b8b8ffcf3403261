import { getNullableType, isLeafType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { Call, type Ask } from './fetch.ts';
import { textWriter } from './leaf.ts';
import type { Meaning } from './meaning.ts';
import { connectionWriter } from './plan-connections.ts';
import { entityOf, keyPartsOf, lookUp, nameOf, objectTypeOf, oneWriter } from './plan-one.ts';
import { factReader, keyAt } from './plan-facts.ts';
import { valueWriter } from './plan-values.ts';
import { pathOf, type Planning, type RowsOf, type SelectedField, type Writer } from './planning.ts';
import { AllFetch, keyIfWhole, keyOf, OneFetch } from './row-fetch.ts';
import type { Row } from './level-query.ts';
import { shapeOf, type TableShape } from './table-shape.ts';
import { completed, failedAt, Failure, listOf, type Place } from './written.ts';

/** A field of a row that is being planned. */
interface Planned {
  readonly planning: Planning;
  readonly rows: RowsOf;
  readonly shape: TableShape;
  readonly type: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly place: Place;
  readonly path: string;
}

/** Writes an object of a row. */
export function rowWriter(
  planning: Planning,
  rows: RowsOf,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  path: string,
): Writer<Row> {
  return planning.object<Row>(type, nodes, (field) => fieldWriter(planning, rows, type, field, pathOf(path, field.key)));
}

function fieldWriter(
  planning: Planning,
  rows: RowsOf,
  type: GraphQLObjectType,
  { nodes, definition }: SelectedField,
  path: string,
): Writer<Row> {
  if (!definition) {
    const name = JSON.stringify(type.name);
    return () => name;
  }
  const place = { name: `${type.name}.${definition.name}`, nodes };
  const field = { planning, rows, shape: shapeOf(planning.orm, rows.entity), type, definition, node: nodes[0], place, path };
  const { meaning } = definition.extensions;
  if (meaning) return writers[meaning.kind](field, meaning as never);
  if (definition.name === 'id' && type.extensions.node) return idWriter(field, type.extensions.node.properties);
  return columnWriter(field);
}

const writers: { readonly [K in Meaning['kind']]: (field: Planned, meaning: Extract<Meaning, { kind: K }>) => Writer<Row> } = {
  expression: (field, { sql }) => textColumn(field, field.rows.columns.at(sql, sql)),
  one: referenceWriter,
  lookUp: lookUpWriter,
  pages: (field, { list }) => {
    if (list.parentColumn === undefined) throw new Error(`${field.place.name}: the list does not say what points to its parent`);
    const own = field.rows.columns.at(field.shape.key.name, () => field.shape.key.sql);
    return connectionWriter<Row>(field.planning, {
      ...field,
      list,
      scope: field.rows.scope,
      ask: keyAt(own),
      keyIn: (row) => row[own]!,
    });
  },
  all: allWriter,
  grouped: groupedWriter,
  sameRow: ({ planning, rows, definition, place, path }) => planning.row(rows, objectTypeOf(definition), place.nodes, path),
  derived: derivedWriter,
  recorded: notOfRows,
  node: notOfRows,
};

function notOfRows({ place }: Planned): never {
  throw new Error(`${place.name} cannot be read from a row`);
}

function columnWriter(field: Planned): Writer<Row> {
  const column = field.shape.column(field.definition.name);
  if (!column) throw new Error(`${field.place.name} has no meaning: no column, and nothing declared`);
  const at = field.rows.columns.at(column.name, () => column.sql);
  if (!column.json) return textColumn(field, at);
  const write = valueWriter(field.planning, field.definition.type, field.place, field.path, null);
  return (row, run) => {
    const text = row[at]!;
    return write(text === null ? null : JSON.parse(text), run);
  };
}

/** A scalar or an enum, straight from the text of its column. */
function textColumn({ definition, place }: Planned, at: number): Writer<Row> {
  const type = getNullableType(definition.type);
  if (!isLeafType(type)) throw new Error(`${place.name}: a column is a scalar or an enum`);
  const write = textWriter(type);
  const done = completed(definition.type, place);
  return (row) => {
    const text = row[at]!;
    if (text === null) return done(null);
    return write(text) ?? done(failedAt(place, new Error(`${place.name}: no value of ${type.name}`)));
  };
}

function idWriter({ rows, shape, type }: Planned, properties: readonly string[]): Writer<Row> {
  const places = properties.map((property) => {
    const column = shape.column(property)!;
    return rows.columns.at(column.name, () => column.sql);
  });
  return (row) => `"${Buffer.from(`${type.name}:${keyOf(places.map((at) => row[at]!))}`).toString('base64url')}"`;
}

function referenceWriter(field: Planned, { by, visible }: Extract<Meaning, { kind: 'one' }>): Writer<Row> {
  const places = [by].flat().map((property) => {
    const column = field.shape.column(property);
    if (!column) throw new Error(`${field.place.name}: ${property} is no column`);
    return field.rows.columns.at(column.name, () => column.sql);
  });
  const [only] = places;
  const keyIn = places.length === 1 ? (row: Row) => row[only!]! : (row: Row) => keyIfWhole(places.map((at) => row[at]!));
  const ask: Ask<Row> = (row, _run, add) => {
    const key = keyIn(row);
    if (key !== null) add(key);
  };
  return oneWriter<Row>(field.planning, { ...field, scope: field.rows.scope, target: { by: keyPartsOf(by), visible }, ask, keyIn });
}

function lookUpWriter(field: Planned, { list, column, argument }: Extract<Meaning, { kind: 'lookUp' }>): Writer<Row> {
  const own = field.rows.columns.at(field.shape.key.name, () => field.shape.key.sql);
  return lookUp<Row>(field.planning, { ...field, scope: field.rows.scope, list, column, argument, parentIn: (row) => row[own]! });
}

function allWriter(field: Planned, { by, order }: Extract<Meaning, { kind: 'all' }>): Writer<Row> {
  const { planning, definition, place, path } = field;
  const type = objectTypeOf(definition);
  const entity = entityOf(type);
  const shape = shapeOf(planning.orm, entity);
  const own = field.rows.columns.at(field.shape.key.name, () => field.shape.key.sql);
  const fetch = field.rows.scope.add(
    new AllFetch(planning.nextFetch(), path, { from: shape.from, by: shape.column(by)!, order: shape.column(order)! }),
  );
  fetch.asks.push(keyAt(own));
  const write = planning.row({ entity, columns: fetch.columns, scope: fetch.scope }, type, place.nodes, path);
  const done = completed(definition.type, place);
  return (row, run) => {
    const found = fetch.contentOf(run);
    if (found instanceof Failure) return done(failedAt(place, found.error));
    return done(listOf(found?.get(row[own]!) ?? [], (each) => write(each, run)));
  };
}

function groupedWriter(field: Planned, { list, sql }: Extract<Meaning, { kind: 'grouped' }>): Writer<Row> {
  const { planning, definition, place, path } = field;
  const shape = shapeOf(planning.orm, list.entity);
  const key = shape.columnNamed(list.parentColumn!);
  const own = field.rows.columns.at(field.shape.key.name, () => field.shape.key.sql);
  const name = `grouped ${shape.table} ${key.name} ${list.visible ? nameOf(list.visible) : ''}`;
  const make = () => new OneFetch(planning.nextFetch(), path, { from: shape.from, key: [key], visible: list.visible, grouped: true });
  const fetch = field.rows.scope.shared(name, make);
  fetch.asks.push(keyAt(own));
  const write = textColumn(
    field,
    fetch.columns.at(sql, () => sql),
  );
  const done = completed(definition.type, place);
  return (row, run) => {
    const found = fetch.contentOf(run);
    if (found instanceof Failure) return done(failedAt(place, found.error));
    const group = found?.get(row[own]!);
    return group ? write(group, run) : done(null);
  };
}

function derivedWriter(field: Planned, { from, value }: Extract<Meaning, { kind: 'derived' }>): Writer<Row> {
  const { planning, definition, place, path } = field;
  const call = new Call(definition, field.node);
  const facts = Object.entries(from).map(([name, source]) => [name, factReader(field, source, call)] as const);
  const write = valueWriter(planning, definition.type, place, path, null);
  const done = completed(definition.type, place);
  return (row, run) => {
    try {
      const given = call.arguments(run);
      const read = Object.fromEntries(facts.map(([name, fact]) => [name, fact(row, run)]));
      return write(value(read as never, given as never), run);
    } catch (error) {
      return done(failedAt(place, error));
    }
  };
}
