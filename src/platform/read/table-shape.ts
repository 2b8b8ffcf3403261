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
  /** The primary key's last column: what others point to. */
  readonly key: Column;
  /** The column of a property; null where there is none. */
  column(property: string): Column | null;
  /** The column of that name, where a list or a key names columns. */
  columnNamed(name: string): Column;
  /** The table shape that a property points to. */
  target(property: string): EntityClass<object>;
}

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
  return {
    table: meta.tableName,
    key: columns.get(meta.primaryKeys.at(-1)!)!,
    column: (property) => columns.get(property) ?? null,
    columnNamed,
    target: (property) => {
      const found = meta.properties[property as never] as EntityProperty | undefined;
      if (!found?.targetMeta) throw new Error(`${meta.className}.${property} points to no other row`);
      return found.targetMeta.class as EntityClass<object>;
    },
  };
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
