import { parseDecimal } from '../kernel/decimal.ts';
import { count } from '../kernel/quantity.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { maybe } from '../platform/graphql/describe.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { derived, type ReadField } from '../platform/graphql/reads.ts';
import { DecimalScalar } from '../platform/graphql/scalars.ts';
import type { Lot } from './lot.entity.ts';
import { priceCut, savings } from './policy/index.ts';
import { PriceCutType, SavingsType } from './savings.type.ts';
import type { SelectedProduct } from './selected-product.entity.ts';

type Prices = Pick<SelectedProduct, 'priceBefore' | 'winningPrice' | 'priceUnit'>;
const prices = { priceBefore: 'priceBefore', winningPrice: 'winningPrice', priceUnit: 'priceUnit' } as const;

/** What the price of a selected product saves. */
export const selectedProductSavings: Readonly<Record<'cut' | 'savings', ReadField>> = {
  cut: derived<Prices>(
    () => PriceCutType,
    prices,
    ({ priceBefore, winningPrice, priceUnit }) => cutOf(priceBefore, winningPrice, priceUnit),
    maybe('The cut of the price; null where a price is not on record.', '降幅;价格未记录时为空。'),
  ),
  savings: derived<Prices & Pick<SelectedProduct, 'agreedQuantity'>>(
    () => SavingsType,
    { ...prices, agreedQuantity: 'agreedQuantity' },
    ({ priceBefore, winningPrice, priceUnit, agreedQuantity }, { fundRatio }: { readonly fundRatio?: string | null }) => {
      if (!priceBefore || !winningPrice || !agreedQuantity) return null;
      const answer = savings({
        before: UnitPrice.of(priceBefore, priceUnit),
        winning: UnitPrice.of(winningPrice, priceUnit),
        quantity: count(agreedQuantity),
        fundRatio: shareOf(fundRatio ?? null),
      });
      if (!answer.ok) return null;
      const { total, fund, patients, explanation } = answer.value;
      return { total: total.toString(), fund: fund?.toString() ?? null, patients: patients?.toString() ?? null, explanation };
    },
    maybe(
      'What the lower price saves on the agreed quantity; null where a figure is not on record.',
      '约定采购量上的节约金额;数据未记录时为空。',
    ),
    {
      name: 'fundRatio',
      type: () => DecimalScalar,
      words: maybe(
        'The share that the fund pays, 0 to 1; tells the parts of fund and patients.',
        '基金支付比例,0 至 1,用于区分基金与患者部分。',
      ),
    },
  ),
};

/** What the prices of a lot save. */
export const lotSavings: Readonly<Record<'averageCut', ReadField>> = {
  averageCut: derived<Pick<Lot, 'priceBefore' | 'averageWinningPrice' | 'countingUnit'>>(
    () => PriceCutType,
    { priceBefore: 'priceBefore', averageWinningPrice: 'averageWinningPrice', countingUnit: 'countingUnit' },
    ({ priceBefore, averageWinningPrice, countingUnit }) => cutOf(priceBefore, averageWinningPrice, countingUnit),
    maybe('The average cut in this lot; null where an average is not on record.', '平均降幅;平均价未记录时为空。'),
  ),
};

function cutOf(before: string | null | undefined, winning: string | null | undefined, unit: string) {
  if (!before || !winning) return null;
  const cut = priceCut(UnitPrice.of(before, unit), UnitPrice.of(winning, unit));
  return cut.ok ? { percent: cut.value.percent, explanation: cut.value.explanation } : null;
}

function shareOf(text: string | null): string | null {
  if (text === null) return null;
  const parsed = parseDecimal(text, { integerDigits: 1, decimals: 6 });
  if (parsed.ok && parsed.value.greaterThanOrEqualTo(0) && parsed.value.lessThanOrEqualTo(1)) return text;
  throw new BadInput('fundRatio: from 0 to 1, at most 6 decimals', 'fundRatio:0 至 1,最多六位小数');
}
