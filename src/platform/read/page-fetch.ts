import { sql, type RawBuilder } from 'kysely';
import { BadInput } from '../graphql/errors.ts';
import { afterSql, decodeCursor, encodeCursor, orderSeenBy, orderSql, placeSql, type OrderTerm } from './cursor.ts';
import { Columns, Fetch, type Call, type Level, type Run } from './fetch.ts';
import { askedFilterSql } from './filter.ts';
import type { PageArguments, PagedList } from './paged-list.ts';
import { hasKey, hasOnlyKey, keysAsRows } from './row-fetch.ts';
import type { Row } from './level-query.ts';
import { Given, statement, symbolicCaller } from './statement.ts';
import type { Column, TableShape } from './table-shape.ts';
import { Failure } from './written.ts';

/** More rows than this in one list belong in an export, not in an answer. */
export const largestPage = 200;

/** Counting stops here: nobody reads further, and counting millions of rows for one figure would slow everybody. */
export const largestCount = 10_000;

/** The key of what has no parent. */
export const rootKey = '';

/** A list as an operation asks for it. */
export interface AskedList {
  readonly list: PagedList;
  readonly shape: TableShape;
  /** The column that points to the parent; null for a list of its own. */
  readonly parent: Column | null;
  readonly call: Call;
  /** Whether the pages of many parents are cut by a window: a distributed table knows no lateral. */
  readonly windowed: boolean;
}

/** The page of one parent. */
export interface Page {
  readonly rows: readonly Row[];
  readonly hasNext: boolean;
}

/** The order of a list as it was asked for, made total: it ends with what no two rows share. */
function orderOf(list: PagedList, { orderBy }: PageArguments): OrderTerm[] {
  const fields = orderBy?.map(({ field }) => field) ?? [];
  if (new Set(fields).size !== fields.length) throw new BadInput('orderBy: each field once', 'orderBy:每个字段只能出现一次');
  const asked = orderBy?.map(({ field, direction }) => ({ by: list.orders![field]!, direction }));
  const order = asked?.length ? asked : list.defaultOrder;
  const end = order.findIndex(({ by }) => by.column === list.tieBreaker.column);
  return end >= 0 ? order.slice(0, end + 1) : [...order, { by: list.tieBreaker, direction: 'ASC' as const }];
}

/** The rows that the caller may see and asks for; without the cursor, so that a count means the whole list. */
function askedRowsSql(list: PagedList, args: PageArguments, caller: Parameters<NonNullable<PagedList['visible']>>[0]): RawBuilder<unknown> {
  const conditions = [list.visible?.(caller) ?? null, args.filter && list.filter ? askedFilterSql(list.filter, args.filter, caller) : null];
  const given = conditions.filter((each) => each !== null);
  return given.length > 0 ? sql.join(given, sql` and `) : sql`true`;
}

const isPage = ({ first }: PageArguments) => Number.isInteger(first) && first >= 1 && first <= largestPage;

/** @throws BadInput for a page that is too small or too large */
export function requirePage({ first }: PageArguments): void {
  if (isPage({ first })) return;
  throw new BadInput(`first: must be 1 to ${largestPage}, not ${first}`, `first:须为 1 至 ${largestPage},而不是 ${first}`);
}

/** What the statement of a page depends on. */
interface PageSql {
  readonly order: OrderTerm[];
  readonly after: readonly (string | null)[];
  readonly args: PageArguments;
  /** Whether there is one parent only: its page needs neither a lateral nor a window. */
  readonly single: boolean;
}

const limit = new Given(({ page }) => page!.limit);

/** A page of a list for each parent, all in one statement. */
export class PageFetch extends Fetch<ReadonlyMap<string, Page>> {
  readonly columns = new Columns();
  /** Whether somebody asks for cursors: only then are the columns of the order read. */
  withCursors = false;

  constructor(
    index: number,
    path: string,
    private readonly asked: AskedList,
  ) {
    super(index, path);
  }

