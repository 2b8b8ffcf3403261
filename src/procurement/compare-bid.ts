import type { Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { fact } from '../kernel/fact.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Ratio } from '../kernel/ratio.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import { unitPriceField } from './figures.ts';
import type { Lot } from './lot.entity.ts';
import { comparableUnitPrice, comparableUnitPriceRule, type ComparablePrice } from './policy/index.ts';

/** A declared price and what it is for. */
export interface PriceToCompare {
  readonly price: string;
  readonly unitsPerPriceUnit: number;
  readonly product: Pick<Product, 'strength' | 'strengthUnit' | 'code'>;
  readonly lot: Pick<Lot, 'strengthMethod' | 'referenceStrength'>;
  readonly on: LocalDate;
}

/**
 * The price by which a bid is compared, with the factor shown: per unit of the pack, brought to the lot's reference
 * strength by the lot's method. Refuses with `STRENGTH_NOT_ON_RECORD` when the product's strength is needed and unknown.
 */
export function compareBid(given: PriceToCompare): Verdict<{ price: ComparablePrice; explanation: Explanation }> {
  const { lot, product } = given;
  if (lot.strengthMethod !== 'NONE' && product.strength === null) {
    return refused([
      {
        code: 'STRENGTH_NOT_ON_RECORD',
        field: 'productCode',
        message: `The strength of product ${product.code} is not on record; the lot compares by strength.`,
        messageZh: `产品 ${product.code} 的含量无记录,而本竞价单元须按含量折算。`,
        rule: comparableUnitPriceRule.id,
        facts: [fact('product', product.code)],
      },
    ]);
  }
  const compared = comparableUnitPrice({
    price: UnitPrice.of(given.price, 'pack'),
    unitsPerPack: given.unitsPerPriceUnit,
    strengthRatio: lot.strengthMethod === 'NONE' ? '1' : Ratio.parse(product.strength!).dividedBy(Ratio.parse(lot.referenceStrength!)).toText(9, 'HALF_UP'),
    method: lot.strengthMethod,
    on: given.on,
  });
  const representable = unitPriceField('price', compared.price.toString()).length === 0;
  return representable ? accepted(compared) : refused([notComparable(compared.price)]);
}

/** Four decimals hold no price below half a ten-thousandth, and eighteen digits none beyond a hundred trillion. */
function notComparable(price: ComparablePrice): Refusal {
  return {
    code: 'COMPARABLE_PRICE_OUT_OF_RANGE',
    field: 'price',
    message: `The comparable unit price of ${price} is not above 0 with at most 14 digits before the point.`,
    messageZh: `单位可比价 ${price} 须大于 0,且整数部分不超过 14 位。`,
    rule: comparableUnitPriceRule.id,
    facts: [fact('comparableUnitPrice', price.toString(), 'yuan')],
  };
}
