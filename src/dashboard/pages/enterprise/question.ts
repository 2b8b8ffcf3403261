import type { AgreementListFilter, StatisticsDimension, StatisticsFilter } from '../../../../schema/dashboard/graphql.ts';
import { today } from '../../parts/format.ts';
import type { Chosen } from '../../parts/use-filters.ts';

/** By what the agreements are narrowed and summed, as it stands in the address. */
export const filterNames = ['asOf', 'year', 'area', 'product', 'enterprise', 'by', 'after'] as const;
export type AgreementFilter = (typeof filterNames)[number];

/** By what agreements are summed; the first unless another is chosen. */
export const groups = ['product', 'area', 'institution'] as const;
export type Group = (typeof groups)[number];

const dimensions: Readonly<Record<Group, readonly StatisticsDimension[]>> = {
  product: ['PRODUCT', 'ROUND'],
  area: ['AREA'],
  institution: ['INSTITUTION', 'AREA'],
};

/** The same question for the sums and for the list. */
export function questionOf(chosen: Chosen<AgreementFilter>) {
  const by = groups.find((each) => each === chosen.by) ?? 'product';
  const filter = {
    ...(chosen.year && { agreementYear: { eq: Number(chosen.year) } }),
    ...(chosen.area && { areaCode: { eq: chosen.area } }),
    ...(chosen.product && { productCode: { eq: chosen.product } }),
    ...(chosen.enterprise && { enterpriseCode: { eq: chosen.enterprise } }),
  } satisfies StatisticsFilter & AgreementListFilter;
  return {
    asOf: chosen.asOf ?? today(),
    by,
    dimensions: dimensions[by],
    filter,
    file: { areaCode: chosen.area, productCode: chosen.product },
  };
}
