import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../access/caller.ts';
import { BadInput } from '../graphql/errors.ts';

/** A column as a caller sees it, where not everybody sees every row's value. Depends on the caller's role only. */
export interface SeenColumn {
  readonly column: string;
  readonly seen: (caller: Caller) => RawBuilder<unknown>;
}

/** Turns one operator input (`{ eq: … }`, `{ contains: … }`), or whatever else its field takes, into a condition. */
export type FieldFilter<V = Readonly<Record<string, unknown>>> = (value: V, caller: Caller) => RawBuilder<unknown>;

/** The filterable fields of a list by their GraphQL name. */
export type Filter = Readonly<Record<string, FieldFilter<never>>>;

/** Nested deeper, a filter is no question of a person any more. */
const deepestFilter = 5;

/** More conditions than this come from a program that should ask with `in`; PostgreSQL ends at 65,535 parameters. */
const mostConditions = 100;

/** The condition of a filter as it was asked, if it is no deeper and no longer than a person would write. */
export function askedFilterSql(filter: Filter, input: object, caller: Caller): RawBuilder<unknown> {
  if (conditionsIn(input, 0) > mostConditions) {
    throw new BadInput(`filter: more than ${mostConditions} conditions`, `filter:条件超过 ${mostConditions} 个`);
  }
  return filterSql(filter, input, caller);
}

function conditionsIn(input: object, depth: number): number {
  if (depth > deepestFilter) throw new BadInput(`filter: nested deeper than ${deepestFilter}`, `filter:嵌套超过 ${deepestFilter} 层`);
  return Object.entries(input).reduce((sum, [field, value]) => {
    if (value === undefined || value === null) return sum;
    if (field === 'and' || field === 'or') return (value as object[]).reduce((all, each) => all + conditionsIn(each, depth + 1), sum);
    return sum + (field === 'not' ? conditionsIn(value as object, depth + 1) : 1);
  }, 0);
}

/** The condition of a filter input: its fields joined by AND, with `and`, `or` and `not` over filters of the same shape. */
function filterSql(filter: Filter, input: object, caller: Caller): RawBuilder<unknown> {
  const joined = (inputs: unknown, by: RawBuilder<unknown>, empty: RawBuilder<unknown>) =>
    allOf(
      (inputs as object[]).map((each) => filterSql(filter, each, caller)),
      by,
      empty,
    );
  const conditions = Object.entries(input)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([field, value]) => {
      if (field === 'and') return joined(value, sql` and `, sql`true`);
      if (field === 'or') return joined(value, sql` or `, sql`false`);
      if (field === 'not') return sql`not coalesce(${filterSql(filter, value as object, caller)}, false)`;
      return filter[field]!(value as never, caller);
    });
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

function allOf(conditions: RawBuilder<unknown>[], by: RawBuilder<unknown>, empty: RawBuilder<unknown>) {
  return conditions.length === 0 ? empty : sql`(${sql.join(conditions, by)})`;
}

type ColumnType = 'text' | 'date' | 'numeric' | 'bigint' | 'integer' | 'uuid';

/** A filter on a column by the operators of its input type; null operators are left out, `isNull` asks for null itself. */
export function columnFilter(column: string | SeenColumn, type: ColumnType): FieldFilter {
  // Wider than the column: a number beyond it equals nothing, and is no error.
  const cast = sql.raw(type === 'integer' ? 'bigint' : type);
  return (value, caller) => {
    const ref = typeof column === 'string' ? sql.ref(`t.${column}`) : column.seen(caller);
    const conditions = Object.entries(value)
      .filter(([, operand]) => operand !== undefined && operand !== null)
      .map(([operator, operand]) => {
        switch (operator) {
          case 'eq':
            return sql`${ref} = ${operand}::${cast}`;
          case 'in':
            return sql`${ref} = any(${operand}::${cast}[])`;
          case 'gte':
            return sql`${ref} >= ${operand}::${cast}`;
          case 'lte':
            return sql`${ref} <= ${operand}::${cast}`;
          case 'contains':
            return containsSql(ref, operand as string);
          case 'isNull':
            return operand ? sql`${ref} is null` : sql`${ref} is not null`;
          default:
            throw new Error(`operator ${operator} has no SQL`);
        }
      });
    return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
  };
}

/**
 * No pattern, so that no sign of the text means anything but itself. The second condition is for the index; it follows
 * from the first, and has nothing to say of a text of one character. It asks for the beginning of a text only: that leaves
 * few rows, and callers send megabytes.
 */
function containsSql(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const wanted = sql`normalised(${text}::text)`;
  return sql`(position(${wanted} in normalised(${column})) > 0 and bigrams(normalised(${column})) @> bigrams(left(${wanted}, 50)))`;
}

/** A filter by the business code of a row that the list's rows point to, such as an enterprise's code. */
export function codeFilter(column: string, table: string, keyColumn = 'id'): FieldFilter {
  const onCode = columnFilter('code', 'text');
  // Not correlated: a distributed PostgreSQL refuses a subquery that looks outside itself.
  return (value, caller) =>
    sql`${sql.ref(`t.${column}`)} in (select ${sql.ref(`t.${keyColumn}`)} from ${sql.table(table)} t where ${onCode(value, caller)})`;
}
