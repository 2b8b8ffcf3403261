import { Money } from '../../kernel/money.ts';
import { count, type Count } from '../../kernel/quantity.ts';
import { Ratio, timesRatio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { documents } from './documents.ts';

/**
 * Each accepted delivery makes one payable: what was accepted of it, at the agreement's price.
 * @source the stent Opinions of 2021 (source text 1)
 */
export const payableAmountRule = defineRule({
  id: 'payment.payable-amount',
  title: 'Amount of a payable',
  titleZh: '应付货款金额',
  statement:
    'Payable = accepted quantity x unit price / counting units of one price unit, half up to the cent, once for each accepted delivery; nothing accepted, nothing payable. A return of accepted goods lowers it to what the goods that stay are worth, counted in the same way.',
  statementZh:
    '应付货款=验收合格数量×单价÷每计价单位所含计数单位数,逐次到货四舍五入到分一次;无验收合格数量的不产生应付货款。退货后应付货款为留存数量按同一方法计算的金额。',
  source: [source(documents.stentSupport, 'settlement after the delivery acceptance'), source(documents.ourConvention, 'rounded once')],
  traces: ['S1-13'],
});

/**
 * What accepted goods cost, half up to the cent (yuan).
 * @param price of one price unit, which holds `unitsPerPriceUnit` counting units (at least 1)
 * @source the stent Opinions of 2021 (source text 1)
 */
export function payableAmount(given: { accepted: number; price: UnitPrice; unitsPerPriceUnit: number }): Money {
  const priceUnits = Ratio.of(count(given.accepted), given.unitsPerPriceUnit);
  return Money.rounded(timesRatio(given.price.yuan, priceUnits, 2, 'HALF_UP'), 'HALF_UP');
}

/**
 * By how much a return lowers a payable: what the goods were worth that were there before, less what those are worth that
 * stay. So a payable never keeps a cent of a delivery that went back whole, in however many parts.
 * @source none: convention of this system
 */
export function returnedAmount(given: { kept: Count; returned: Count; price: UnitPrice; unitsPerPriceUnit: number }): Money {
  const { kept, returned, price, unitsPerPriceUnit } = given;
  const before = payableAmount({ accepted: kept, price, unitsPerPriceUnit });
  return before.minus(payableAmount({ accepted: count(kept - returned), price, unitsPerPriceUnit }));
}
