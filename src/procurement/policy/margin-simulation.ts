import { fact } from '../../kernel/fact.ts';
import type { Explanation } from '../../kernel/explanation.ts';
import { Money } from '../../kernel/money.ts';
import { count, type Count, countFrom } from '../../kernel/quantity.ts';
import { ratioOf } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { documents } from './documents.ts';

/**
 * Whether a larger volume makes up for a smaller margin: a simulation, it decides nothing.
 * @source source text 0: "increase in sales can fully cover the diluted profits"
 */
export const marginSimulationRule = defineRule({
  id: 'procurement.margin-simulation',
  title: 'Margin simulation',
  titleZh: '以量补价测算',
  statement: 'Old margin x old volume against new margin x new volume; the break-even volume is the smallest that keeps the old total.',
  statementZh: '以原毛利×原销量与新毛利×新销量比较；保本销量为维持原毛利总额的最小销量。',
  source: [source(documents.introduction, '"increase in sales can fully cover the diluted profits"')],
  traces: ['S0-12'],
});

/**
 * One side of the simulation: price and cost in yuan per unit, volume in whole units.
 * @source none: a shape of this system, not a rule
 */
export interface MarginCase<Unit extends string> {
  price: UnitPrice<Unit>;
  cost: UnitPrice<Unit>;
  volume: number;
}

/**
 * Total margins in yuan (2 decimals, half up), their difference, whether the new one covers the old, and the
 * break-even volume (whole units, rounded up; null when the new margin is not positive).
 *
 * Throws `MalformedQuantity` for volumes out of range.
 * @source source text 0: "increase in sales can fully cover the diluted profits"
 */
export function marginSimulation<Unit extends string>(
  before: MarginCase<Unit>,
  after: MarginCase<Unit>,
): { before: Money; after: Money; change: Money; isCovered: boolean; breakEvenVolume: Count | null; explanation: Explanation } {
  const margin = (side: MarginCase<Unit>) => side.price.yuan.minus(side.cost.yuan);
  const exact = (side: MarginCase<Unit>) => margin(side).times(count(side.volume));
  const [old, now] = [exact(before), exact(after)];
  const perUnit = margin(after);
  const needed = perUnit.greaterThan(0)
    ? old.lessThanOrEqualTo(0)
      ? count(0)
      : countFrom(ratioOf(old, perUnit).toInteger('MINIMUM_UP'))
    : null;
  const [oldTotal, newTotal] = [Money.rounded(old, 'HALF_UP'), Money.rounded(now, 'HALF_UP')];
  return {
    before: oldTotal,
    after: newTotal,
    change: newTotal.minus(oldTotal),
    isCovered: now.greaterThanOrEqualTo(old),
    breakEvenVolume: needed,
    explanation: {
      rule: marginSimulationRule.id,
      sentence: `A margin of ${margin(after)} on ${after.volume} units gives ${newTotal}, against ${oldTotal} before.`,
      sentenceZh: `单位毛利${margin(after)}元×${after.volume}单位＝${newTotal}元，原为${oldTotal}元。`,
      source: [...marginSimulationRule.source],
      inputs: [fact('volumeBefore', before.volume), fact('volumeAfter', after.volume)],
      steps: [
        { text: 'old margin x old volume', textZh: '原毛利×原销量', value: oldTotal.toString(), unit: 'yuan' },
        { text: 'new margin x new volume', textZh: '新毛利×新销量', value: newTotal.toString(), unit: 'yuan' },
      ],
    },
  };
}
