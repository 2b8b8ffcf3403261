import { sql, type RawBuilder } from 'kysely';
import { BadInput } from '../graphql/errors.ts';
import type { Direction, OrderColumn } from './paged-list.ts';

export interface OrderTerm {
  readonly by: OrderColumn;
  readonly direction: Direction;
}

/** The SQL of an order. Nulls last in both directions. */
export function orderSql(order: readonly OrderTerm[]): RawBuilder<unknown> {
  return sql.join(
    order.map(({ by, direction }) => sql`${sql.ref(`t.${by.column}`)} ${sql.raw(direction === 'ASC' ? 'asc' : 'desc')} nulls last`),
  );
}

/** The values that name a row's place in an order, as one array of texts. */
export function placeSql(order: readonly OrderTerm[]): RawBuilder<unknown> {
  return sql`array[${sql.join(order.map(({ by }) => sql`${sql.ref(`t.${by.column}`)}::text`))}]`;
}

/** An opaque cursor: the order that it belongs to, and a row's place in it. Stays right while rows are inserted. */
export function encodeCursor(order: readonly OrderTerm[], place: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([signature(order), ...place])).toString('base64url');
}

/** The condition that a row comes after the cursor; a cursor of another order, or none of ours, is the caller's mistake. */
export function afterSql(order: readonly OrderTerm[], cursor: string): RawBuilder<unknown> {
  const place = decodeCursor(order, cursor);
  const alternatives = order.map((term, index) => {
    const same = order.slice(0, index).map((earlier, at) => sql`${ref(earlier)} is not distinct from ${cast(earlier, place[at]!)}`);
    return sql`(${sql.join([...same, beyond(term, place[index]!)], sql` and `)})`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}

function beyond(term: OrderTerm, value: string | null): RawBuilder<unknown> {
  if (value === null) return sql`false`;
  const comparison = term.direction === 'ASC' ? sql`>` : sql`<`;
  return sql`(${ref(term)} ${comparison} ${cast(term, value)} or ${ref(term)} is null)`;
}

const ref = (term: OrderTerm) => sql.ref(`t.${term.by.column}`);
const cast = (term: OrderTerm, value: string | null) => sql`${value}::text::${sql.raw(term.by.type)}`;
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

function decodeCursor(order: readonly OrderTerm[], cursor: string): (string | null)[] {
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
