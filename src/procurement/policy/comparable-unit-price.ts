import { Decimal, decimal } from '../../kernel/decimal.ts';
import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { quantity } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { type Source, source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import type { ComparablePrice } from './comparable-price.ts';
import { comparableUnitPriceClauses } from './comparable-unit-price.clauses.ts';
import { documents } from './documents.ts';

/**
 * Prices of different packs and strengths are compared per unit of the reference strength.
 * @source 发改价格〔2011〕2452号 药品差比价规则, from memory
 */
export const comparableUnitPriceRule = defineRule({
  id: 'procurement.comparable-unit-price',
  title: 'Comparable unit price',
  titleZh: '单位可比价',
  statement:
    'Pack price / units in the pack / strength factor, half up once to 4 decimals. The strength factor is the ratio of strengths, or 1.7 per doubling of strength where price ratio rules apply.',
  statementZh: '单位可比价＝包装价÷包装数量÷含量系数，四舍五入至四位小数。含量系数为含量之比；适用差比价规则的，含量每增加一倍为1.7。',
  source: [source(documents.priceRatioRules, 'from memory'), source(documents.round7Rules, 'unit comparable price')],
  clauses: comparableUnitPriceClauses,
  traces: ['RB3', 'E21'],
});

/**
 * How strength enters: not at all, in proportion, or by the price ratio rules (1.7 per doubling).
 * @source 发改价格〔2011〕2452号 药品差比价规则, from memory
 */
export type StrengthMethod = 'NONE' | 'LINEAR' | 'PRICE_RATIO';

/**
 * A pack: price in yuan, whole units in it, and how many times the reference strength a unit is, as a decimal
 * text above zero (`1` for the reference itself).
 * @source none: a shape of this system, not a rule
 */
export interface PackedPrice {
  price: UnitPrice<'pack'>;
  unitsPerPack: number;
  strengthRatio: string;
  method: StrengthMethod;
  on: LocalDate;
}

/**
 * The price per comparable unit (yuan, 4 decimals, half up once), the strength factor as text (6 decimals where it
 * is not exact), and the derivation that shows it.
 *
 * Throws `MalformedQuantity`, `MalformedDecimal`, `RangeError` for a strength ratio of zero, and `RuleGap` before the
 * price ratio rules.
 * @source 发改价格〔2011〕2452号 药品差比价规则, from memory
 */
export function comparableUnitPrice(given: PackedPrice): { price: ComparablePrice; factor: string; explanation: Explanation } {
  const units = quantity(given.unitsPerPack);
  const strength = decimal(given.strengthRatio, { integerDigits: 9, decimals: 9 });
  if (strength.lessThanOrEqualTo(0)) throw new RangeError('a strength ratio is above zero');
  const { factor, applied, text } = strengthFactor(given, strength);
  const shown = factor.toDecimalPlaces(6).toFixed();
  const price = given.price.per('comparable unit', units, factor);
  return {
    price,
    factor: shown,
    explanation: {
      rule: comparableUnitPriceRule.id,
      sentence: `${given.price} / ${units} units / strength factor ${shown} = ${price} per comparable unit.`,
      sentenceZh: `${given.price}元÷${units}÷含量系数${shown}＝单位可比价${price}元。`,
      source: applied,
      inputs: [
        fact('packPrice', given.price.toString(), 'yuan'),
        fact('unitsPerPack', units),
        fact('strengthRatio', given.strengthRatio),
        fact('method', given.method),
      ],
      steps: [
        { text: `strength factor: ${text}`, textZh: `含量系数：${text}`, value: shown, unit: null },
        {
          text: 'pack price / units / factor, half up to 4 decimals',
          textZh: '包装价÷数量÷系数，四舍五入至四位小数',
          value: price.toString(),
          unit: 'yuan',
        },
      ],
    },
  };
}

function strengthFactor(given: PackedPrice, strength: Decimal): { factor: Decimal; applied: Source[]; text: string } {
  if (given.method === 'NONE') return { factor: new Decimal(1), applied: [source(documents.ourConvention, 'strength ignored')], text: '1' };
  if (given.method === 'LINEAR')
    return { factor: strength, applied: [source(documents.ourConvention, 'in proportion to strength')], text: given.strengthRatio };
  const clause = comparableUnitPriceClauses.inForce(given.on);
  const perDoubling = clause.value.factorPerDoubling;
  return {
    factor: new Decimal(perDoubling).pow(Decimal.log2(strength)),
    applied: [clause.source],
    text: `${perDoubling}^log2(${given.strengthRatio})`,
  };
}
