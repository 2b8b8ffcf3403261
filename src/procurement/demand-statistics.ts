import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../platform/graphql/context.ts';
import { Forbidden } from '../platform/graphql/errors.ts';
import { askedFilterSql, codeFilter, columnFilter, type Filter } from '../platform/read/filter.ts';
import { demandDimensions, type DemandDimension } from './demand-statistics-dimensions.ts';
import type { DemandStatisticsFilter, DemandStatisticsRowType } from './demand-statistics.type.ts';
import { exactSum, fewEnough, groupedSums, type Grouping } from '../platform/read/grouped-sums.ts';
import { demandReportSeen } from './rights.ts';

const groupings: Readonly<Record<DemandDimension, Grouping & { readonly as: keyof DemandStatisticsRowType }>> = {
  ROUND: { column: 'round_id', as: 'roundId', table: 'round' },
  LOT: { column: 'lot_id', as: 'lotId', table: 'lot' },
  PRODUCT: { column: 'product_id', as: 'productId', table: 'product' },
  ENTERPRISE: { column: 'enterprise_id', as: 'enterpriseId', table: 'enterprise' },
  AREA: { column: 'area_code', as: 'areaCode' },
};

/** What a source of figures can be grouped and filtered by, and how it is summed. */
interface DemandSource {
  readonly lines: RawBuilder<unknown>;
  readonly dimensions: readonly DemandDimension[];
  readonly filters: Filter;
  readonly measures: Readonly<Record<string, RawBuilder<unknown>>>;
}

const blockFilters: Filter = {
  roundCode: codeFilter('round_id', 'round'),
  lotCode: codeFilter('lot_id', 'lot'),
  areaCode: columnFilter('area_code', 'text'),
};

/** The reports themselves, of rounds that still take reports too. */
const reports: DemandSource = {
  lines: sql`(select d.area_code, d.lot_id, l.round_id, d.product_id, p.holder_id as enterprise_id, d.institution_id,
      d.confidence = 'SYNTHETIC' as synthetic, d.quantity
    from demand_report d join lot l on l.id = d.lot_id left join product p on p.id = d.product_id)`,
  dimensions: demandDimensions,
  filters: { ...blockFilters, productCode: codeFilter('product_id', 'product'), enterpriseCode: codeFilter('enterprise_id', 'enterprise') },
  measures: {
    containsSynthetic: sql`bool_or(t.synthetic)`,
    reportedQuantity: sql`sum(t.quantity)::text`,
    institutionCount: sql`count(distinct (t.lot_id, t.institution_id, t.synthetic))::int`,
    isComplete: sql`true`,
  },
};

/** What was published: whole blocks, which no dimension and no filter here can cut. */
const published: DemandSource = {
  lines: sql`(select p.area_code, p.lot_id, l.round_id, p.synthetic, p.quantity, p.institutions from published_demand p join lot l on l.id = p.lot_id)`,
  dimensions: ['ROUND', 'LOT', 'AREA'],
  filters: blockFilters,
  measures: {
    containsSynthetic: sql`bool_or(t.synthetic)`,
    reportedQuantity: sql`sum(t.quantity)::text`,
    institutionCount: sql`sum(t.institutions)::int`,
    isComplete: sql`bool_and(t.quantity is not null)`,
  },
};

type Group = Omit<DemandStatisticsRowType, 'reportedQuantity'> & { reportedQuantity: string | null };

/**
 * Sums reported demand by the given dimensions. Who sees every report gets figures of the reports; everybody else gets
 * what was published when reporting ended, in which no figure tells of fewer than the rule allows.
 * @throws Forbidden for products and enterprises asked by others than those who see the reports; BadInput for too many
 * groups and sums beyond exact numbers
 */
export async function demandStatistics(
  context: Context,
  groupBy: readonly DemandDimension[],
  { synthetic = null, ...filter }: DemandStatisticsFilter,
): Promise<{ rows: Partial<DemandStatisticsRowType>[] }> {
  const source = demandReportSeen.visible(context.caller) === null ? reports : published;
  const chosen = [...new Set(groupBy)];
  const asked = Object.entries(filter).flatMap(([name, value]) => (value == null ? [] : [name]));
  if (!chosen.every((each) => source.dimensions.includes(each)) || !asked.every((name) => name in source.filters)) {
    throw new Forbidden(['EXPERT', 'APPROVER', 'AUDITOR']);
  }
  const conditions = [
    askedFilterSql(source.filters, filter, context.caller),
    synthetic === null ? sql`true` : sql`t.synthetic = ${synthetic}`,
  ];
  const by = chosen.map((each) => groupings[each]);
  const query = groupedSums<Group>({ lines: source.lines, by, measures: source.measures, conditions });
  const groups = fewEnough(await context.snapshot.objects('demandStatistics', query));
  return {
    rows: groups.map((group) => ({
      ...group,
      reportedQuantity: group.reportedQuantity === null ? null : exactSum(group.reportedQuantity),
    })),
  };
}
