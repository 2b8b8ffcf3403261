import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { Ratio } from '../../kernel/ratio.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { verdict, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * A talk succeeds at a price that the fund was willing to pay, and that is no higher than before.
 * @source fx361.cc/page/2017/1114/15643014.shtml; source text 0: "so as to make the drug prices lower"
 */
export const finalPriceRule = defineRule({
  id: 'negotiation.final-price',
  title: 'Price of a success',
  titleZh: '谈判成交价格',
  statement:
    'A talk succeeds only at a price that is not above the expected price, and not above the price before where that is on record; equality is enough. Cut = (price before - price) / price before, in percent with 2 decimals, half up.',
  statementZh:
    '谈判成交价不得高于底价；原价有记录的，亦不得高于原价；相等的，即可。降幅＝（原价－成交价）÷原价，百分比保留两位小数，四舍五入。',
  source: [
    source(documents.onSite2017, 'deal if the price both accept is not above the expected price'),
    source(documents.introduction, '"so as to make the drug prices lower"'),
  ],
  traces: ['S0-2', 'RH1', 'E29'],
});

/**
 * Checks the price on which both sides agree.
 *
 * Refuses with `PRICE_ABOVE_EXPECTED`, which does not tell the expected price, and with `PRICE_ABOVE_PRICE_BEFORE`.
 * @source fx361.cc/page/2017/1114/15643014.shtml; source text 0
 */
export function finalPrice<Unit extends string>(given: {
  price: UnitPrice<Unit>;
  expected: UnitPrice<Unit>;
  before: UnitPrice<Unit> | null;
}): Verdict<UnitPrice<Unit>> {
  const { price, expected, before } = given;
  const refusals: Refusal[] = [];
  if (!price.isAtMost(expected))
    refusals.push({
      code: 'PRICE_ABOVE_EXPECTED',
      field: 'price',
      message: `${price} yuan is above the expected price; a talk succeeds at it or below.`,
      messageZh: `${price}元高于底价;成交价不得高于底价。`,
      rule: finalPriceRule.id,
      facts: [fact('price', price.toString(), `yuan/${price.unit}`)],
    });
  if (before && !price.isAtMost(before))
    refusals.push({
      code: 'PRICE_ABOVE_PRICE_BEFORE',
      field: 'price',
      message: `${price} yuan is above the price before of ${before}.`,
      messageZh: `${price}元高于原价${before}元。`,
      rule: finalPriceRule.id,
      facts: [fact('price', price.toString(), `yuan/${price.unit}`), fact('priceBefore', before.toString(), `yuan/${before.unit}`)],
    });
  return verdict(refusals, () => price);
}

/**
 * The cut from the price before, and its derivation.
 * @source source text 0; the rounding is a convention of this system
 */
export function explainCut<Unit extends string>(
  before: UnitPrice<Unit>,
  price: UnitPrice<Unit>,
): { percent: string; explanation: Explanation } {
  const percent = Ratio.of(1).minus(price.toRatio().dividedBy(before.toRatio())).toPercent(2, 'HALF_UP');
  return {
    percent,
    explanation: {
      rule: finalPriceRule.id,
      sentence: `From ${before} to ${price} yuan the price falls by ${percent} %.`,
      sentenceZh: `由${before}元降至${price}元，降幅${percent}%。`,
      source: [...finalPriceRule.source],
      inputs: [fact('priceBefore', before.toString(), `yuan/${before.unit}`), fact('price', price.toString(), `yuan/${price.unit}`)],
      steps: [
        {
          text: '(before - price) / before, half up to 2 decimals',
          textZh: '（原价－成交价）÷原价，四舍五入至两位小数',
          value: percent,
          unit: '%',
        },
      ],
    },
  };
}
