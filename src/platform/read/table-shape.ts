import type { EntityClass, EntityProperty } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

/** One column: how it is read as text, and what its text means to JavaScript. */
export interface Column {
  readonly name: string;
  /** PostgreSQL's type. */
  readonly type: string;
  readonly nullable: boolean;
  /** Whether its text is JSON: a JSON column, or a list that is read as one. */
  readonly json: boolean;
  readonly sql: RawBuilder<unknown>;
  readonly decode: (text: string) => unknown;
}

/** A table as the engine reads it. */
export interface TableShape {
  readonly table: string;
  /** The table as `t`, and each table that is read beside it under its name. */
  readonly from: RawBuilder<unknown>;
  /** The primary key's last column: what others point to. */
  readonly key: Column;
  /** Every column of the primary key. */
  readonly wholeKey: readonly Column[];
  /** The column of a property; null where there is none. */
  column(property: string): Column | null;
  /** The column of that name, where a list or a key names columns. */
  columnNamed(name: string): Column;
  /** The table shape that a property points to. */
  target(property: string): EntityClass<object>;
}

/** Tables with at most one row for each row of another, by the names under which they are read with it. */
export type Beside = Readonly<Record<string, EntityClass<object>>>;

const beside = new Map<EntityClass<object>, Beside>();

/** Says which tables are read with a table: of one named `share` SQL over the row `t` may ask for `share.percent` too, null where there is no row. */
export function readBeside(entity: EntityClass<object>, tables: Beside): void {
  beside.set(entity, tables);
}

/** The tables that are read with a table. */
export const besideOf = (entity: EntityClass<object>): Beside => beside.get(entity) ?? {};

const shapes = new WeakMap<MikroORM, Map<EntityClass<object>, TableShape>>();

/** What the mapper's metadata say of an entity, made once. */
export function shapeOf(orm: MikroORM, entity: EntityClass<object>): TableShape {
  let known = shapes.get(orm);
  if (!known) shapes.set(orm, (known = new Map<EntityClass<object>, TableShape>()));
  let shape = known.get(entity);
  if (!shape) known.set(entity, (shape = makeShape(orm, entity)));
  return shape;
}

function makeShape(orm: MikroORM, entity: EntityClass<object>): TableShape {
  const meta = orm.getMetadata().get(entity);
  const columns = new Map(
    meta.props.filter(({ fieldNames }) => fieldNames?.length === 1).map((prop) => [prop.name as string, columnOf(prop)]),
  );
  const byName = new Map([...columns.values()].map((column) => [column.name, column]));
  const columnNamed = (name: string) => {
    const found = byName.get(name);
    if (!found) throw new Error(`${meta.tableName} has no column ${name}`);
    return found;
  };
  const wholeKey = meta.primaryKeys.map((name) => columns.get(name)!);
  const key = wholeKey.at(-1)!;
  return {
    table: meta.tableName,
    from: fromSql(orm, meta.tableName, key, besideOf(entity)),
    key,
    wholeKey,
    column: (property) => columns.get(property) ?? null,
    columnNamed,
    target: (property) => {
      const found = meta.properties[property as never] as EntityProperty | undefined;
      if (!found?.targetMeta) throw new Error(`${meta.className}.${property} points to no other row`);
      return found.targetMeta.class as EntityClass<object>;
    },
  };
}

/** A table beside has the key of the row for its own; the server leaves out one of which no column is asked for. */
function fromSql(orm: MikroORM, table: string, key: Column, tables: Beside): RawBuilder<unknown> {
  const joins = Object.entries(tables).map(([name, entity]) => {
    const { tableName, props, primaryKeys } = orm.getMetadata().get(entity);
    const by = props.find((prop) => prop.name === primaryKeys[0])!.fieldNames[0]!;
    return sql` left join ${sql.table(tableName)} ${sql.ref(name)} on ${sql.ref(`${name}.${by}`)} = ${key.sql}`;
  });
  return sql`${sql.table(table)} t${sql.join(joins, sql``)}`;
}

function columnOf(prop: EntityProperty): Column {
  const name = prop.fieldNames[0]!;
  const type = prop.columnTypes[0]!;
  const ref = sql.ref(`t.${name}`);
  const isList = type.endsWith('[]');
  const json = isList || type === 'jsonb' || type === 'json';
  return { name, type, nullable: prop.nullable ?? false, json, sql: isList ? sql`to_json(${ref})` : ref, decode: decoderOf(prop, json) };
}

function decoderOf({ runtimeType }: EntityProperty, json: boolean): (text: string) => unknown {
  if (json) return JSON.parse;
  if (runtimeType === 'number') return Number;
  if (runtimeType === 'boolean') return (text) => text === 't';
  if (runtimeType === 'Date') return (text) => new Date(text);
  return (text) => text;
}
