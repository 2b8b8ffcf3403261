import { sql, type RawBuilder } from 'kysely';
import { localDate, today } from '../kernel/local-date.ts';
import type { Caller } from '../platform/access/caller.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { askedFilterSql, codeFilter, columnFilter, type Filter } from '../platform/read/filter.ts';
import { exactSum, fewEnough, groupedSums } from '../platform/read/grouped-sums.ts';
import { selectedProductSeen } from '../procurement/index.ts';
import { fundRatiosOn, type InsuranceScheme } from '../standard/index.ts';
import { agreedLines, columnOf, performed, prepaidLines, toldApartBy, unionOf, withProvinces } from './lines.ts';
import { performanceScope, type PerformanceScope } from './rights.ts';
import type { StatisticsDimension } from './statistics-dimensions.ts';
import type { StatisticsFilter, StatisticsRowType } from './statistics.type.ts';

/** The field that carries the key of each dimension, and the table whose code puts its groups in order. */
const shown: Readonly<Record<StatisticsDimension, { as: keyof StatisticsRowType; table?: string; isDate?: boolean }>> = {
  ROUND: { as: 'roundId', table: 'round' },
  LOT: { as: 'lotId', table: 'lot' },
  PRODUCT: { as: 'productId', table: 'product' },
  ENTERPRISE: { as: 'enterpriseId', table: 'enterprise' },
  PROVINCE: { as: 'provinceCode' },
  AREA: { as: 'areaCode' },
  INSTITUTION: { as: 'institutionId', table: 'institution' },
  AGREEMENT_YEAR: { as: 'agreementYear' },
  MONTH: { as: 'month', isDate: true },
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
    const [column, { table }] = [columnOf[dimension], shown[dimension]];
    return [field, table ? codeFilter(column, table) : columnFilter(column, dimension === 'AREA' ? 'text' : 'integer')];
  }),
);

const total = (measure: string) => sql`coalesce(sum(${sql.ref(`t.${measure}`)}), 0)::text`;
const yuan = (measure: string) => sql`coalesce(sum(${sql.ref(`t.${measure}`)}), 0)::numeric(38,2)::text`;

