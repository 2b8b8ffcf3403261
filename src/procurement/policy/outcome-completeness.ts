import { fact } from '../../kernel/fact.ts';
import { isQuantity, type Quantity } from '../../kernel/quantity.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { type Verdict, verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { priceCut } from './price-cut.ts';

/**
 * An outcome carries both a price and a quantity, and its price is not above the price before.
 * @source source text 0: "price for quantity" is the general policy
 */
export const outcomeCompletenessRule = defineRule({
  id: 'procurement.outcome-completeness',
  title: 'Price and quantity together',
  titleZh: '量价挂钩',
  statement: 'A recorded outcome has both a winning price and an agreed quantity; its price is not above the price before.',
  statementZh: '采购结果须同时有中选价格与约定采购量；价格不得高于原价。',
  source: [source(documents.introduction, '"price for quantity" is the general policy')],
  traces: ['S0-2', 'S0-4', 'S0-6'],
});

/**
 * Checks an outcome an expert records: price in yuan per unit, quantity in whole units, and the price before where
 * known. Rows of past rounds from public sources may lack a figure; they are not recorded through this rule.
 *
 * Refuses with `PRICE_MISSING`, `PRICE_NOT_POSITIVE`, `QUANTITY_MISSING`, `QUANTITY_NOT_POSITIVE`, and
 * `PRICE_ABOVE_PRICE_BEFORE`; all at once.
 * @source source text 0: "price for quantity" is the general policy
 */
export function outcomeCompleteness<Unit extends string>(given: {
  price: UnitPrice<Unit> | null;
  quantity: number | null;
  priceBefore: UnitPrice<Unit> | null;
}): Verdict<{ price: UnitPrice<Unit>; quantity: Quantity }> {
  const { price, quantity, priceBefore } = given;
  const rule = outcomeCompletenessRule.id;
  const refusals: Refusal[] = [];
  if (price === null)
    refusals.push({
      code: 'PRICE_MISSING',
      field: 'price',
      message: 'An outcome needs a price.',
      messageZh: '采购结果缺少价格。',
      rule,
      facts: [],
    });
  else if (price.yuan.isZero())
    refusals.push({
      code: 'PRICE_NOT_POSITIVE',
      field: 'price',
      message: 'The price must be above 0.',
      messageZh: '价格必须大于0。',
      rule,
      facts: [fact('price', price.toString(), 'yuan')],
    });
  if (quantity === null)
    refusals.push({
      code: 'QUANTITY_MISSING',
      field: 'quantity',
      message: 'An outcome needs an agreed quantity.',
      messageZh: '采购结果缺少约定采购量。',
      rule,
      facts: [],
    });
  else if (!isQuantity(quantity))
    refusals.push({
      code: 'QUANTITY_NOT_POSITIVE',
      field: 'quantity',
      message: `${quantity} is not a positive whole number of units.`,
      messageZh: `${quantity}不是正整数。`,
      rule,
      facts: [fact('quantity', quantity)],
    });
  if (price !== null && priceBefore !== null && !priceBefore.yuan.isZero()) {
    const cut = priceCut(priceBefore, price);
    if (!cut.ok) refusals.push(...cut.refusals);
  }
  return verdict(refusals, () => ({ price: price as UnitPrice<Unit>, quantity: quantity as Quantity }));
}
