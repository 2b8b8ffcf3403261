import { Money } from '../../kernel/money.ts';
import { quantity } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { Decimal } from '../../kernel/decimal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { documents } from './documents.ts';

/**
 * What an agreement is worth: the quantity promised at its price.
 * @source source text 0: "commitment to purchase quantity"; E01
 */
export const agreedAmountRule = defineRule({
  id: 'supply.agreed-amount',
  title: 'Agreed amount of an agreement',
  titleZh: '协议约定金额',
  statement: 'Agreed amount = agreed quantity × unit price ÷ counting units in a price unit, rounded half up once to the cent.',
  statementZh: '约定金额＝约定采购量×单价÷每计价单位所含计数单位数，一次四舍五入到分。',
  source: [source(documents.introduction, '"commitment to purchase quantity"'), source(documents.ourConvention, 'one rounding')],
  traces: ['S0-4'],
});

/**
 * The agreed amount in yuan.
 * @source source text 0; the rounding is a convention of this system
 */
export function agreedAmount(given: { quantity: number; unitPrice: UnitPrice; units: number }): Money {
  const exact = Ratio.of(quantity(given.quantity)).times(given.unitPrice.toRatio()).dividedBy(Ratio.of(given.units));
  return Money.rounded(new Decimal(exact.toFixed(2, 'HALF_UP')), 'HALF_UP');
}
