import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * The cut is the part of the price before that a winning price saves.
 * @source source text 0: "substantial reduction of drug prices through volume purchasing"
 */
export const priceCutRule = defineRule({
  id: 'procurement.price-cut',
  title: 'Price cut',
  titleZh: '降幅',
  statement:
    'Cut = (price before - winning price) / price before, in percent with 2 decimals, half up. A winning price above the price before is refused; equal prices are a cut of 0 %.',
  statementZh: '降幅＝（原价－中选价）÷原价，百分比保留两位小数，四舍五入。中选价高于原价的，不予接受；相等的，降幅为0%。',
  source: [source(documents.introduction, '"substantial reduction of drug prices through volume purchasing"')],
  traces: ['S0-2', 'S0-5', 'E42'],
});

/**
 * The cut: exact, its text in percent (2 decimals, half up), and its derivation.
 * @source none: a shape of this system, not a rule
 */
export interface PriceCut {
  cut: Ratio;
  percent: string;
  explanation: Explanation;
}

/**
 * The cut from the price before to the winning price, both in yuan per the same unit.
 *
 * Refuses with `PRICE_ABOVE_PRICE_BEFORE`, and with `PRICE_BEFORE_IS_ZERO`.
 * @source source text 0; that an equal price is allowed is a convention of this system
 */
export function priceCut<Unit extends string>(before: UnitPrice<Unit>, winning: UnitPrice<Unit>): Verdict<PriceCut> {
  const inputs = [fact('priceBefore', before.toString(), 'yuan'), fact('winningPrice', winning.toString(), 'yuan')];
  const rule = priceCutRule.id;
  if (before.yuan.isZero()) {
    return refused([
      {
        code: 'PRICE_BEFORE_IS_ZERO',
        field: 'priceBefore',
        message: 'A price before of 0 has no cut.',
        messageZh: '原价为0，无法计算降幅。',
        rule,
        facts: inputs,
      },
    ]);
  }
  if (!winning.isAtMost(before)) {
    return refused([
      {
        code: 'PRICE_ABOVE_PRICE_BEFORE',
        field: 'winningPrice',
        message: `The price of ${winning} is above the price before of ${before}.`,
        messageZh: `中选价${winning}元高于原价${before}元。`,
        rule,
        facts: inputs,
      },
    ]);
  }
  const cut = Ratio.of(1).minus(winning.toRatio().dividedBy(before.toRatio()));
  const percent = cut.toPercent(2, 'HALF_UP');
  return accepted({
    cut,
    percent,
    explanation: {
      rule,
      sentence: `From ${before} to ${winning} the price falls by ${percent} %.`,
      sentenceZh: `由${before}元降至${winning}元，降幅${percent}%。`,
      source: [...priceCutRule.source],
      inputs,
      steps: [
        {
          text: '(before - winning) / before, half up to 2 decimals',
          textZh: '（原价－中选价）÷原价，四舍五入至两位小数',
          value: percent,
          unit: '%',
        },
      ],
    },
  });
}
