import DataLoader from 'dataloader';
import { sql, type RawBuilder } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../access/caller.ts';
import { BadInput } from '../graphql/errors.ts';
import { afterSql, encodeCursor, orderSql, placeSql, type OrderTerm } from './cursor.ts';
import { askedFilterSql } from './filter.ts';
import type { PageArguments, PagedList } from './paged-list.ts';

/** More rows than this in one list belong in an export, not in an answer. */
export const largestPage = 200;

/** Counting stops here: nobody reads further, and counting millions of rows for one figure would slow everybody. */
export const largestCount = 10_000;

/** A page as GraphQL's Relay connections shape it; each part is fetched only when the operation asks for it. */
export interface Connection<E> {
  nodes(): Promise<E[]>;
  edges(): Promise<{ cursor: string; node: E }[]>;
  pageInfo(): Promise<{ hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }>;
  totalCount(): Promise<number>;
  totalIsExact(): Promise<boolean>;
}

/** A page of `list`, under `parent` where the list has a parent column. */
export type PageLoader = <E extends object>(list: PagedList<E>, args: PageArguments, parent?: string) => Connection<E>;

interface Page<E> {
  rows: { cursor: string; node: E }[];
  hasNext: boolean;
}

interface Batch {
  pages: DataLoader<string, Page<object>>;
  /** The rows of the whole list, up to one more than are counted. */
  counts: DataLoader<string, number>;
}

/** The parent key of a list that has no parent. */
const root = '';

/** One batch per list and arguments: the pages of all parents asked for in the same tick are one statement. */
export function pageLoader(em: EntityManager, caller: Caller): PageLoader {
  const batches = new Map<PagedList<never>, Map<string, Batch>>();

  return <E extends object>(list: PagedList<E>, args: PageArguments, parent?: string): Connection<E> => {
    if (!Number.isInteger(args.first) || args.first < 1 || args.first > largestPage) {
      throw new BadInput(`first: must be 1 to ${largestPage}, not ${args.first}`, `first:须为 1 至 ${largestPage},而不是 ${args.first}`);
    }
    let ofList = batches.get(list);
    if (!ofList) batches.set(list, (ofList = new Map<string, Batch>()));
    const name = JSON.stringify([args.first, args.after, args.orderBy, args.filter]);
    let batch = ofList.get(name);
    if (!batch) {
      const query = prepare(list, args, caller);
      batch = {
        pages: new DataLoader((parents) => fetchPages(em, list, query, args, parents)),
        counts: new DataLoader((parents) => fetchCounts(em, list, query, parents)),
      };
      ofList.set(name, batch);
    }
    const { pages, counts } = batch;
    const page = () => pages.load(parent ?? root) as Promise<Page<E>>;
    return {
      nodes: async () => (await page()).rows.map((row) => row.node),
      edges: async () => (await page()).rows,
      pageInfo: async () => {
        const { rows, hasNext } = await page();
        return {
          hasNextPage: hasNext,
          hasPreviousPage: args.after != null,
          startCursor: rows.at(0)?.cursor ?? null,
          endCursor: rows.at(-1)?.cursor ?? null,
        };
      },
      totalCount: async () => Math.min(await counts.load(parent ?? root), largestCount),
      totalIsExact: async () => (await counts.load(parent ?? root)) <= largestCount,
    };
  };
}

interface PreparedQuery {
  order: OrderTerm[];
  /** What the caller may see and asks for; without the cursor, so that a count means the whole list. */
  where: RawBuilder<unknown>;
}

function prepare<E extends object>(list: PagedList<E>, args: PageArguments, caller: Caller): PreparedQuery {
  const fields = args.orderBy?.map(({ field }) => field) ?? [];
  if (new Set(fields).size !== fields.length) throw new BadInput('orderBy: each field once', 'orderBy:每个字段只能出现一次');
  const asked = args.orderBy?.map(({ field, direction }) => ({ by: list.orders![field]!, direction }));
  const order = [...(asked?.length ? asked : list.defaultOrder), { by: list.tieBreaker, direction: 'ASC' as const }];
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  const visible = list.visible?.(caller);
  if (visible) conditions.push(visible);
  if (args.filter && list.filter) conditions.push(askedFilterSql(list.filter, args.filter));
  return { order, where: sql.join(conditions, sql` and `) };
}

async function fetchPages<E extends object>(
  em: EntityManager,
  list: PagedList<E>,
  { order, where }: PreparedQuery,
  args: PageArguments,
  parents: readonly string[],
): Promise<Page<object>[]> {
  const table = sql.table(em.getMetadata().get(list.entity).tableName);
  const after = args.after != null ? sql` and ${afterSql(order, args.after)}` : sql``;
  const limit = args.first + 1;
  const place = sql`${placeSql(order)} as page_place`;
  // One row more than asked for tells whether there is a next page.
  const query = list.parentColumn
    ? sql`select page.*, parent.key as page_parent from unnest(${[...parents]}::text[]) parent(key) cross join lateral (
        select t.*, ${place} from ${table} t
        where ${sql.ref(`t.${list.parentColumn}`)} = parent.key::${sql.raw(keyType(em, list))} and ${where}${after}
        order by ${orderSql(order)} limit ${limit}) page`
    : sql`select t.*, ${place}, ''::text as page_parent from ${table} t where ${where}${after} order by ${orderSql(order)} limit ${limit}`;

  const rows = (await query.execute(em.getKysely())).rows as Record<string, unknown>[];
  const byParent = Map.groupBy(rows, (row) => row['page_parent'] as string);
  return parents.map((parent) => {
    const found = byParent.get(parent) ?? [];
    return {
      hasNext: found.length > args.first,
      rows: found.slice(0, args.first).map(({ page_parent: _parent, page_place, ...row }) => ({
        cursor: encodeCursor(order, page_place as (string | null)[]),
        node: em.map(list.entity, row as never) as object,
      })),
    };
  });
}

async function fetchCounts<E extends object>(
  em: EntityManager,
  list: PagedList<E>,
  { where }: PreparedQuery,
  parents: readonly string[],
): Promise<number[]> {
  const table = sql.table(em.getMetadata().get(list.entity).tableName);
  // One row more than is counted tells whether there are more.
  const counted = (condition: RawBuilder<unknown>) =>
    sql`select count(*)::text as count from (select from ${table} t where ${condition} limit ${largestCount + 1}) counted`;
  const query = list.parentColumn
    ? sql`select parent.key as parent, of_parent.count from unnest(${[...parents]}::text[]) parent(key) cross join lateral (${counted(
        sql`${sql.ref(`t.${list.parentColumn}`)} = parent.key::${sql.raw(keyType(em, list))} and ${where}`,
      )}) of_parent`
    : sql`select ''::text as parent, whole.count from (${counted(where)}) whole`;
  const rows = (await query.execute(em.getKysely())).rows as { parent: string; count: string }[];
  const byParent = new Map(rows.map((row) => [row.parent, Number(row.count)]));
  return parents.map((parent) => byParent.get(parent) ?? 0);
}

/** Parents are keyed by uuid, but areas by their code. */
function keyType<E extends object>(em: EntityManager, list: PagedList<E>): string {
  const meta = em.getMetadata().get(list.entity);
  const property = meta.props.find((each) => each.fieldNames?.[0] === list.parentColumn);
  return property?.columnTypes?.[0] ?? 'uuid';
}
