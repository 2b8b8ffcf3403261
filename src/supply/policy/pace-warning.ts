import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { paceWarningClauses } from './pace-warning.clauses.ts';

/**
 * Who buys too slowly to reach the agreed quantity is warned while it can still be reached.
 * @source task file of a hospital in a public repository
 */
export const paceWarningRule = defineRule({
  id: 'supply.pace-warning',
  title: 'Completion behind time',
  titleZh: '采购进度滞后预警',
  statement: 'A completion below a share of the time progress is behind; equality is not.',
  statementZh: '完成进度低于时间进度的规定比例即为滞后，等于时不算滞后。',
  source: [source(documents.hospitalPractice, 'warning below 80 % of time progress')],
  clauses: paceWarningClauses,
  traces: ['RJ2'],
});

/**
 * Whether a completion is behind the time progress on a day.
 * @source task file of a hospital in a public repository
 */
export function isBehind(given: { on: LocalDate; completion: Ratio; time: Ratio }): boolean {
  const { percent } = paceWarningClauses.inForce(given.on).value;
  return given.completion.compare(given.time.times(Ratio.of(percent, 100))) < 0;
}
