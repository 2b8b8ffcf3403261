import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * A selected product is listed on the provincial platform at its winning price, exactly.
 * @source stent supporting measures (2021): "link to the provincial procurement platform at the selected price"
 */
export const listingPriceRule = defineRule({
  id: 'supply.listing-price',
  title: 'Listing price equals winning price',
  titleZh: '按中选价挂网',
  statement: 'The listing price of a selected product equals its winning price to the last digit.',
  statementZh: '中选产品的挂网价格等于中选价格。',
  source: [source(documents.stentSupport, '"link to the provincial procurement platform at the selected price"')],
  traces: ['S1-8', 'E43'],
});

/**
 * Checks a listing price against the winning price, both in yuan per the same unit.
 *
 * Refuses with `LISTING_PRICE_NOT_WINNING_PRICE`, whether above or below.
 * @source stent supporting measures (2021): "link to the provincial procurement platform at the selected price"
 */
export function listingPrice<Unit extends string>(listed: UnitPrice<Unit>, winning: UnitPrice<Unit>): Verdict<UnitPrice<Unit>> {
  if (listed.equals(winning)) return accepted(listed);
  return refused([
    {
      code: 'LISTING_PRICE_NOT_WINNING_PRICE',
      field: 'listingPrice',
      message: `The listing price of ${listed} is not the winning price of ${winning}.`,
      messageZh: `挂网价格${listed}元不等于中选价格${winning}元。`,
      rule: listingPriceRule.id,
      facts: [fact('listed', listed.toString(), 'yuan'), fact('winning', winning.toString(), 'yuan')],
    },
  ]);
}
