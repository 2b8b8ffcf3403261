import { sql, type RawBuilder } from 'kysely';
import { BadInput } from '../../src/platform/graphql/errors.ts';
import { decodeCursor, encodeCursor, type OrderTerm } from '../../src/platform/read/cursor.ts';
import { askedFilterSql } from '../../src/platform/read/filter.ts';
import { largestCount, requirePage } from '../../src/platform/read/page-fetch.ts';
import type { OrderColumn, PageArguments, PagedList } from '../../src/platform/read/paged-list.ts';
import { textOf, type Row, type Rows } from './reference-rows.ts';

/** The parts of a connection, each read when it is asked for. */
export interface Connection {
  readonly nodes: () => Promise<readonly Row[]>;
  readonly edges: () => Promise<readonly { readonly cursor: string; readonly node: Row }[]>;
  readonly pageInfo: () => Promise<object>;
  readonly totalCount: () => Promise<number>;
  readonly totalIsExact: () => Promise<boolean>;
}

/**
 * A page as a slice of the whole list: every row of one parent is read, and the place of the cursor is found by putting
 * it into the list as one more row. The bounds of a page and what a cursor is made of come from the same functions as in the
 * engine; how rows are found does not.
 */
export function connectionOf(rows: Rows, list: PagedList, parentKey: string | null, args: PageArguments): Connection {
  requirePage(args);
  const asked = () =>
    sql.join(
      [
        parentKey === null ? sql`true` : sql`${textOf(list.parentColumn!)} = ${parentKey}`,
        rows.seen(list.visible),
        args.filter ? askedFilterSql(list.filter!, args.filter, rows.caller) : sql`true`,
      ],
      sql` and `,
    );
  const page = once(() => pageOf(rows, list, args, asked()));
  const count = once(async () => {
    const [counted] = await rows.ask<{ count: string }>(sql`select count(*) from ${rows.tables.from(list.entity)} where ${asked()}`);
    return Number(counted!.count);
  });
  return {
    nodes: async () => (await page()).shown,
    edges: async () => {
      const { shown, cursorOf } = await page();
      return shown.map((node) => ({ cursor: cursorOf(node), node }));
    },
    pageInfo: async () => {
      const { shown, cursorOf, hasNextPage } = await page();
      const [first, last] = [shown.at(0), shown.at(-1)];
      return {
        hasNextPage,
        hasPreviousPage: typeof args.after === 'string',
        startCursor: first ? cursorOf(first) : null,
        endCursor: last ? cursorOf(last) : null,
      };
    },
    totalCount: async () => Math.min(await count(), largestCount),
    totalIsExact: async () => (await count()) <= largestCount,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** The order as asked for, or else that of the list, up to the column that no two rows share. */
function orderOf({ orders, defaultOrder, tieBreaker }: PagedList, { orderBy }: PageArguments): OrderTerm[] {
  const asked = orderBy ?? [];
  if (asked.some(({ field }, at) => asked.findIndex((each) => each.field === field) < at)) {
    throw new BadInput('orderBy: each field once', 'orderBy:每个字段只能出现一次');
  }
  const given = asked.length > 0 ? asked.map(({ field, direction }) => ({ by: orders![field]!, direction })) : defaultOrder;
  const terms: OrderTerm[] = [...given, { by: tieBreaker, direction: 'ASC' }];
  return terms.slice(0, terms.findIndex(({ by }) => by.column === tieBreaker.column) + 1);
}

/** A column, or what the caller sees of it. */
const valueOf = ({ column, seen }: OrderColumn, { caller }: Rows) => seen?.(caller) ?? sql.ref(`t.${column}`);

const placeName = (at: number) => `place ${at}`;

async function pageOf(rows: Rows, list: PagedList, args: PageArguments, asked: RawBuilder<unknown>) {
  const order = orderOf(list, args);
  const after = typeof args.after === 'string' ? decodeCursor(order, args.after) : null;
  const places = order.map(({ by }, at) => sql`(${valueOf(by, rows)})::text as ${sql.ref(placeName(at))}`);
  const sorted = sql.join(order.map(({ by, direction }) => sorting(valueOf(by, rows), direction)));
  const whole = await rows.where(list.entity, asked, sorted, places);
  const from = after ? await rowsUpTo(rows, list, order, after, asked) : 0;
  return {
    shown: whole.slice(from, from + args.first),
    hasNextPage: whole.length > from + args.first,
    cursorOf: (row: Row) =>
      encodeCursor(
        order,
        order.map((_term, at) => row[placeName(at)] as string | null),
      ),
  };
}

/** How many rows of the list come before a place in it: the place is sorted among them, behind the row that it names. */
async function rowsUpTo(rows: Rows, list: PagedList, order: readonly OrderTerm[], place: readonly unknown[], asked: RawBuilder<unknown>) {
  const columns = order.map(({ by }, at) => sql`${valueOf(by, rows)} as ${sql.ref(placeName(at))}`);
  const values = order.map(({ by }, at) => sql`${place[at]}::text::${sql.raw(by.type)}`);
  const sorted = sql.join([...order.map(({ direction }, at) => sorting(sql.ref(placeName(at)), direction)), sql`is_row desc`]);
  const listed = await rows.ask<{ is_row: boolean }>(sql`
    select is_row from (
      select true as is_row, ${sql.join(columns)} from ${rows.tables.from(list.entity)} where ${asked}
      union all select false, ${sql.join(values)}
    ) listed order by ${sorted}`);
  return listed.findIndex((each) => !each.is_row);
}

const sorting = (value: RawBuilder<unknown>, direction: 'ASC' | 'DESC') => sql`${value} ${sql.raw(direction)} nulls last`;
