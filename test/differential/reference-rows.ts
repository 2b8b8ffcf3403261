import type { EntityClass } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { GraphQLObjectType } from 'graphql';
import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { Visible } from '../../src/platform/read/meaning.ts';
import { besideOf } from '../../src/platform/read/table-shape.ts';

/** A row with all its columns by name, and what is declared over it by `Type.field`; values as pg gives them. */
export type Row = Readonly<Record<string, unknown>>;

/** Sends a query, and gives its rows. */
export type Ask = <R = Row>(query: RawBuilder<unknown>) => Promise<R[]>;

/** What the mapper says of the tables. */
export class Tables {
  constructor(
    private readonly orm: MikroORM,
    private readonly types: readonly GraphQLObjectType[],
  ) {}

  /** The rows `t` with what is read beside them, by the names of the declarations. */
  from(entity: EntityClass<object>): RawBuilder<unknown> {
    const own = sql`${sql.table(this.#meta(entity).tableName)} t`;
    return Object.entries(besideOf(entity)).reduce((rows, [name, other]) => {
      const on = sql`${sql.ref(`${name}.${this.keyColumn(other)}`)} = ${sql.ref(`t.${this.keyColumn(entity)}`)}`;
      return sql`${rows} left join ${sql.table(this.#meta(other).tableName)} ${sql.ref(name)} on ${on}`;
    }, own);
  }

  column(entity: EntityClass<object>, property: string): string {
    const column = this.#property(entity, property).fieldNames[0];
    if (!column) throw new Error(`${entity.name}.${property} is no column`);
    return column;
  }

  /** The column that others point to. */
  keyColumn(entity: EntityClass<object>): string {
    return this.column(entity, this.#meta(entity).primaryKeys.at(-1)!);
  }

  /** Every column of the primary key. */
  wholeKey(entity: EntityClass<object>): readonly string[] {
    return this.#meta(entity).primaryKeys.map((property) => this.column(entity, property));
  }

  target(entity: EntityClass<object>, property: string): EntityClass<object> {
    return this.#property(entity, property).targetMeta!.class as EntityClass<object>;
  }

  /** Every column of `t`, and everything that any type over the table declares as SQL. */
  selected(entity: EntityClass<object>, caller: Caller): RawBuilder<unknown> {
    const declared = this.types.filter((type) => type.extensions.entity === entity).flatMap((type) => declaredSql(type, caller));
    return sql.join([sql`t.*`, ...declared.map(({ name, value }) => sql`${value} as ${sql.id(name)}`)]);
  }

  #meta(entity: EntityClass<object>) {
    return this.orm.getMetadata().get(entity);
  }

  #property(entity: EntityClass<object>, property: string) {
    return this.#meta(entity).properties[property as never] as { fieldNames: string[]; targetMeta?: { class: unknown } };
  }
}

function declaredSql(type: GraphQLObjectType, caller: Caller): { name: string; value: RawBuilder<unknown> }[] {
  return Object.values(type.getFields()).flatMap(({ name: field, extensions: { meaning } }) => {
    if (meaning?.kind === 'expression') return [{ name: `${type.name}.${field}`, value: meaning.sql(caller) }];
    if (meaning?.kind !== 'derived') return [];
    return Object.entries(meaning.from).flatMap(([fact, source]) =>
      typeof source === 'function' ? [{ name: `${type.name}.${field}.${fact}`, value: source(caller) }] : [],
    );
  });
}

/** The rows that one operation reads. */
export class Rows {
  readonly #byKey = new Map<EntityClass<object>, Map<Visible | null, DataLoader<string, Row | null>>>();

  constructor(
    readonly tables: Tables,
    readonly caller: Caller,
    readonly ask: Ask,
  ) {}

  /** The rows `t` that meet a condition, in an order where one is given. */
  where(
    entity: EntityClass<object>,
    condition: RawBuilder<unknown>,
    order?: RawBuilder<unknown>,
    more: readonly RawBuilder<unknown>[] = [],
  ) {
    const columns = sql.join([this.tables.selected(entity, this.caller), ...more]);
    const sorted = order ? sql`order by ${order}` : sql``;
    return this.ask(sql`select ${columns} from ${this.tables.from(entity)} where ${condition} ${sorted}`);
  }

  /** The row with this key, if the caller may see it. Compared as text, so that no key is one that the database refuses. */
  byKey(entity: EntityClass<object>, key: string, visible: Visible | null): Promise<Row | null> {
    let ofEntity = this.#byKey.get(entity);
    if (!ofEntity) this.#byKey.set(entity, (ofEntity = new Map<Visible | null, DataLoader<string, Row | null>>()));
    let loader = ofEntity.get(visible);
    if (!loader) ofEntity.set(visible, (loader = new DataLoader((keys) => this.#findAll(entity, keys, visible))));
    return loader.load(key);
  }

  async #findAll(entity: EntityClass<object>, keys: readonly string[], visible: Visible | null): Promise<(Row | null)[]> {
    const column = this.tables.keyColumn(entity);
    const found = await this.where(entity, sql`${textOf(column)} = any(${[...keys]}::text[]) and ${this.seen(visible)}`);
    return keys.map((key) => found.find((row) => row[column] === key) ?? null);
  }

  seen(visible: Visible | null | undefined): RawBuilder<unknown> {
    return visible?.(this.caller) ?? sql`true`;
  }
}

export const textOf = (column: string) => sql`${sql.ref(`t.${column}`)}::text`;
