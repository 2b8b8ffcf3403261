import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { unitPriceField } from './figures.ts';
import { notSelectedInLot } from './not-selected.ts';
import { priceCut } from './policy/index.ts';
import type { CorrectWinningPriceInput } from './recording.input.ts';
import { rollUpRepriced } from './roll-up-agreed-volumes.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { WinningPriceCorrection } from './winning-price-correction.entity.ts';

/**
 * Corrects the winning price of a final selection: the price that stands is the corrected one, and the correction keeps
 * the price before, the reason, and the approval. The sums of agreed volumes follow.
 */
export async function correctWinningPrice(
  context: Context,
  em: EntityManager,
  input: CorrectWinningPriceInput,
  approvalId: string,
): Promise<Verdict<Prepared<SelectedProduct>>> {
  // Nobody records volumes of the round meanwhile: each is summed at the price before or at the price after.
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return refused(held.refusals);
  const product = await em.findOne(Product, { code: input.productCode });
  const selected =
    product && (await em.findOne(SelectedProduct, { round: held.value, product, lot: { code: input.lotCode } }, { populate: ['lot'] }));
  const refusals = [
    ...requireStatus(held.value, ['FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED']),
    ...unitPriceField('winningPrice', input.winningPrice),
    ...textRefusals({ reason: input.reason }),
  ];
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  else if (!selected) refusals.push(notSelectedInLot(input));
  else if (!selected.winningPrice) refusals.push(noPrice(input.productCode));
  if (!selected?.winningPrice || unitPriceField('winningPrice', input.winningPrice).length > 0) return refused(refusals);

  const { priceUnit } = selected;
  const before = UnitPrice.of(selected.winningPrice, priceUnit);
  const after = UnitPrice.of(input.winningPrice, priceUnit);
  if (after.equals(before)) refusals.push(priceUnchanged(before));
  const cut = selected.priceBefore ? priceCut(UnitPrice.of(selected.priceBefore, priceUnit), after) : null;
  if (cut && !cut.ok) refusals.push(...cut.refusals);
  if (refusals.length > 0) return refused(refusals);

  const correction = em.create(WinningPriceCorrection, {
    id: uuidv7(),
    selectedProduct: selected,
    priceBefore: before.toString(),
    priceAfter: after.toString(),
    reason: input.reason,
    approvalId,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  selected.winningPrice = correction.priceAfter;
  selected.priceCorrectionId = correction.id;
  return accepted({
    object: selected,
    facts: [],
    settle: (settled) => rollUpRepriced(settled, selected.id, correction),
  });
}

function noPrice(product: string): Refusal {
  return {
    code: 'PRICE_NOT_ON_RECORD',
    field: 'winningPrice',
    message: `No winning price of product ${product} is on record that could be corrected.`,
    messageZh: `产品 ${product} 没有已记录的中选价可供更正。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

function priceUnchanged(price: UnitPrice): Refusal {
  return {
    code: 'PRICE_UNCHANGED',
    field: 'winningPrice',
    message: `The winning price is ${price.toString()} already.`,
    messageZh: `中选价已为 ${price.toString()} 元。`,
    rule: null,
    facts: [fact('winningPrice', price.toString(), 'yuan')],
  };
}
