import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { compareBid } from './compare-bid.ts';
import { quantityField, unitPriceField } from './figures.ts';
import { Lot } from './lot.entity.ts';
import { costDeclaration, costDeclarationRule, oneBidPerEnterprise, oneBidPerEnterpriseRule, schemeRows } from './policy/index.ts';
import type { SubmitBidInput } from './recording.input.ts';
import { otherCategory } from './report-demand.ts';
import type { Round } from './round.entity.ts';

/**
 * Records a sealed bid of the product's holder, with its capacity and the declaration that the price is not below cost.
 * One bid per product and lot; where the scheme says so, one per enterprise and lot.
 */
export async function submitBid(context: Context, em: EntityManager, input: SubmitBidInput): Promise<Verdict<Bid>> {
  const held = await holdRound(em, input.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const round = held.value;
  // Held alone: two bids of one enterprise for the same lot must see each other.
  const lot = await em.findOne(Lot, { round, code: input.lotCode }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const product = await em.findOne(Product, { code: input.productCode }, { populate: ['holder'] });

  const { price, priceUnit, unitsPerPriceUnit, declaredCapacity, declaredNotBelowCost, note = null } = input;
  const refusals = [
    ...requireStatus(round, ['BIDDING']),
    ...textRefusals({ priceUnit, note }),
    ...unitPriceField('price', price),
    ...quantityField('unitsPerPriceUnit', unitsPerPriceUnit),
    ...quantityField('declaredCapacity', declaredCapacity),
    ...declarationRefusals(declaredNotBelowCost),
  ];
  if (!lot) refusals.push(unknownCode('lotCode', 'lot of the round', '竞价单元', input.lotCode));
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  if (product && product.category !== round.category) refusals.push(otherCategory(product.category, round.category));
  if (lot && product) refusals.push(...(await earlierBids(em, round, lot, product, today(context.clock))));
  const compared =
    lot && product && refusals.length === 0 ? compareBid({ price, unitsPerPriceUnit, product, lot, on: today(context.clock) }) : null;
  if (compared && !compared.ok) refusals.push(...compared.refusals);
  return verdict(refusals, () =>
    em.create(Bid, {
      ...recordedRow(context),
      lot: lot!,
      enterprise: product!.holder,
      product: product!,
      price,
      priceUnit,
      unitsPerPriceUnit,
      comparableUnitPrice: compared?.ok ? compared.value.price.toString() : null,
      declaredCapacity,
      declaredNotBelowCost,
      status: 'SEALED',
      origin: 'RECORDED',
      note,
    }),
  );
}

function declarationRefusals(declared: boolean): Refusal[] {
  const judged = costDeclaration(declared);
  if (judged.met) return [];
  return [
    {
      code: 'COST_DECLARATION_MISSING',
      field: 'declaredNotBelowCost',
      message: judged.sentence,
      messageZh: judged.sentenceZh,
      rule: costDeclarationRule.id,
      facts: judged.inputs,
    },
  ];
}

async function earlierBids(em: EntityManager, round: Round, lot: Lot, product: Product, on: LocalDate): Promise<Refusal[]> {
  const bids = await em.find(Bid, { lot, enterprise: product.holder });
  if (bids.some((bid) => bid.product.id === product.id)) return [alreadyBid(product.code)];
  if (
    bids.length === 0 ||
    !schemeRows(on, round.scheme).every(({ value }) => value.validity.includes('procurement.one-bid-per-enterprise'))
  )
    return [];
  const judged = oneBidPerEnterprise(product.holder.getEntity().code, bids.length + 1);
  return [
    {
      code: 'ENTERPRISE_HAS_BID',
      field: 'productCode',
      message: judged.sentence,
      messageZh: judged.sentenceZh,
      rule: oneBidPerEnterpriseRule.id,
      facts: judged.inputs,
    },
  ];
}

function alreadyBid(product: string): Refusal {
  return {
    code: 'PRODUCT_HAS_BID',
    field: 'productCode',
    message: `A bid for product ${product} is on record in this lot.`,
    messageZh: `产品 ${product} 在本竞价单元已有申报。`,
    rule: null,
    facts: [fact('product', product)],
  };
}
