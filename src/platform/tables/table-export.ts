import type { EntityClass } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';
import type { PoolClient } from 'pg';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Caller, Role } from '../access/caller.ts';
import { identityStatements } from '../access/identity.ts';
import type { Database } from '../database/database.ts';
import { allowSilence } from '../database/silent-connections.ts';
import { Forbidden } from '../graphql/errors.ts';
import { askedFilterSql, type FieldFilter } from '../read/filter.ts';
import { statement, valuesFor } from '../read/statement.ts';
import type { Visible } from '../read/meaning.ts';
import { copiedLines, type CopiedQuery } from './copied-lines.ts';
import type { WrittenCell, WrittenType } from './written-cell.ts';
import type { Portions } from './xlsx-writer.ts';

/** A column of an export: its titles, and its value over the row `t` and what is joined to it, as text. */
interface ExportColumn {
  readonly title: string;
  readonly titleZh: string;
  readonly type: WrittenType;
  readonly sql: RawBuilder<unknown>;
}

/** What narrows an export: how its value is written, and the condition on the row `t`. */
export interface ExportFilter {
  /** A business code, or a month as `2021-02`. */
  readonly type: 'code' | 'month';
  readonly by: FieldFilter;
}

/** A table that callers can take away as a file. */
export interface TableExport {
  /** Its name in the address. */
  readonly kind: string;
  readonly entity: EntityClass<object>;
  /** Rows that have a standing on every day only: the relation `t` at the end of a day, of those that meet a condition on `t`. */
  readonly asOf?: (day: LocalDate, where: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Who is told anything of it at all; every holder of a token where it does not say. */
  readonly roles?: readonly Role[];
  /** The rows that a caller may see; all that the second wall shows where there is none. */
  readonly visible?: Visible | undefined;
  /** What may narrow it, by name. */
  readonly filters?: Readonly<Record<string, ExportFilter>>;
  /** What the columns take from other tables: `join enterprise e on …`. */
  readonly joins: RawBuilder<unknown>;
  /** That they add columns to a row and no rows, so that rows are counted without them. */
  readonly joinsAddColumnsOnly?: true;
  /** What makes the order total. */
  readonly order: RawBuilder<unknown>;
  readonly columns: readonly ExportColumn[];
}

/** Which rows of an export are asked for. */
export interface ExportAsked {
  /** The day of what has a standing on every day. */
  readonly asOf: LocalDate;
  /** What each filter asked for takes, by its name. */
  readonly filters: Readonly<Record<string, object>>;
}

/** The rows of an export as they were at one moment; `close` gives the connection back. */
export interface OpenExport {
  readonly rows: number;
  /** All rows from the first on; may be asked again. */
  portions(): Portions;
  /** The same as texts of whole lines of CSV, once and last; null where the rows are standings, which were made already. */
  lines(): AsyncIterable<string> | null;
  close(): Promise<void>;
}

/** A column that is one of the row or of what is joined to it: `t.number`. */
export const exportColumn = (title: string, titleZh: string, of: string, type: WrittenType = 'text'): ExportColumn => ({
  title,
  titleZh,
  type,
  sql: sql.ref(of),
});

/** So many rows are held at once. */
const portion = 2000;

/** A file may take longer than an answer, in seconds: standings are summed before the first row is there, and readers may be slow. */
const mostPatience = 120;

const asTexts = { getTypeParser: () => (text: string) => text };

/**
 * Reads a table in one snapshot: how many rows there are, and then the rows through a cursor, portion by portion.
 * @throws Forbidden for who is told nothing of it; whatever the database says
 */
export async function openExport({ readPool, orm }: Database, caller: Caller, table: TableExport, asked: ExportAsked): Promise<OpenExport> {
  if (table.roles && !table.roles.some((role) => role === caller.role)) throw new Forbidden(table.roles);
  const { select, count, copied } = queriesOf(table, caller, asked, orm.getMetadata().get(table.entity).tableName);
  const send = async (client: PoolClient, query: RawBuilder<unknown>) => {
    const made = statement(query);
    return client.query<WrittenCell[]>({
      text: made.text,
      values: valuesFor(made, { caller, keys: [] }),
      rowMode: 'array',
      types: asTexts,
    });
  };
  const client = await readPool.connect();
  const silentAsUsual = allowSilence(client, mostPatience * 1000);
  let isCopying = false;
  const copy = async function* (query: CopiedQuery, rows: number) {
    await client.query('close all');
    // As long as the reader takes; who is silent for too long is not waited for.
    await client.query('set local statement_timeout = 0');
    isCopying = true;
    let told = 0;
    for await (const lines of copiedLines(client, query, caller)) {
      told += lines.rows;
      yield lines.text;
    }
    isCopying = false;
    if (told !== rows) throw new Error(`${table.kind}: ${told} rows were read of ${rows}`);
  };
  try {
    const begin = ['begin isolation level repeatable read read only', `set local statement_timeout = '${mostPatience}s'`];
    for (const text of [...begin, ...identityStatements(caller)]) await client.query(text);
    const rows = count ? Number((await send(client, count)).rows[0]![0]) : await countedByReading(client, select, send);
    return {
      rows,
      portions: async function* () {
        if (count) {
          await client.query('close all');
          await send(client, sql`declare rows no scroll cursor for ${select}`);
        } else await client.query('move absolute 0 in rows');
        for (;;) {
          const { rows: fetched } = await send(client, sql`fetch ${sql.lit(portion)} from rows`);
          if (fetched.length === 0) return;
          yield fetched;
        }
      },
      lines: () => (copied ? copy(copied, rows) : null),
      // Whatever happened on it: a transaction that failed is no connection for others.
      close: async () => {
        // What nobody reads any more is not waited for.
        if (isCopying) return client.release(true);
        const ended: unknown = await client.query('rollback').catch((error: unknown) => error);
        silentAsUsual();
        client.release(ended instanceof Error);
      },
    };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Rows of a table are counted by themselves; standings are made once, and counted as they are. */
function queriesOf(table: TableExport, caller: Caller, { asOf, filters }: ExportAsked, name: string) {
  const seen = table.visible?.(caller) ?? sql`true`;
  const by = Object.fromEntries(Object.entries(table.filters ?? {}).map(([field, filter]) => [field, filter.by]));
  const where = sql`${seen} and ${askedFilterSql(by, filters, caller)}`;
  const cells = sql.join(table.columns.map((column) => sql`(${column.sql})::text`));
  if (table.asOf) {
    const from = sql`from ${table.asOf(asOf, where)} t ${table.joins} order by ${table.order}`;
    return { select: sql`select ${cells} ${from}`, count: null, copied: null };
  }
  const from = sql`from ${sql.table(name)} t ${table.joins} where ${where} order by ${table.order}`;
  return {
    select: sql`select ${cells} ${from}`,
    count: sql`select count(*) from ${sql.table(name)} t ${table.joinsAddColumnsOnly ? sql`` : table.joins} where ${where}`,
    copied: { columns: table.columns, from },
  };
}

/** Goes to the end of what is sorted, and says how many rows that were: to sum everything twice would take twice as long. */
async function countedByReading(
  client: PoolClient,
  select: RawBuilder<unknown>,
  send: (client: PoolClient, query: RawBuilder<unknown>) => Promise<unknown>,
): Promise<number> {
  // All of it is read: no plan for the first rows alone.
  await client.query('set local cursor_tuple_fraction = 1');
  await send(client, sql`declare rows scroll cursor for ${select}`);
  return (await client.query('move forward all in rows')).rowCount!;
}
