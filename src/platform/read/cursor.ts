import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../access/caller.ts';
import { BadInput } from '../graphql/errors.ts';
import type { Direction, OrderColumn } from './paged-list.ts';

export interface OrderTerm {
  readonly by: OrderColumn;
  readonly direction: Direction;
  /** Whether a row may have none: said of the column by its table, true unless known. */
  readonly nullable?: boolean;
  /** What the caller sees of the column, where that is not all of it. */
  readonly seen?: RawBuilder<unknown>;
}

/** An order with what this caller sees of its columns. */
export function orderSeenBy(caller: Caller, order: readonly OrderTerm[]): OrderTerm[] {
  return order.map((term) => (term.by.seen ? { ...term, seen: term.by.seen(caller) } : term));
}

/** The SQL of an order. Nulls last in both directions; unsaid where there are none, so that an index in that order serves. */
export function orderSql(order: readonly OrderTerm[]): RawBuilder<unknown> {
  return sql.join(
    order.map(
      (term) => sql`${ref(term)} ${sql.raw(term.direction === 'ASC' ? 'asc' : 'desc')}${hasNulls(term) ? sql` nulls last` : sql``}`,
    ),
  );
}

/** The values that name a row's place in an order. */
export function placeSql(order: readonly OrderTerm[]): RawBuilder<unknown>[] {
  return order.map(ref);
}

/** An opaque cursor: the order that it belongs to, and a row's place in it. Stays right while rows are inserted. */
export function encodeCursor(order: readonly OrderTerm[], place: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([signature(order), ...place])).toString('base64url');
}

/**
 * The condition that a row comes after a place in the order. An index can begin at the place where it is a comparison of
 * columns, or starts with one.
 * @param place a value for each column of the order, null where the row has none
 */
export function afterSql(order: readonly OrderTerm[], place: readonly unknown[]): RawBuilder<unknown> {
  const [first] = order;
  if (order.every((term) => !hasNulls(term) && term.direction === first!.direction)) {
    const columns = sql.join(order.map(ref));
    const values = sql.join(order.map((term, at) => cast(term, place[at])));
    return order.length === 1 ? sql`${columns} ${sign(first!)} ${values}` : sql`(${columns}) ${sign(first!)} (${values})`;
  }
  const alternatives = order.map((term, index) => {
    const same = order.slice(0, index).map((earlier, at) => equal(earlier, place[at]));
    return sql`(${sql.join([...same, beyond(term, place[index])], sql` and `)})`;
  });
  const whole = sql`(${sql.join(alternatives, sql` or `)})`;
  return hasNulls(first!) || place[0] === null ? whole : sql`(${ref(first!)} ${sign(first!)}= ${cast(first!, place[0])} and ${whole})`;
}

function equal(term: OrderTerm, value: unknown): RawBuilder<unknown> {
  if (value === null) return sql`${ref(term)} is null`;
  return sql`${ref(term)} = ${cast(term, value)}`;
}

function beyond(term: OrderTerm, value: unknown): RawBuilder<unknown> {
  if (value === null) return sql`false`;
  const further = sql`${ref(term)} ${sign(term)} ${cast(term, value)}`;
  return hasNulls(term) ? sql`(${further} or ${ref(term)} is null)` : further;
}

const hasNulls = ({ nullable = true }: OrderTerm) => nullable;
const sign = ({ direction }: OrderTerm) => (direction === 'ASC' ? sql`>` : sql`<`);
const ref = ({ by, seen }: OrderTerm) => seen ?? sql.ref(`t.${by.column}`);
const cast = (term: OrderTerm, value: unknown) => sql`${value}::text::${sql.raw(term.by.type)}`;
const signature = (order: readonly OrderTerm[]) => order.map((term) => `${term.by.column} ${term.direction}`).join(',');

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);
const wholeUpTo = (largest: bigint) => (text: string) => /^-?\d{1,19}$/.test(text) && BigInt(text) <= largest && BigInt(text) >= -largest;

/** What can be a column's value: a cursor that was tampered with must not reach the database as a failing cast. */
const shapes: Record<OrderColumn['type'], (text: string) => boolean> = {
  text: matches(/^[^\0]*$/),
  date: isCalendarDay,
  integer: wholeUpTo(2n ** 31n - 1n),
  smallint: wholeUpTo(2n ** 15n - 1n),
  bigint: wholeUpTo(2n ** 63n - 1n),
  numeric: matches(/^-?\d{1,30}(\.\d{1,30})?$/),
  uuid: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
};

function isCalendarDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === text;
}

/** The place that a cursor names; a cursor of another order, or none of ours, is the caller's mistake. */
export function decodeCursor(order: readonly OrderTerm[], cursor: string): (string | null)[] {
  const wrong = () => new BadInput('after: not a cursor of this list in this order', 'after:不是此列表在此排序下的游标');
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrong();
  }
  if (!Array.isArray(parts) || parts.length !== order.length + 1 || parts[0] !== signature(order)) throw wrong();
  return parts.slice(1).map((value: unknown, index) => {
    if (value === null) return null;
    if (typeof value !== 'string' || !shapes[order[index]!.by.type](value)) throw wrong();
    return value;
  });
}
