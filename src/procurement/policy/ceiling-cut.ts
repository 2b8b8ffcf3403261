import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { ceilingCutClauses } from './ceiling-cut.clauses.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * A bid that cuts the ceiling price by half or more is eligible whatever the others bid (rounds 2 to 9).
 * @source flcube.com/?p=30512 (seventh round)
 */
export const ceilingCutRule = defineRule({
  id: 'procurement.ceiling-cut',
  title: 'Cut against the ceiling',
  titleZh: '较最高有效申报价降幅',
  statement: 'A shortlisted bid is eligible when its cut against the ceiling price is at least the percentage in force (50 %).',
  statementZh: '入围报价较最高有效申报价的降幅不低于规定比例（50%）的，具备拟中选资格。',
  source: [source(documents.round7Rules), source(documents.round10Rules, 'removed')],
  clauses: ceilingCutClauses,
  traces: ['RB3', 'E21', 'E24'],
});

/**
 * Judges the exact cut of one bid against the ceiling, both in yuan per the same unit, by the percentage in force on the opening day; equality is
 * allowed. The cut is shown with 2 decimals, half up.
 *
 * Not judged (null) when price or ceiling is not on record or the ceiling is zero.
 * @source flcube.com/?p=30512 (seventh round)
 */
export function ceilingCut<Unit extends string>(
  on: LocalDate,
  scheme: string,
  offered: UnitPrice<Unit> | null,
  ceiling: UnitPrice<Unit> | null,
): Judgement {
  const clause = ceilingCutClauses.inForce(on, { scheme });
  const { percent } = clause.value;
  if (offered === null || ceiling === null || ceiling.yuan.isZero()) {
    return judgement(
      ceilingCutRule,
      null,
      'The price of the bid or the ceiling is not on record.',
      '申报价或最高有效申报价无记录。',
      [],
      clause.source,
    );
  }
  const cut = Ratio.of(1).minus(offered.toRatio().dividedBy(ceiling.toRatio()));
  const shown = cut.toPercent(2, 'HALF_UP');
  const inputs = [
    fact('offered', offered.toString(), 'yuan'),
    fact('ceiling', ceiling.toString(), 'yuan'),
    fact('cut', shown, '%'),
    fact('needed', percent, '%'),
  ];
  return cut.isAtLeast(Ratio.percent(percent))
    ? judgement(
        ceilingCutRule,
        true,
        `The cut of ${shown} % against the ceiling is at least ${percent} %.`,
        `较最高有效申报价降幅${shown}%，不低于${percent}%。`,
        inputs,
        clause.source,
      )
    : judgement(
        ceilingCutRule,
        false,
        `The cut of ${shown} % against the ceiling is less than ${percent} %.`,
        `较最高有效申报价降幅${shown}%，低于${percent}%。`,
        inputs,
        clause.source,
      );
}
