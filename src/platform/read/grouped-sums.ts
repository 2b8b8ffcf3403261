import { sql, type RawBuilder } from 'kysely';
import { BadInput } from '../graphql/errors.ts';

/** More groups are a table to download, not an answer to look at. */
const mostGroups = 5000;

/** A dimension of sums: its column, the field that carries its key, and the table whose code puts its groups in order. */
export interface Grouping {
  readonly column: string;
  readonly as: string;
  readonly table?: string;
  /** A civil date, which is a text in an answer. */
  readonly isDate?: boolean;
}

/** What is summed, and how. */
export interface GroupedSums {
  /** A relation with the columns of the dimensions and of what is summed. */
  readonly lines: RawBuilder<unknown>;
  readonly by: readonly Grouping[];
  /** SQL over the lines (as `t`) by the field that carries it. */
  readonly measures: Readonly<Record<string, RawBuilder<unknown>>>;
  readonly conditions: readonly RawBuilder<unknown>[];
}

/** The sums of each group that has lines, by their codes in the order of the dimensions; no dimension gives the total. */
export function groupedSums<G>({ lines, by, measures, conditions }: GroupedSums): RawBuilder<G> {
  const columns = by.map((each) => ({ ...each, ref: sql.ref(`t.${each.column}`) }));
  const named = columns.map(({ ref, as, isDate }) => sql`${isDate ? sql`${ref}::text` : ref} as ${sql.ref(as)}`);
  const measured = Object.entries(measures).map(([name, measure]) => sql`${measure} as ${sql.ref(name)}`);
  const grouped = columns.length > 0 ? sql`group by ${sql.join(columns.map(({ ref }) => ref))}` : sql`having count(*) > 0`;
  // A line may be of no product, and its group then has no code.
  const joins = columns.flatMap(({ table, as }) =>
    table ? [sql`left join ${sql.table(table)} ${sql.ref(`by_${as}`)} on ${sql.ref(`by_${as}.id`)} = ${sql.ref(`g.${as}`)}`] : [],
  );
  // A lot's code repeats from round to round; the key decides then.
  const order = columns.flatMap(({ table, as }) => [...(table ? [sql`${sql.ref(`by_${as}.code`)} collate "C"`] : []), sql.ref(`g.${as}`)]);
  return sql<G>`select g.* from (
      select ${sql.join([...named, ...measured])} from ${lines} t where ${sql.join(conditions, sql` and `)} ${grouped}
    ) g ${sql.join(joins, sql` `)} ${order.length > 0 ? sql`order by ${sql.join(order)}` : sql``} limit ${mostGroups + 1}`;
}

/**
 * The groups, if an answer holds as many.
 * @throws BadInput for more
 */
export function fewEnough<G>(groups: readonly G[]): readonly G[] {
  if (groups.length > mostGroups) throw tooManyGroups();
  return groups;
}

/**
 * A sum as a number. Sums are texts: they may have more digits than a number holds.
 * @throws BadInput beyond exact whole numbers
 */
export function exactSum(sum: string): number {
  const quantity = Number(sum);
  if (!Number.isSafeInteger(quantity)) throw sumOutOfRange();
  return quantity;
}

const tooManyGroups = () =>
  new BadInput(
    `groupBy: more than ${mostGroups} groups; filter, or group by fewer dimensions`,
    `groupBy:分组超过 ${mostGroups} 个;请加筛选条件或减少分组维度`,
  );

const sumOutOfRange = () =>
  new BadInput(
    `groupBy: a sum passes ${Number.MAX_SAFE_INTEGER}, beyond which a number is not exact; filter, or group by more dimensions`,
    `groupBy:合计超过 ${Number.MAX_SAFE_INTEGER},无法精确表示;请加筛选条件或增加分组维度`,
  );
