import type { MikroORM } from '@mikro-orm/postgresql';
import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { sql, type RawBuilder } from 'kysely';
import type { Visible } from '../read/meaning.ts';
import { isKey, partsOf } from '../read/row-fetch.ts';
import { shapeOf, type Column, type TableShape } from '../read/table-shape.ts';
import type { ChangedRows } from './outbox.ts';

/** Rows of a table as the schema knows them. */
export interface Kind {
  /** The name of the type. */
  readonly name: string;
  readonly shape: TableShape;
  /** Which of them a caller sees; a row that hangs on another is seen where that one is, which the database decides. */
  readonly visible: Visible | null;
}

/** The kinds of a schema: what no type shows is told to nobody. */
export interface Kinds {
  readonly byTable: ReadonlyMap<string, Kind>;
  /** The types whose objects have an id, with the columns of their keys. */
  readonly byType: ReadonlyMap<string, Kind & { readonly key: readonly Column[] }>;
}

export function kindsOf(schema: GraphQLSchema, orm: MikroORM): Kinds {
  const byTable = new Map<string, Kind>();
  const byType = new Map<string, Kind & { readonly key: readonly Column[] }>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const kind = kindOf(type, orm);
    if (!kind) continue;
    const { node } = type.extensions;
    // Several types may show a table; the one with an id is the one that says who sees its rows.
    if (node || !byTable.has(kind.shape.table)) byTable.set(kind.shape.table, kind);
    if (node) byType.set(type.name, { ...kind, key: node.properties.map((property) => kind.shape.column(property)!) });
  }
  return { byTable, byType };
}

function kindOf({ name, extensions: { entity, node } }: GraphQLObjectType, orm: MikroORM): Kind | null {
  return entity ? { name, shape: shapeOf(orm, entity), visible: node?.visible ?? null } : null;
}

/** The rows that changed, as rows of a kind. */
export interface RowsOfKind {
  readonly kind: Kind;
  /** The condition that the row `t` is one of them. */
  readonly among: RawBuilder<unknown>;
}

/** Null where the schema does not know such rows. */
export function rowsOfKind({ of, keys }: ChangedRows, { byTable, byType }: Kinds): RowsOfKind | null {
  const found = 'type' in of ? byType.get(of.type) : byTable.get(of.table);
  if (!found) return null;
  const columns = 'key' in found ? (found.key as readonly Column[]) : found.shape.wholeKey;
  const parts = [...keys].filter((key) => isKey(key, columns)).map((key) => partsOf(key, columns.length));
  const names = columns.map((_column, at) => sql.ref(`asked.k${at}`));
  const given = columns.map((_column, at) => sql`${parts.map((each) => each[at]!)}::text[]`);
  const typed = columns.map(({ type }, at) => sql`${names[at]}::${sql.raw(type)}`);
  const among = sql`(${sql.join(columns.map((column) => sql.ref(`t.${column.name}`)))}) in
    (select ${sql.join(typed)} from unnest(${sql.join(given)}) asked (${sql.join(columns.map((_column, at) => sql.ref(`k${at}`)))}))`;
  return { kind: found, among };
}
