import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { count, countFrom } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { demandReportFloorClauses } from './demand-report-floor.clauses.ts';
import { documents } from './documents.ts';

/**
 * In round 11 an institution reports at least 80 % of its average annual use, or explains why not.
 * @source qwxb.com.cn 2025-08-07; flcube.com/?p=38794
 */
export const demandReportFloorRule = defineRule({
  id: 'procurement.demand-report-floor',
  title: 'Least demand to report',
  titleZh: '报量下限',
  statement:
    'An institution reports at least the percentage in force (80 % in round 11) of its average annual use; an exception needs an explanation.',
  statementZh: '医疗机构报量不低于年均使用量的规定比例（第十一批为80%）；例外须说明。',
  source: [source(documents.round11Demand)],
  clauses: demandReportFloorClauses,
  traces: ['RA1'],
});

/**
 * Checks a report (units) against the average annual use (units, null where unknown) on the day of reporting. The
 * floor is rounded up. Gives the floor, null where none is in force or the use is unknown.
 *
 * Refuses with `DEMAND_BELOW_FLOOR` when it is lower and no explanation is given.
 * @source qwxb.com.cn 2025-08-07; flcube.com/?p=38794
 */
export function demandReportFloor(given: {
  scheme: string;
  on: LocalDate;
  reported: number;
  averageAnnualUse: number | null;
  explanation?: string | null;
}): Verdict<{ floor: number | null }> {
  const reported = count(given.reported);
  const { percent } = demandReportFloorClauses.inForce(given.on, { scheme: given.scheme }).value;
  if (percent === null || given.averageAnnualUse === null) return accepted({ floor: null });
  const floor = countFrom(Ratio.of(count(given.averageAnnualUse)).times(Ratio.percent(percent)).toInteger('MINIMUM_UP'));
  if (reported >= floor || given.explanation?.trim()) return accepted({ floor });
  return refused([
    {
      code: 'DEMAND_BELOW_FLOOR',
      field: 'reported',
      message: `Reported ${reported}, less than ${percent} % of the average annual use (${floor}), and no explanation given.`,
      messageZh: `报量${reported}低于年均使用量的${percent}%（${floor}），且未说明。`,
      rule: demandReportFloorRule.id,
      facts: [fact('reported', reported), fact('floor', floor), fact('averageAnnualUse', given.averageAnnualUse)],
    },
  ]);
}
