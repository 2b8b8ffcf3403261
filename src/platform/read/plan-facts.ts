import { print, type FieldNode } from 'graphql';
import type { RawBuilder } from 'kysely';
import type { Ask, Call, Run } from './fetch.ts';
import type { Row } from './level-query.ts';
import type { FactSource, SumsSource } from './meaning.ts';
import type { Place } from './written.ts';
import type { Planning, RowsOf } from './planning.ts';
import { OneFetch } from './row-fetch.ts';
import { argumentGiven, SumFetch } from './sum-fetch.ts';
import { shapeOf, type TableShape } from './table-shape.ts';
import { Failure } from './written.ts';

/** A field of a row whose value is made of figures. */
interface Asking {
  readonly planning: Planning;
  readonly rows: RowsOf;
  readonly shape: TableShape;
  readonly place: Place;
  readonly path: string;
}

/** Reads a figure as JavaScript holds it; throws where its level failed. */
type FactReader = (row: Row, run: Run) => unknown;

/** Asks for the key that stands in a column, where there is one. */
export const keyAt =
  (at: number): Ask<Row> =>
  (row, _run, add) => {
    const key = row[at]!;
    if (key !== null) add(key);
  };

/** Reads a figure of this row, of one that it points to, of those that point to it, or computed by the database. */
export function factReader(asking: Asking, source: FactSource, call: Call): FactReader {
  const { rows, shape, place } = asking;
  if (typeof source === 'object') return sumsReader(asking, source, call);
  if (typeof source === 'function') {
    const at = rows.columns.at(source, source);
    return (row) => row[at];
  }
  const [reference, property] = source.split('.') as [string, string | undefined];
  const column = shape.column(reference);
  if (!column) throw new Error(`${place.name}: ${source} is no column`);
  const at = rows.columns.at(column.name, () => column.sql);
  if (property === undefined) return (row) => (row[at] === null ? null : column.decode(row[at]!));
  return referredReader(asking, source, at);
}

/** Reads a column of the row whose key stands at a place of this one. */
function referredReader({ planning, rows, shape, path, place }: Asking, source: string, at: number): FactReader {
  const [reference, property] = source.split('.') as [string, string];
  const target = shapeOf(planning.orm, shape.target(reference));
  const of = target.column(property);
  if (!of) throw new Error(`${place.name}: ${source} is no column`);
  const make = () => new OneFetch(planning.nextFetch(), path, { from: target.from, key: [target.key] });
  const fetch = rows.scope.shared(`${target.table} ${target.key.name} `, make);
  fetch.asks.push(keyAt(at));
  const there = fetch.columns.at(of.name, () => of.sql);
  return (row, run) => {
    const found = fetch.contentOf(run);
    if (found instanceof Failure) throw found.error;
    const text = row[at] === null ? null : (found?.get(row[at]!)?.[there] ?? null);
    return text === null ? null : of.decode(text);
  };
}

/** Reads the sums over the rows that point to this one: one statement for all who ask for any with the same arguments, or with none. */
function sumsReader({ planning, rows, shape, path, place }: Asking, source: SumsSource, call: Call): FactReader {
  const { table, column } = shapeOf(planning.orm, source.entity);
  const by = column(source.by);
  if (!by) throw new Error(`${place.name}: ${source.by} is no column`);
  const { sums, asked } = sumsOf(source);
  const given = asked.map((argument) => `${argument}=${givenText(call, argument)}`).join();
  const shared = rows.scope.fetches.find((each) => each instanceof SumFetch && each.takes(given)) as SumFetch | undefined;
  const fetch = shared ?? rows.scope.add(new SumFetch(planning.nextFetch(), path));
  const summed = fetch.over(table, by);
  const own = rows.columns.at(shape.key.name, () => shape.key.sql);
  fetch.askedBy(call, given);
  const ask: Ask<Row> = (row, run, add) => {
    if (call.isAccepted(run)) add(row[own]!);
  };
  fetch.asks.push(ask);
  const places = Object.entries(sums).map(([figure, sql]) => [figure, summed.columns.at(sql, () => sql)] as const);
  return (row, run) => {
    const found = fetch.contentOf(run);
    if (found instanceof Failure) throw found.error;
    return Object.fromEntries(places.map(([figure, at]) => [figure, found!.get(summed, row[own]!, at)]));
  };
}

/** A source's fragments, made once, so that two fields with the same source select the same columns. */
const made = new WeakMap<SumsSource, { readonly sums: Readonly<Record<string, RawBuilder<unknown>>>; readonly asked: readonly string[] }>();
function sumsOf(source: SumsSource) {
  let found = made.get(source);
  if (!found) {
    const asked = new Set<string>();
    const sums = source.sums((name) => {
      asked.add(name);
      return argumentGiven(name);
    });
    made.set(source, (found = { sums, asked: [...asked].toSorted() }));
  }
  return found;
}

/** What is given for an argument, as far as planning knows it: two that are written alike are alike in every answer. */
function givenText({ definition, node }: { definition: Call['definition']; node: FieldNode }, name: string): string {
  const { type, defaultValue } = definition.args.find((arg) => arg.name === name)!;
  const given = node.arguments?.find((argument) => argument.name.value === name);
  return `${String(type).replace('!', '')} ${given ? print(given.value) : ''} ${JSON.stringify(defaultValue)}`;
}
