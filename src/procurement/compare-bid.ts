import type { Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { MalformedDecimal, parseDecimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Ratio } from '../kernel/ratio.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
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
  const strengthRatio =
    lot.strengthMethod === 'NONE'
      ? '1'
      : Ratio.parse(product.strength!).dividedBy(Ratio.parse(lot.referenceStrength!)).toText(9, 'HALF_UP');
  if (!isRatioOfStrengths(strengthRatio)) return refused([strengthsTooFarApart(product.code, strengthRatio)]);
  const compared = priceWithinRange(() =>
    comparableUnitPrice({
      price: UnitPrice.of(given.price, 'pack'),
      unitsPerPack: given.unitsPerPriceUnit,
      strengthRatio,
      method: lot.strengthMethod,
      on: given.on,
    }),
  );
  return compared ? accepted(compared) : refused([notComparable(given)]);
}

/** Nine digits on either side of the point: a thousand million times the reference strength is no strength. */
function isRatioOfStrengths(text: string): boolean {
  const parsed = parseDecimal(text, { integerDigits: 9, decimals: 9 });
  return parsed.ok && parsed.value.greaterThan(0);
}

/** Null for a price that its column cannot hold: the caller's figures, each well formed, lead beyond it. */
function priceWithinRange<C extends { price: ComparablePrice }>(compare: () => C): C | null {
  try {
    const compared = compare();
    return compared.price.yuan.isZero() ? null : compared;
  } catch (error) {
    if (error instanceof MalformedDecimal) return null;
    throw error;
  }
}

function strengthsTooFarApart(product: string, ratio: string): Refusal {
  return {
    code: 'STRENGTHS_TOO_FAR_APART',
    field: 'productCode',
    message: `The strength of product ${product} is ${ratio} times the reference strength of the lot; that cannot be compared.`,
    messageZh: `产品 ${product} 的含量为竞价单元基准含量的 ${ratio} 倍,无法折算。`,
    rule: comparableUnitPriceRule.id,
    facts: [fact('product', product), fact('strengthRatio', ratio)],
  };
}

/** Four decimals hold no price below half a ten-thousandth, and eighteen digits none beyond a hundred trillion. */
function notComparable({ price, unitsPerPriceUnit }: PriceToCompare): Refusal {
  return {
    code: 'COMPARABLE_PRICE_OUT_OF_RANGE',
    field: 'price',
    message: `The comparable unit price of ${price} for ${unitsPerPriceUnit} unit(s) is not above 0 with at most 14 digits before the point.`,
    messageZh: `${price} 元(${unitsPerPriceUnit} 个计数单位)的单位可比价须大于 0,且整数部分不超过 14 位。`,
    rule: comparableUnitPriceRule.id,
    facts: [fact('price', price, 'yuan'), fact('unitsPerPriceUnit', unitsPerPriceUnit)],
  };
}
