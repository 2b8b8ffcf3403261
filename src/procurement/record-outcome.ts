import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { BidEvaluation, standing } from './bid-evaluation.entity.ts';
import { Bid } from './bid.entity.ts';
import { unitPriceField } from './figures.ts';
import { Lot } from './lot.entity.ts';
import { bidStates, negotiatedCut, negotiationSides, outcomeCompleteness } from './policy/index.ts';
import { neededCut } from './needed-cut.ts';
import type { RecordOutcomeInput } from './recording.input.ts';
import { otherCategory } from './report-demand.ts';
import { SelectedProduct } from './selected-product.entity.ts';

/**
 * Records one outcome of an opened round: which product won, at what price, for how much; price and quantity belong
 * together (S0-4), the price is not above the price before (S0-2), and a negotiated one names both sides (S0-1).
 */
export async function recordOutcome(context: Context, em: EntityManager, input: RecordOutcomeInput): Promise<Verdict<SelectedProduct>> {
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return refused(held.refusals);
  const round = held.value;
  const lot = await em.findOne(Lot, { round, code: input.lotCode });
  const product = await em.findOne(Product, { code: input.productCode }, { populate: ['holder'] });
  const { basis, rank = null, priceUnit, note = null } = input;
  const experts = input.experts ?? [];
  const [winningPrice, priceBefore, agreedQuantity] = [input.winningPrice ?? null, input.priceBefore ?? null, input.agreedQuantity ?? null];

  const refusals: Refusal[] = [
    ...requireStatus(round, ['OPENED']),
    ...textRefusals({ priceUnit, note }),
    ...experts.flatMap((expert, index) => textRefusals({ [`experts.${index}`]: expert })),
    ...unitPriceField('winningPrice', winningPrice),
    ...unitPriceField('priceBefore', priceBefore),
    ...quantityField('rank', rank),
  ];
  if (basis === 'REPLACEMENT') refusals.push(onlyBySuccession);
  if (!lot) refusals.push(unknownCode('lotCode', 'lot of the round', '竞价单元', input.lotCode));
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  if (product && product.category !== round.category) refusals.push(otherCategory(product.category, round.category));
  if (lot && product && (await em.count(SelectedProduct, { lot, product }))) refusals.push(alreadySelected(product.code));

  if (unitPriceField('winningPrice', winningPrice).length === 0 && unitPriceField('priceBefore', priceBefore).length === 0) {
    const price = (text: string | null) => (text === null ? null : UnitPrice.of(text, priceUnit));
    // The lot's price before is per counting unit: it says something of a price in that unit, and nothing of another.
    const before = priceBefore ?? (lot && lot.countingUnit === priceUnit ? (lot.priceBefore ?? null) : null);
    const complete = outcomeCompleteness({ price: price(winningPrice), quantity: agreedQuantity, priceBefore: price(before) });
    if (!complete.ok) refusals.push(...complete.refusals.map((each) => ({ ...each, field: fieldOf(each.field) })));
    const needed = basis === 'NEGOTIATION' ? await neededCut(em, round) : null;
    if (complete.ok && needed && before) {
      const reached = negotiatedCut(UnitPrice.of(before, priceUnit), complete.value.price, needed);
      if (!reached.ok) refusals.push(...reached.refusals.map((each) => ({ ...each, field: fieldOf(each.field) })));
    }
  }
  if (basis === 'NEGOTIATION') {
    const sides = negotiationSides({ experts, enterpriseCodes: product ? [product.holder.getEntity().code] : [] });
    if (!sides.ok) refusals.push(...sides.refusals);
  }
  const bid = lot && product ? await em.findOne(Bid, { lot, product }) : null;
  const evaluation = bid && (await em.findOne(BidEvaluation, { bid }));
  // What the rules have ruled out is not selected by record; what they leave open is for the experts to say.
  const selectable = bid ? bidStates.after('select', standing(bid, evaluation)) : null;
  if (selectable && !selectable.ok) refusals.push(...selectable.refusals.map((each) => ({ ...each, field: 'productCode' })));
  return verdict(refusals, () =>
    em.create(SelectedProduct, {
      ...recordedRow(context),
      round,
      lot: lot!,
      product: product!,
      bid,
      basis,
      experts: [...new Set(experts)],
      rank,
      winningPrice,
      priceUnit,
      priceBefore,
      agreedQuantity,
      note,
      origin: 'RECORDED',
    }),
  );
}

/** The policy speaks of price and quantity; the caller gave winningPrice and agreedQuantity. */
const fieldOf = (field: string | null) => (field === 'price' ? 'winningPrice' : field === 'quantity' ? 'agreedQuantity' : field);

const onlyBySuccession: Refusal = {
  code: 'REPLACEMENT_NEEDS_SUCCESSION',
  field: 'basis',
  message: 'A replacement is selected by an approved succession, not by the outcome of a round.',
  messageZh: '替补企业经批准的接替产生,不作为批次结果录入。',
  rule: null,
  facts: [],
};

function alreadySelected(product: string): Refusal {
  return {
    code: 'OUTCOME_ALREADY_RECORDED',
    field: 'productCode',
    message: `An outcome of product ${product} is on record in this lot.`,
    messageZh: `产品 ${product} 在本竞价单元的结果已录入。`,
    rule: null,
    facts: [fact('product', product)],
  };
}
