import { sql, type RawBuilder } from 'kysely';
import { agreedVolumeLines, agreedVolumeRollups, summedOfAgreedVolumes } from '../procurement/index.ts';
import { performanceFacts, performanceLines, performedSums, type Reach } from './performance-lines.ts';
import type { StatisticsDimension } from './statistics-dimensions.ts';

/** Lines to be summed, and the columns that they have. */
export interface Lines {
  readonly relation: RawBuilder<unknown>;
  readonly columns: readonly string[];
}

/** The column of each dimension. */
export const columnOf: Readonly<Record<StatisticsDimension, string>> = {
  ROUND: 'round_id',
  LOT: 'lot_id',
  PRODUCT: 'product_id',
  ENTERPRISE: 'enterprise_id',
  PROVINCE: 'province_code',
  AREA: 'area_code',
  INSTITUTION: 'institution_id',
  AGREEMENT_YEAR: 'agreement_year',
  MONTH: 'month',
};

/** What a selected product is of. */
const ofSelectedProduct = ['round_id', 'lot_id', 'product_id', 'enterprise_id'];

/** Lines of selected products with what these are of. The planner leaves out the left join where no enterprise is asked for. */
function withProducts({ relation, columns }: Lines): Lines {
  const own = columns.map((column) => sql.ref(`v.${column}`));
  return {
    columns: [...columns, ...ofSelectedProduct],
    relation: sql`(select ${sql.join(own)}, s.round_id, s.lot_id, s.product_id, p.holder_id as enterprise_id
      from ${relation} v join selected_product s on s.id = v.selected_product_id left join product p on p.id = s.product_id)`,
  };
}

/** Agreed volumes, from the fewest rows to the most: the first that has every column asked for is read. */
const agreed: readonly Lines[] = [
  ...agreedVolumeRollups.map(({ table, by }) => ({ relation: sql.table(table), columns: by })).toReversed(),
  {
    relation: sql`(${sql.raw(agreedVolumeLines)})`,
    columns: ['area_code', 'selected_product_id', 'institution_id', 'agreement_year', 'synthetic'],
  },
].map(({ relation, columns }) => {
  const lines = { relation, columns: [...columns, ...summedOfAgreedVolumes] };
  return columns.includes('selected_product_id') ? withProducts(lines) : lines;
});

/** The dimensions that lines must tell apart for others to be told: a province is read off the pooling area. */
export const toldApartBy = (dimension: StatisticsDimension): StatisticsDimension => (dimension === 'PROVINCE' ? 'AREA' : dimension);

/** Lines with the province of their pooling area; one without an area above it is its own. */
export const withProvinces = (lines: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select l.*, coalesce(a.parent_code, l.area_code) as province_code from ${lines} l join area a on a.code = l.area_code)`;

/** The fewest lines of agreed volumes that tell all of the dimensions apart; a month tells nothing of them. */
export function agreedLines(needed: readonly StatisticsDimension[]): Lines {
  const columns = needed.filter((each) => each !== 'MONTH').map((each) => columnOf[each]);
  const found = agreed.find((lines) => columns.every((column) => lines.columns.includes(column)));
  if (!found) throw new Error(`nothing is summed by ${columns.join()}`);
  return found;
}

/** What became of agreed volumes, told apart likewise. */
export function performed(needed: readonly StatisticsDimension[], reach: Reach): Lines {
  const single = needed.includes('INSTITUTION');
  const place = ['area_code', 'selected_product_id', ...(single ? ['institution_id'] : []), 'agreement_year', 'month', 'synthetic'];
  const relation = single ? performanceFacts(reach) : performanceLines(reach);
  return withProducts({ relation: sql`(${relation})`, columns: [...place, ...performedSums, 'last_recorded_at'] });
}

/** What the fund has prepaid institutions by a day: of no product and no round. */
export function prepaidLines(asOf: string): Lines {
  return {
    columns: ['area_code', 'institution_id', 'agreement_year', 'month', 'synthetic', 'prepaid_amount', 'last_recorded_at'],
    relation: sql`(select p.area_code, p.institution_id, p.agreement_year, date_trunc('month', m.occurred_on)::date as month,
        m.confidence = 'SYNTHETIC' as synthetic, m.amount::numeric as prepaid_amount, m.recorded_at as last_recorded_at
      from prepayment_movement m join prepayment p on p.area_code = m.area_code and p.id = m.prepayment_id
      where m.kind in ('PREPAID', 'TOP_UP') and m.occurred_on <= ${asOf}::date)`,
  };
}

/** The columns of lines of any kind, with the type of their nulls. */
const typed: Readonly<Record<string, string>> = {
  round_id: 'uuid',
  lot_id: 'uuid',
  product_id: 'uuid',
  enterprise_id: 'uuid',
  institution_id: 'uuid',
  area_code: 'text',
  agreement_year: 'smallint',
  month: 'date',
  synthetic: 'boolean',
  quantity: 'numeric',
  amount: 'numeric',
  savings: 'numeric',
  volumes: 'bigint',
  ...Object.fromEntries(performedSums.map((each) => [each, 'numeric'])),
  prepaid_amount: 'numeric',
  last_recorded_at: 'timestamptz',
};

/** Lines of several kinds as one relation; what a kind does not have is null. */
export function unionOf(parts: readonly Lines[]): RawBuilder<unknown> {
  const selects = parts.map(({ relation, columns }) => {
    const all = Object.entries(typed).map(([name, type]) =>
      columns.includes(name)
        ? sql`${sql.ref(`l.${name}`)}::${sql.raw(type)} as ${sql.ref(name)}`
        : sql`null::${sql.raw(type)} as ${sql.ref(name)}`,
    );
    return sql`select ${sql.join(all)} from ${relation} l`;
  });
  return sql`(${sql.join(selects, sql` union all `)})`;
}
