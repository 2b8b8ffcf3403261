import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { askedFilterSql, codeFilter, columnFilter, type Filter } from '../platform/read/filter.ts';
import { visibleSelected } from './lists.ts';
import { agreedVolumeLines } from './roll-up-agreed-volumes.ts';
import type { StatisticsDimension } from './statistics-dimensions.ts';
import type { ProcurementStatisticsType, StatisticsFilter, StatisticsRowType } from './statistics.type.ts';

/** More groups are a table to download, not an answer to look at. */
const mostRows = 5000;

/** The column of each dimension, and the table whose code puts its groups in order. */
const dimensions: Readonly<Record<StatisticsDimension, { column: string; as: keyof StatisticsRowType; table?: string }>> = {
  ROUND: { column: 'round_id', as: 'roundId', table: 'round' },
  LOT: { column: 'lot_id', as: 'lotId', table: 'lot' },
  PRODUCT: { column: 'product_id', as: 'productId', table: 'product' },
  ENTERPRISE: { column: 'enterprise_id', as: 'enterpriseId', table: 'enterprise' },
  AREA: { column: 'area_code', as: 'areaCode' },
  INSTITUTION: { column: 'institution_id', as: 'institutionId', table: 'institution' },
  AGREEMENT_YEAR: { column: 'agreement_year', as: 'agreementYear' },
};

const filters: Filter = {
  roundCode: codeFilter('round_id', 'round'),
  lotCode: codeFilter('lot_id', 'lot'),
  productCode: codeFilter('product_id', 'product'),
  enterpriseCode: codeFilter('enterprise_id', 'enterprise'),
  areaCode: columnFilter('area_code', 'text'),
  agreementYear: columnFilter('agreement_year', 'integer'),
};

/** A group as the database sums it: sums as text, since they may have more digits than a number holds. */
type Group = Omit<StatisticsRowType, 'agreedQuantity'> & { agreedQuantity: string; recordedAt: string };

/**
 * Sums the agreed volumes of the agreement years that have begun by `asOf`, by the given dimensions, over the selected
 * products that the caller may see. An agreement year begins on 1 January: the day of each agreement is not on record.
 * Reads the sums of `agreed_volume_rollup`; institutions have none, so theirs are made from the volumes of some rounds
 * or areas.
 * @throws BadInput for more groups than an answer holds, sums beyond exact numbers, and institutions without a filter
 */
export async function procurementStatistics(
  context: Context,
  groupBy: readonly StatisticsDimension[],
  filter: StatisticsFilter,
  asOf: string,
): Promise<ProcurementStatisticsType> {
  const chosen = [...new Set(groupBy)];
  if (chosen.includes('INSTITUTION') && !isNarrow(filter)) throw institutionsNeedFilter();
  const query = statisticsSql(chosen, [
    sql`t.agreement_year <= ${Number(asOf.slice(0, 4))}`,
    visibleSelected(context.caller) ?? sql`true`,
    filterSql(filter),
  ]);
  const groups = await context.snapshot.objects('procurementStatistics', query);
  if (groups.length > mostRows) throw tooManyGroups();
  const latest = groups
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1);
  const rows = groups.map(({ recordedAt: _none, agreedQuantity, ...group }) => ({ ...group, agreedQuantity: exact(agreedQuantity) }));
  return { dataThrough: latest === undefined ? null : new Date(latest), rows };
}

/** Whether a filter names the rounds or the areas, so that not every volume of the country is read. */
const isNarrow = ({ roundCode, areaCode }: StatisticsFilter) =>
  [roundCode, areaCode].some((codes) => (codes?.eq ?? null) !== null || (codes?.in ?? null) !== null);

function filterSql({ synthetic = null, ...filter }: StatisticsFilter): RawBuilder<unknown> {
  const asked = askedFilterSql(filters, filter);
  return synthetic === null ? asked : sql`(${asked} and t.synthetic = ${synthetic})`;
}

function statisticsSql(chosen: readonly StatisticsDimension[], conditions: readonly RawBuilder<unknown>[]): RawBuilder<Group> {
  const source = chosen.includes('INSTITUTION') ? sql`(${sql.raw(agreedVolumeLines)})` : sql`agreed_volume_rollup`;
  const columns = chosen.map((each) => ({ ...dimensions[each], ref: sql.ref(`t.${dimensions[each].column}`) }));
  const named = columns.map(({ ref, as }) => sql`${ref} as ${sql.ref(as)}`);
  const measures = sql`bool_or(t.synthetic) as "containsSynthetic", sum(t.volumes)::int as "volumeCount", sum(t.quantity)::text as "agreedQuantity",
    ${sumOrNull('amount')}::text as "agreedAmount", coalesce(sum(t.volumes) filter (where t.amount is null), 0)::int as "volumesWithoutPrice",
    ${sumOrNull('savings')}::text as savings, coalesce(sum(t.volumes) filter (where t.savings is null), 0)::int as "volumesWithoutSavings",
    to_char(max(t.last_recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`;
  const grouped = columns.length > 0 ? sql`group by ${sql.join(columns.map(({ ref }) => ref))}` : sql`having count(*) > 0`;
  const joins = columns.flatMap(({ table, as }) =>
    table ? [sql`join ${sql.table(table)} ${sql.ref(`by_${as}`)} on ${sql.ref(`by_${as}.id`)} = ${sql.ref(`g.${as}`)}`] : [],
  );
  // A lot's code repeats from round to round; the key decides then.
  const order = columns.flatMap(({ table, as }) => [...(table ? [sql`${sql.ref(`by_${as}.code`)} collate "C"`] : []), sql.ref(`g.${as}`)]);
  // The planner leaves out the left join where no enterprise is asked for.
  return sql<Group>`select g.* from (
      select ${sql.join([...named, measures])} from (
        select v.*, s.round_id, s.lot_id, s.product_id, p.holder_id as enterprise_id
        from ${source} v join selected_product s on s.id = v.selected_product_id left join product p on p.id = s.product_id
      ) t where ${sql.join(conditions, sql` and `)} ${grouped}
    ) g ${sql.join(joins, sql` `)} ${order.length > 0 ? sql`order by ${sql.join(order)}` : sql``} limit ${mostRows + 1}`;
}

/** A sum without some of its parts would be a wrong figure. */
const sumOrNull = (measure: 'amount' | 'savings') =>
  sql`case when count(*) = count(${sql.ref(`t.${measure}`)}) then sum(${sql.ref(`t.${measure}`)}) end`;

function exact(sum: string): number {
  const quantity = Number(sum);
  if (!Number.isSafeInteger(quantity)) throw sumOutOfRange();
  return quantity;
}

const institutionsNeedFilter = () =>
  new BadInput(
    'groupBy: INSTITUTION needs a filter by roundCode or areaCode (eq or in)',
    'groupBy:按 INSTITUTION 分组须以 roundCode 或 areaCode(eq 或 in)筛选',
  );

const tooManyGroups = () =>
  new BadInput(
    `groupBy: more than ${mostRows} groups; filter, or group by fewer dimensions`,
    `groupBy:分组超过 ${mostRows} 个;请加筛选条件或减少分组维度`,
  );

const sumOutOfRange = () =>
  new BadInput(
    `groupBy: a sum passes ${Number.MAX_SAFE_INTEGER}, beyond which a number is not exact; filter, or group by more dimensions`,
    `groupBy:合计超过 ${Number.MAX_SAFE_INTEGER},无法精确表示;请加筛选条件或增加分组维度`,
  );
