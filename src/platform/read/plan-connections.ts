import { type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { Call, type Ask } from './fetch.ts';
import { CountFetch, largestCount, PageFetch, requirePage, type AskedList, type Page } from './page-fetch.ts';
import type { PageArguments, PagedList } from './paged-list.ts';
import { objectTypeOf } from './plan-one.ts';
import { pathOf, type AskedField, type Planning, type RowsOf, type SelectedField, type Writer } from './planning.ts';
import type { Row } from './level-query.ts';
import { shapeOf } from './table-shape.ts';
import { completed, failedAt, Failure, listOf, type Place } from './written.ts';

/** A connection as an operation asks for it. */
interface AskedConnection<S> extends AskedField {
  readonly node: FieldNode;
  readonly list: PagedList;
  /** Asks for the key of the parent. */
  readonly ask: Ask;
  readonly keyIn: (source: S) => string;
}

/** A connection whose parts are being planned; the page and the count are fetched only when a part needs them. */
interface Connection {
  readonly planning: Planning;
  readonly path: string;
  readonly rows: RowsOf;
  readonly page: () => PageFetch;
  readonly count: () => CountFetch;
  readonly call: Call;
}

const nothing: Page = { rows: [], hasNext: false };

/** Writes a Relay connection: each of its parts from the page, or from the count, of the parent with this key. */
export function connectionWriter<S>(planning: Planning, asked: AskedConnection<S>): Writer<S> {
  const { definition, place, path, scope, list, keyIn } = asked;
  const type = objectTypeOf(definition);
  const shape = shapeOf(planning.orm, list.entity);
  const call = new Call(definition, asked.node);
  const parent = list.parentColumn === undefined ? null : shape.columnNamed(list.parentColumn);
  const source: AskedList = { list, shape, parent, call, windowed: planning.windowed(shape.table) };
  const made: { page?: PageFetch; count?: CountFetch } = {};
  const page = () => (made.page ??= scope.add(new PageFetch(planning.nextFetch(), path, source)));
  const count = () => (made.count ??= new CountFetch(planning.nextFetch(), pathOf(path, 'totalCount'), source));
  const rows: RowsOf = {
    entity: list.entity,
    get columns() {
      return page().columns;
    },
    get scope() {
      return page().scope;
    },
  };
  const connection: Connection = { planning, path, rows, page, count, call };
  const write = planning.object<string>(type, place.nodes, (field) => partWriter(connection, type, field));
  made.page?.asks.push(asked.ask);
  if (made.page) made.count?.follow(made.page);
  else if (made.count) scope.add(made.count).asks.push(asked.ask);
  const done = completed(definition.type, place);
  return (at, run) => {
    try {
      requirePage(call.arguments(run) as unknown as PageArguments);
    } catch (error) {
      return done(failedAt(place, error));
    }
    return done(write(keyIn(at), run));
  };
}

function partWriter(connection: Connection, type: GraphQLObjectType, field: SelectedField): Writer<string> {
  const { definition, nodes } = field;
  if (!definition) return constant(JSON.stringify(type.name));
  const place = { name: `${type.name}.${definition.name}`, nodes };
  const path = pathOf(connection.path, field.key);
  switch (definition.name) {
    case 'nodes':
      return ofPage(
        connection,
        definition,
        place,
        listWriter(connection.planning.row(connection.rows, objectTypeOf(definition), nodes, path)),
      );
    case 'edges':
      return ofPage(connection, definition, place, listWriter(edgeWriter(connection, objectTypeOf(definition), nodes, path)));
    case 'pageInfo':
      return ofPage(connection, definition, place, pageInfoWriter(connection, objectTypeOf(definition), nodes));
    case 'totalCount':
      return ofCount(connection, definition, place, (rows) => String(Math.min(rows, largestCount)));
    case 'totalIsExact':
      return ofCount(connection, definition, place, (rows) => String(rows <= largestCount));
    default:
      throw new Error(`${place.name} is no part of a connection`);
  }
}

const constant = (text: string) => () => text;

const listWriter =
  (write: Writer<Row>): Writer<Page> =>
  ({ rows }, run) =>
    listOf(rows, (row) => write(row, run));

function ofPage({ page }: Connection, definition: GraphQLField<unknown, unknown>, place: Place, write: Writer<Page>): Writer<string> {
  const fetch = page();
  const done = completed(definition.type, place);
  return (key, run) => {
    const found = fetch.contentOf(run);
    if (found instanceof Failure) return done(failedAt(place, found.error));
    return done(write(found?.get(key) ?? nothing, run));
  };
}

function ofCount(
  { count }: Connection,
  definition: GraphQLField<unknown, unknown>,
  place: Place,
  write: (rows: number) => string,
): Writer<string> {
  const fetch = count();
  const done = completed(definition.type, place);
  return (key, run) => {
    const found = fetch.contentOf(run);
    if (found instanceof Failure) return done(failedAt(place, found.error));
    return write(found?.get(key) ?? 0);
  };
}

function edgeWriter(connection: Connection, type: GraphQLObjectType, nodes: readonly FieldNode[], path: string): Writer<Row> {
  const { planning, page, rows } = connection;
  return planning.object<Row>(type, nodes, (field) => {
    const { key, definition } = field;
    if (!definition) return constant(JSON.stringify(type.name));
    if (definition.name === 'node') return planning.row(rows, objectTypeOf(definition), field.nodes, pathOf(path, key));
    page().withCursors = true;
    return (row, run) => JSON.stringify(page().cursorOf(row, run));
  });
}

function pageInfoWriter({ planning, page, call }: Connection, type: GraphQLObjectType, nodes: readonly FieldNode[]): Writer<Page> {
  const cursorAt = (at: 0 | -1): Writer<Page> => {
    page().withCursors = true;
    return ({ rows }, run) => {
      const row = rows.at(at);
      return row ? JSON.stringify(page().cursorOf(row, run)) : 'null';
    };
  };
  const parts: Readonly<Record<string, () => Writer<Page>>> = {
    hasNextPage: () => (found) => String(found.hasNext),
    hasPreviousPage: () => (_found, run) => String(((call.arguments(run) as unknown as PageArguments).after ?? null) !== null),
    startCursor: () => cursorAt(0),
    endCursor: () => cursorAt(-1),
  };
  return planning.object<Page>(type, nodes, ({ definition }) =>
    definition ? parts[definition.name]!() : constant(JSON.stringify(type.name)),
  );
}
