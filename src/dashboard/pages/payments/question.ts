import type { DueFilter, PayableListFilter, StatisticsFilter } from '../../../../schema/dashboard/graphql.ts';
import { monthSpan, today } from '../../parts/format.ts';
import type { Chosen } from '../../parts/use-filters.ts';

/** By what the timeline is narrowed, as it stands in the address. */
export const filterNames = ['asOf', 'month', 'area', 'product', 'enterprise', 'institution', 'state', 'after'] as const;
export type PaymentFilter = (typeof filterNames)[number];

/** Which payables are listed: those overdue on the day, those not settled by it. */
export const states = ['overdue', 'open'] as const;

/** The same question for each part of the page; a month is the first day of it. */
export function questionOf(chosen: Chosen<PaymentFilter>) {
  const asOf = chosen.asOf ?? today();
  const of = (code: string | undefined) => code && { eq: code };
  const place = dropEmpty({ areaCode: of(chosen.area), productCode: of(chosen.product), enterpriseCode: of(chosen.enterprise) });
  const whose = dropEmpty({ institutionCode: of(chosen.institution) });
  const month = dropEmpty({ dueOn: chosen.month && monthSpan(chosen.month) });
  const byState: Readonly<Record<string, PayableListFilter>> = {
    overdue: { overdueOn: asOf },
    open: { not: { settledOn: { lte: asOf } } },
  };
  return {
    asOf,
    totals: place satisfies StatisticsFilter,
    allMonths: { ...place, ...whose } satisfies DueFilter,
    late: { ...place, ...month } satisfies DueFilter,
    listed: { ...place, ...whose, ...month, acceptedOn: { lte: asOf }, ...byState[chosen.state ?? ''] } satisfies PayableListFilter,
    file: {
      asOf,
      dueMonth: chosen.month?.slice(0, 7),
      areaCode: chosen.area,
      productCode: chosen.product,
      institutionCode: chosen.institution,
    },
  };
}

/** Leaves out what is not asked. */
function dropEmpty<F extends object>(filter: F): { [K in keyof F]?: Exclude<F[K], '' | undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as never;
}