/** The measures of agreed volumes, by their field. Sums are texts: they may have more digits than a number holds. */
const agreedMeasures = {
  containsSynthetic: sql`bool_or(t.synthetic)`,
  volumeCount: sql`coalesce(sum(t.volumes), 0)::int`,
  agreedQuantity: sql`coalesce(sum(t.quantity), 0)::text`,
  agreedAmount: sumOrNull('amount'),
  volumesWithoutPrice: sql`coalesce(sum(t.volumes) filter (where t.amount is null), 0)::int`,
  savings: sumOrNull('savings'),
  volumesWithoutSavings: sql`coalesce(sum(t.volumes) filter (where t.savings is null), 0)::int`,
  dataThrough: sql`to_char(max(t.last_recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
} satisfies Measures;

/** What lower prices save whom, over lines with the ratio that the fund pays; a sum without some of its parts would be wrong. */
const savingsByPayer = {
  fundSavings: sql`(case when ${allSplit()} then ${fundPart()} end)::text`,
  patientSavings: sql`(case when ${allSplit()} then sum(t.savings) - ${fundPart()} end)::text`,
} satisfies Measures;

/** The measures of what became of them. */
const performanceMeasures = {
  orderedQuantity: total('ordered_quantity'),
  deliveredQuantity: total('delivered_quantity'),
  acceptedQuantity: total('accepted_quantity'),
  // In whole numbers, since a division of numeric would round once more before.
  completionRatio: sql`(div(coalesce(sum(t.accepted_quantity), 0) * 20000 + sum(t.quantity), 2 * nullif(sum(t.quantity), 0)) * 0.0001)::numeric(38,4)::text`,
  acceptedAmount: yuan('accepted_amount'),
  paidAmount: yuan('paid_amount'),
  overdueAmount: yuan('overdue_amount'),
} satisfies Measures;

type Measures = Partial<Record<keyof StatisticsRowType | 'dataThrough', RawBuilder<unknown>>>;

/** A group as the database sums it: its dimensions, and of the measures those that are asked for. */
type Group = Partial<Omit<StatisticsRowType, Counted> & Record<Counted | 'dataThrough', string>>;

/** The sums that are whole numbers in an answer. */
type Counted = 'agreedQuantity' | 'orderedQuantity' | 'deliveredQuantity' | 'acceptedQuantity';

interface Statistics {
  readonly scope: PerformanceScope['kind'] | null;
  readonly dataThrough: Date | null;
  readonly rows: Partial<StatisticsRowType>[];
}

/**
 * Sums the agreed volumes of the agreement years that have begun by `asOf`, and what became of them by that day, by the
 * given dimensions, over the selected products that the caller may see. An agreement year begins on 1 January: the day of
 * each agreement is not on record. Reads the coarsest sums that tell the dimensions and the filter apart; institutions
 * have none, so theirs are made from the facts of some rounds or areas.
 *
 * Orders, deliveries and payments are not everybody's: an answer that has any of their measures is about what the caller
 * may see of them, agreed volumes included, so that its ratios are of one whole. To whoever sees none they are null.
 * What is saved is split between fund and patients by the ratios of a scheme on `asOf`, as if all of it were bought under it:
 * what is bought under which scheme is not on record.
 * @param wanted the names of the fields to be answered; the measures among them are computed, and no others
 * @throws BadInput for more groups than an answer holds, sums beyond exact numbers, and institutions without a filter
 */
export async function procurementStatistics(
  context: Context,
  groupBy: readonly StatisticsDimension[],
  filter: StatisticsFilter,
  asOf: string,
  scheme: InsuranceScheme | null,
  wanted: ReadonlySet<string>,
): Promise<Statistics> {
  const chosen = [...new Set(groupBy)];
  const asked = (measures: Measures) => Object.fromEntries(Object.entries(measures).filter(([name]) => wanted.has(name)));
  const isOfPerformance = chosen.includes('MONTH') || wanted.has('prepaidAmount') || Object.keys(asked(performanceMeasures)).length > 0;
  const scope = isOfPerformance ? performanceScope(context.caller) : null;
  const told = scope === null || scope.kind === 'NONE' ? null : scope;
  const byPayer = scheme === null ? {} : asked(savingsByPayer);
  const withRatios = Object.keys(byPayer).length > 0;
  const needed = [
    ...new Set([...chosen.map(toldApartBy), ...narrowedBy(filter), ...(told?.by ?? []), ...(withRatios ? (['AREA'] as const) : [])]),
  ];
  if (chosen.includes('INSTITUTION') && !isNarrow(filter)) throw institutionsNeedFilter();
  const withPrepaid = told !== null && wanted.has('prepaidAmount') && told.kind !== 'OWN_PRODUCTS' && !needed.some(isOfProduct);
  const seen = selectedProductSeen.visible(context.caller) ?? sql`true`;
  const reach = { asOf: localDate(asOf), today: today(context.clock) };
  const parts = [agreedLines(needed), ...(told ? [performed(needed, reach)] : []), ...(withPrepaid ? [prepaidLines(asOf)] : [])];
  const toldApart = told || chosen.includes('MONTH') ? unionOf(parts) : parts[0]!.relation;
  const lines = chosen.includes('PROVINCE') ? withProvinces(toldApart) : toldApart;
  const query = groupedSums<Group>({
    lines:
      withRatios && scheme !== null
        ? sql`(select l.*, r.ratio_percent from ${lines} l left join ${fundRatiosOn(scheme, localDate(asOf))} r on r.area_code = l.area_code)`
        : lines,
    by: chosen.map((each) => ({ column: columnOf[each], ...shown[each] })),
    measures: {
      ...asked(agreedMeasures),
      ...byPayer,
      ...(told ? asked(performanceMeasures) : {}),
      ...(withPrepaid ? asked({ prepaidAmount: yuan('prepaid_amount') }) : {}),
    },
    conditions: [
      sql`t.agreement_year <= ${Number(asOf.slice(0, 4))}`,
      withPrepaid ? sql`(${seen} or t.prepaid_amount is not null)` : seen,
      filterSql(filter, context.caller),
      ...(told?.where ? [told.where(context.caller)] : []),
    ],
  });
  const groups = fewEnough(await context.snapshot.objects('procurementStatistics', query));
  return { scope: scope?.kind ?? null, dataThrough: latestOf(groups), rows: groups.map(rowOf) };
}

const latestOf = (groups: readonly Group[]): Date | null => {
  const latest = groups
    .flatMap(({ dataThrough }) => dataThrough ?? [])
    .toSorted()
    .at(-1);
  return latest === undefined ? null : new Date(latest);
};

function rowOf({ dataThrough: _none, agreedQuantity, orderedQuantity, deliveredQuantity, acceptedQuantity, ...group }: Group) {
  const sums = { agreedQuantity, orderedQuantity, deliveredQuantity, acceptedQuantity };
  const exact = Object.entries(sums).flatMap(([name, sum]) => (sum === undefined ? [] : [[name, exactSum(sum)] as const]));
  return { ...group, ...(Object.fromEntries(exact) as Partial<Record<Counted, number>>) };
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

const isOfProduct = (dimension: StatisticsDimension) => ['ROUND', 'LOT', 'PRODUCT', 'ENTERPRISE'].includes(dimension);

/** Exact products, summed, and rounded half up once: the same whatever the lines that are read. */
function fundPart(): RawBuilder<unknown> {
  return sql`round(sum(t.savings * t.ratio_percent) * 0.01, 2)`;
}

function allSplit(): RawBuilder<unknown> {
  return sql`count(t.volumes) = count(t.savings * t.ratio_percent)`;
}

/** A sum without some of its parts would be a wrong figure. */
function sumOrNull(measure: 'amount' | 'savings'): RawBuilder<unknown> {
  const column = sql.ref(`t.${measure}`);
  return sql`(case when count(t.volumes) = count(${column}) then sum(${column}) end)::text`;
}

const institutionsNeedFilter = () =>
  new BadInput(
    'groupBy: INSTITUTION needs a filter by roundCode or areaCode (eq or in)',
    'groupBy:按 INSTITUTION 分组须以 roundCode 或 areaCode(eq 或 in)筛选',
  );
