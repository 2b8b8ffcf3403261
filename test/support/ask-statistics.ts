import type { Caller } from '../../src/platform/access/caller.ts';
import type { StatisticsDimension } from '../../src/statistics/statistics-dimensions.ts';
import type { TestApp } from './app.ts';
import { data, type Answer } from './build-recorder.ts';

interface Coded {
  readonly code: string;
}

/** A group with everything that can be asked of it. */
export interface StatisticsGroup {
  readonly round: Coded | null;
  readonly lot: Coded | null;
  readonly product: Coded | null;
  readonly enterprise: Coded | null;
  readonly province: Coded | null;
  readonly area: Coded | null;
  readonly institution: Coded | null;
  readonly agreementYear: number | null;
  readonly month: string | null;
  readonly containsSynthetic: boolean;
  readonly volumeCount: number;
  readonly agreedQuantity: number;
  readonly agreedAmount: string | null;
  readonly volumesWithoutPrice: number;
  readonly savings: string | null;
  readonly volumesWithoutSavings: number;
}

const document = `query($groupBy: [StatisticsDimension!]!, $filter: StatisticsFilter, $asOf: Date!) {
  procurementStatistics(groupBy: $groupBy, filter: $filter, asOf: $asOf) {
    dataThrough
    rows { round { code } lot { code } product { code } enterprise { code } province { code } area { code } institution { code } agreementYear month
      containsSynthetic volumeCount agreedQuantity agreedAmount volumesWithoutPrice savings volumesWithoutSavings }
  }
}`;

/** By what, of what, on which day (the last one there is, unless given), and who asks. */
export type StatisticsQuestion = readonly [
  groupBy: readonly StatisticsDimension[],
  filter?: object | undefined,
  asOf?: string,
  caller?: Partial<Caller>,
];

export const lastDay = '2100-12-31';

/** Asks, and gives the groups; errors fail the test. */
export async function askStatistics(app: TestApp, ...[groupBy, filter, asOf = lastDay, caller]: StatisticsQuestion) {
  const answer = await data<{ procurementStatistics: { dataThrough: string | null; rows: StatisticsGroup[] } }>(
    app,
    document,
    { groupBy, filter, asOf },
    caller,
  );
  return answer.procurementStatistics;
}

/** Asks what is refused: the codes and the messages of the errors. */
export async function mistakeOf(app: TestApp, ...[groupBy, filter, asOf = lastDay, caller]: StatisticsQuestion): Promise<string[]> {
  const { errors = [] } = (await app.ask(document, { groupBy, filter, asOf }, caller)) as Answer;
  return errors.flatMap(({ message, extensions }) => [String(extensions?.['code']), message]);
}

/** The code of a group by each dimension; undefined where it is none. */
export const codesOf = (group: StatisticsGroup) => ({
  ROUND: group.round?.code,
  LOT: group.lot?.code,
  PRODUCT: group.product?.code,
  ENTERPRISE: group.enterprise?.code,
  PROVINCE: group.province?.code,
  AREA: group.area?.code,
  INSTITUTION: group.institution?.code,
  AGREEMENT_YEAR: group.agreementYear === null ? undefined : String(group.agreementYear),
  MONTH: group.month ?? undefined,
});
