import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../platform/access/caller.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { askedFilterSql, codeFilter, columnFilter, type Filter } from '../platform/read/filter.ts';
import { rollups, summed } from './agreed-volume-rollups.ts';
import { selectedProductSeen } from './rights.ts';
import { agreedVolumeLines } from './roll-up-agreed-volumes.ts';
import { exactSum, fewEnough, groupedSums } from './grouped-sums.ts';
import type { StatisticsDimension } from './statistics-dimensions.ts';
import type { StatisticsFilter, StatisticsRowType } from './statistics.type.ts';

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

type FilterField = Exclude<keyof StatisticsFilter, 'synthetic'>;

/** The dimension that each filter narrows. */
const narrowed: Readonly<Record<FilterField, StatisticsDimension>> = {
  roundCode: 'ROUND',
  lotCode: 'LOT',
  productCode: 'PRODUCT',
  enterpriseCode: 'ENTERPRISE',
  areaCode: 'AREA',
  agreementYear: 'AGREEMENT_YEAR',
};

const filters: Filter = Object.fromEntries(
  Object.entries(narrowed).map(([field, dimension]) => {
    const { column, table } = dimensions[dimension];
    return [field, table ? codeFilter(column, table) : columnFilter(column, dimension === 'AREA' ? 'text' : 'integer')];
  }),
);

/** A relation of sums, or of what can be summed, and the columns that it has by itself. */
interface Source {
  readonly relation: RawBuilder<unknown>;
  readonly columns: readonly string[];
}

/** From the fewest rows to the most: the first that has every column asked for is read. */
const sources: readonly Source[] = [
  ...rollups.map(({ table, by }) => ({ relation: sql.table(table), columns: by })).toReversed(),
  {
    relation: sql`(${sql.raw(agreedVolumeLines)})`,
    columns: ['area_code', 'selected_product_id', 'institution_id', 'agreement_year', 'synthetic'],
  },
];

/** What a selected product is of. */
const ofSelectedProduct = ['round_id', 'lot_id', 'product_id', 'enterprise_id'];

/** The measures of a group, by their field. Sums are texts: they may have more digits than a number holds. */
const measures = {
  containsSynthetic: sql`bool_or(t.synthetic)`,
  volumeCount: sql`sum(t.volumes)::int`,
  agreedQuantity: sql`sum(t.quantity)::text`,
  agreedAmount: sumOrNull('amount'),
  volumesWithoutPrice: sql`coalesce(sum(t.volumes) filter (where t.amount is null), 0)::int`,
  savings: sumOrNull('savings'),
  volumesWithoutSavings: sql`coalesce(sum(t.volumes) filter (where t.savings is null), 0)::int`,
  dataThrough: sql`to_char(max(t.last_recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
} satisfies Partial<Record<keyof StatisticsRowType | 'dataThrough', RawBuilder<unknown>>>;

/** A group as the database sums it: its dimensions, and of the measures those that are asked for. */
type Group = Partial<Omit<StatisticsRowType, 'agreedQuantity'> & { agreedQuantity: string; dataThrough: string }>;

/**
 * Sums the agreed volumes of the agreement years that have begun by `asOf`, by the given dimensions, over the selected
 * products that the caller may see. An agreement year begins on 1 January: the day of each agreement is not on record.
 * Reads the coarsest sums that tell the dimensions and the filter apart; institutions have none, so theirs are made from
 * the volumes of some rounds or areas.
 * @param wanted the names of the fields to be answered; the measures among them are computed, and no others
 * @throws BadInput for more groups than an answer holds, sums beyond exact numbers, and institutions without a filter
 */
export async function procurementStatistics(
  context: Context,
  groupBy: readonly StatisticsDimension[],
  filter: StatisticsFilter,
  asOf: string,
  wanted: ReadonlySet<string>,
): Promise<{ dataThrough: Date | null; rows: Partial<StatisticsRowType>[] }> {
  const chosen = [...new Set(groupBy)];
  if (chosen.includes('INSTITUTION') && !isNarrow(filter)) throw institutionsNeedFilter();
  const conditions = [
    sql`t.agreement_year <= ${Number(asOf.slice(0, 4))}`,
    selectedProductSeen.visible(context.caller) ?? sql`true`,
    filterSql(filter, context.caller),
  ];
  const query = groupedSums<Group>({
    lines: linesFor([...chosen, ...narrowedBy(filter)]),
    by: chosen.map((each) => dimensions[each]),
    measures: Object.fromEntries(Object.entries(measures).filter(([name]) => wanted.has(name))),
    conditions,
  });
  const groups = fewEnough(await context.snapshot.objects('procurementStatistics', query));
  const latest = groups
    .flatMap(({ dataThrough }) => dataThrough ?? [])
    .toSorted()
    .at(-1);
  const rows = groups.map(({ dataThrough: _none, agreedQuantity, ...group }) => ({
    ...group,
    ...(agreedQuantity !== undefined && { agreedQuantity: exactSum(agreedQuantity) }),
  }));
  return { dataThrough: latest === undefined ? null : new Date(latest), rows };
}

/** Whether a filter names the rounds or the areas, so that not every volume of the country is read. */
const isNarrow = ({ roundCode, areaCode }: StatisticsFilter) =>
  [roundCode, areaCode].some((codes) => (codes?.eq ?? null) !== null || (codes?.in ?? null) !== null);

function filterSql({ synthetic = null, ...filter }: StatisticsFilter, caller: Caller): RawBuilder<unknown> {
  const asked = askedFilterSql(filters, filter, caller);
  return synthetic === null ? asked : sql`(${asked} and t.synthetic = ${synthetic})`;
}

const narrowedBy = (filter: StatisticsFilter) =>
  Object.entries(narrowed).flatMap(([field, dimension]) => (filter[field as FilterField] == null ? [] : [dimension]));

/** The fewest lines that tell all of the dimensions apart, with the column of each. */
function linesFor(asked: readonly StatisticsDimension[]): RawBuilder<unknown> {
  const columns = asked.map((each) => dimensions[each].column);
  for (const source of sources) {
    const ofSelected = source.columns.includes('selected_product_id');
    const reached = ofSelected ? [...source.columns, ...ofSelectedProduct] : source.columns;
    if (!columns.every((column) => reached.includes(column))) continue;
    if (!ofSelected) return source.relation;
    // The planner leaves out the left join where no enterprise is asked for.
    const own = [...source.columns, ...summed].map((column) => sql.ref(`v.${column}`));
    return sql`(select ${sql.join(own)}, s.round_id, s.lot_id, s.product_id, p.holder_id as enterprise_id
      from ${source.relation} v join selected_product s on s.id = v.selected_product_id left join product p on p.id = s.product_id)`;
  }
  throw new Error(`nothing is summed by ${asked.join()}`);
}

/** A sum without some of its parts would be a wrong figure. */
function sumOrNull(measure: 'amount' | 'savings'): RawBuilder<unknown> {
  const column = sql.ref(`t.${measure}`);
  return sql`(case when count(*) = count(${column}) then sum(${column}) end)::text`;
}

const institutionsNeedFilter = () =>
  new BadInput(
    'groupBy: INSTITUTION needs a filter by roundCode or areaCode (eq or in)',
    'groupBy:按 INSTITUTION 分组须以 roundCode 或 areaCode(eq 或 in)筛选',
  );