  async load(keys: readonly string[], run: Run): Promise<Level<ReadonlyMap<string, Page>>> {
    const args = this.argumentsOf(run);
    requirePage(args);
    const order = this.#orderOf(args);
    const after = args.after === undefined || args.after === null ? [] : decodeCursor(order, args.after);
    const single = keys.length === 1;
    const shape = JSON.stringify([run.caller.role, single, args.orderBy, args.filter, after.map((value) => value === null)]);
    const query = this.statementOf(shape, () => statement(this.#sql(run, { order, after, args, single })));
    // One row more than asked for tells whether there is a next page.
    const rows = await run.snapshot.rows(this.path, query, { caller: run.caller, keys, page: { limit: args.first + 1, after } });
    const kept: Row[] = [];
    const content = new Map<string, Page>();
    for (const [key, found] of Map.groupBy(rows, (row) => row[0]!)) {
      const ofPage = found.length > args.first ? found.slice(0, args.first) : found;
      content.set(key, { rows: ofPage, hasNext: found.length > args.first });
      for (const row of ofPage) kept.push(row);
    }
    return { rows: kept, content };
  }

  argumentsOf(run: Run): PageArguments {
    return this.asked.call.arguments(run) as unknown as PageArguments;
  }

  /** The cursor of a row, once cursors are asked for. */
  cursorOf(row: Row, run: Run): string {
    return encodeCursor(this.#orderOf(this.argumentsOf(run)), row.slice(this.columns.count));
  }

  rowsFor(parents: number, run: Run): number {
    // A page that is too small or too large is refused at its place and brings nothing.
    return this.asked.call.isAccepted(run) && isPage(this.argumentsOf(run)) ? parents * this.argumentsOf(run).first : 0;
  }

  #orderOf(args: PageArguments): OrderTerm[] {
    const { list, shape } = this.asked;
    // What a caller sees of a column may be nothing.
    return orderOf(list, args).map((term) => ({ ...term, nullable: term.by.seen ? true : shape.columnNamed(term.by.column).nullable }));
  }

  #sql(run: Run, { order: terms, after, args, single }: PageSql): RawBuilder<unknown> {
    const { list, parent, windowed } = this.asked;
    const caller = symbolicCaller(run.caller);
    const order = orderSeenBy(caller, terms);
    const beyond = after.map((value, at) => (value === null ? null : new Given(({ page }) => page!.after[at])));
    const rows = askedRowsSql(list, args, caller);
    const where = beyond.length > 0 ? sql`${rows} and ${afterSql(order, beyond)}` : rows;
    const selected = [...this.columns.sqlFor(run.caller), ...(this.withCursors ? placeSql(order) : [])];
    const { from } = this.asked.shape;
    const sorted = sql`order by ${orderSql(order)}`;
    if (!parent) return sql`select ${sql.join([sql`''`, ...selected])} from ${from} where ${where} ${sorted} limit ${limit}`;
    const named = selected.map((each, at) => sql`${each} as ${sql.ref(`c${at}`)}`);
    const ref = sql.ref(`t.${parent.name}`);
    if (single)
      return sql`select ${sql.join([ref, ...selected])} from ${from} where ${hasOnlyKey(parent)} and ${where} ${sorted} limit ${limit}`;
    if (windowed) {
      const numbered = sql`row_number() over (partition by ${ref} ${sorted})`;
      const columns = selected.map((_each, at) => sql.ref(`page.c${at}`));
      return sql`select ${sql.join([sql.ref('page.parent'), ...columns])} from (
        select ${sql.join([sql`${ref} as parent`, ...named, sql`${numbered} as place`])} from ${from} where ${hasKey(parent)} and ${where}
      ) page where page.place <= ${limit} order by page.place`;
    }
    const columns = named.length > 0 ? sql.join(named) : sql``;
    return sql`select parent.key, page.* from ${keysAsRows(parent)} parent(key) cross join lateral (
      select ${columns} from ${from} where ${ref} = parent.key and ${where} ${sorted} limit ${limit}) page`;
  }
}

/** How many rows a list has for each parent, up to one more than are counted. */
export class CountFetch extends Fetch<ReadonlyMap<string, number>> {
  #page: PageFetch | null = null;

  constructor(
    index: number,
    path: string,
    private readonly asked: AskedList,
  ) {
    super(index, path);
  }

  /** Counts after the page: one that begins at the first row and has no next page has told already. */
  follow(page: PageFetch): void {
    this.#page = page;
    page.followers.push(this);
  }

  async load(keys: readonly string[], run: Run): Promise<Level<ReadonlyMap<string, number>>> {
    const args = this.asked.call.arguments(run) as unknown as PageArguments;
    const content = (args.after ?? null) === null ? this.#told(keys, run) : new Map<string, number>();
    const untold = keys.filter((key) => !content.has(key));
    if (untold.length > 0) {
      const shape = JSON.stringify([run.caller.role, args.filter]);
      const query = this.statementOf(shape, () => statement(this.#sql(run, args)));
      const rows = await run.snapshot.rows(this.path, query, { caller: run.caller, keys: untold });
      for (const row of rows) content.set(row[0]!, Number(row[1]));
    }
    return { rows: [], content };
  }

  #told(keys: readonly string[], run: Run): Map<string, number> {
    const pages = this.#page?.contentOf(run);
    if (pages === undefined || pages instanceof Failure) return new Map();
    const pageOf = (key: string) => pages.get(key) ?? { rows: [], hasNext: false };
    return new Map(keys.filter((key) => !pageOf(key).hasNext).map((key) => [key, pageOf(key).rows.length]));
  }

  rowsFor(parents: number): number {
    return parents;
  }

  #sql(run: Run, args: PageArguments): RawBuilder<unknown> {
    const { list, parent, windowed } = this.asked;
    const where = askedRowsSql(list, args, symbolicCaller(run.caller));
    const { from } = this.asked.shape;
    const mostCounted = sql.lit(largestCount + 1);
    if (!parent) return sql`select '', count(*) from (select from ${from} where ${where} limit ${mostCounted}) counted`;
    const ref = sql.ref(`t.${parent.name}`);
    if (windowed)
      return sql`select ${ref}, least(count(*), ${mostCounted}) from ${from} where ${hasKey(parent)} and ${where} group by ${ref}`;
    return sql`select parent.key, counted.rows from ${keysAsRows(parent)} parent(key) cross join lateral (
      select count(*) as rows from (select from ${from} where ${ref} = parent.key and ${where} limit ${mostCounted}) found) counted`;
  }
}
