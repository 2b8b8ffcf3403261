import { ReferenceKind, type EntityMetadata, type EntityProperty } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../src/features.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

interface Column {
  readonly table: string;
  readonly name: string;
  /** The base type beneath a domain. */
  readonly type: string;
  readonly domain: string | null;
  readonly required: boolean;
}

/** Columns that no entity maps, each with its reason. */
const unmapped: Readonly<Record<string, string>> = {};

let database: TestDatabase;
let columns: Column[];
let keys: Map<string, string>;

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  columns = (
    await database.pool.query<Column>(`
      select c.relname as table, a.attname as name, a.attnotnull as required,
        format_type(coalesce(nullif(t.typbasetype, 0), t.oid), case when t.typtype = 'd' then t.typtypmod else a.atttypmod end) as type,
        case when t.typtype = 'd' then t.typname end as domain
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      order by 1, a.attnum`)
  ).rows;
  const { rows } = await database.pool.query<{ table: string; columns: string }>(`
    select c.relname as table, (select string_agg(a.attname, ', ' order by p.place) from unnest(k.conkey) with ordinality p(number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = p.number) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'p' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'`);
  keys = new Map(rows.map(({ table, columns: ofKey }) => [table, ofKey]));
});
afterAll(() => database.drop());

/** What each property of an entity stores: a to-one reference one column, everything else its own. */
function stored(meta: EntityMetadata): EntityProperty[] {
  return Object.values(meta.properties).filter(
    (property) => property.persist !== false && ![ReferenceKind.ONE_TO_MANY, ReferenceKind.MANY_TO_MANY].includes(property.kind),
  );
}

/** Of a view nothing is stored; it shows what tables hold. */
const metadata = () => entities.map((entity) => database.orm.getMetadata().get(entity)).filter(({ view }) => !view);
const columnOf = (table: string, name: string) => columns.find((column) => column.table === table && column.name === name);

describe('the entities', () => {
  it('are one for each table', () => {
    expect(
      metadata()
        .map((meta) => meta.tableName)
        .toSorted(),
    ).toEqual([...new Set(columns.map(({ table }) => table))].toSorted());
  });

  it('map every column once', () => {
    const mapped = metadata().flatMap((meta) =>
      stored(meta).flatMap((property) => property.fieldNames.map((name) => `${meta.tableName}.${name}`)),
    );
    expect(mapped.filter((name, index) => mapped.indexOf(name) !== index)).toEqual([]);
    const existing = columns.map(({ table, name }) => `${table}.${name}`).filter((name) => !(name in unmapped));
    expect(mapped.toSorted()).toEqual(existing.toSorted());
  });

  it('are null exactly where their columns may be', () => {
    const wrong = metadata().flatMap((meta) =>
      stored(meta).flatMap((property) =>
        property.fieldNames.flatMap((name) =>
          Boolean(property.nullable) === columnOf(meta.tableName, name)?.required ? [`${meta.tableName}.${name}`] : [],
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have the types of their columns', () => {
    const wrong = metadata().flatMap((meta) =>
      stored(meta).flatMap((property) =>
        property.fieldNames.flatMap((name, index) => {
          const column = columnOf(meta.tableName, name);
          const declared = property.columnTypes[index] ?? '';
          return column && sameType(declared, column)
            ? []
            : [`${meta.tableName}.${name}: ${declared}, in the database ${column?.domain ?? ''} ${column?.type ?? 'none'}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have the keys of their tables, in their order', () => {
    const declared = metadata().map((meta) => [
      meta.tableName,
      meta
        .getPrimaryProps()
        .flatMap((property) => property.fieldNames)
        .join(', '),
    ]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(keys));
  });
});

/** PostgreSQL's names of the types that the mapper abbreviates. */
const longNames: readonly (readonly [short: RegExp, long: string])[] = [
  [/^timestamptz(\(\d+\))?$/, 'timestamp with time zone'],
  [/^int$/, 'integer'],
  [/^varchar\(\d+\)$/, 'text'],
];

function sameType(declared: string, { type, domain }: Column): boolean {
  const long = longNames.find(([short]) => short.test(declared))?.[1] ?? declared;
  return long === domain || long === type;
}
