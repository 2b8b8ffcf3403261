import type { LocalDate } from '../../kernel/local-date.ts';
import { count } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { smallCellClauses } from './small-cell.clauses.ts';

/**
 * A figure of few contributors is withheld from those who may not see what each of them reported.
 *
 * Told figures are sums over whole blocks of one fixed partition, each judged by itself, once. Then every figure that can
 * be computed from them, a difference of two as well, is again a sum over whole blocks.
 * @source none: our convention
 */
export const smallCellRule = defineRule({
  id: 'procurement.small-cell',
  title: 'Small cells are withheld',
  titleZh: '小单元格不予公布',
  statement:
    'A figure is told to everybody only if at least so many of each kind of contributor stand behind it (3). Figures are published once, by whole blocks of pooling area and lot, so that no difference of two of them tells of fewer.',
  statementZh:
    '每类贡献者均不少于规定数量（3个）的数据方可公布。数据按统筹区和竞价单元整块、一次性公布，任何两项之差均不会涉及更少的贡献者。',
  source: [source(documents.ourConvention, 'small cells')],
  clauses: smallCellClauses,
  traces: [],
});

/**
 * Judges one block by how many stand behind it, by their kind: null for a kind that has no part in the figure. Gives
 * whether the figure may be told, and the least number of each kind on that day.
 * @source none: our convention
 */
export function smallCell(given: { on: LocalDate; contributors: Readonly<Record<string, number | null>> }): {
  isTold: boolean;
  minimum: number;
} {
  const { minimum } = smallCellClauses.inForce(given.on).value;
  const isTold = Object.values(given.contributors).every((each) => each === null || count(each) >= minimum);
  return { isTold, minimum };
}
