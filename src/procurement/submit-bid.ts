import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { today, type LocalDate } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Caller } from '../platform/access/caller.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { holdSeenRound, requireStatus } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { barRefusals } from './enterprise-bars.ts';
import { compareBid } from './compare-bid.ts';
import { unitPriceField } from './figures.ts';
import { Lot } from './lot.entity.ts';
import { costDeclaration, costDeclarationRule, oneBidPerEnterprise, oneBidPerEnterpriseRule, schemeRows } from './policy/index.ts';
import type { SubmitBidInput } from './recording.input.ts';
import { otherCategory } from './report-demand.ts';
import { RoundSeal } from './round-seal.entity.ts';
import { requireSealingKey, sealOf } from './round-seal.ts';
import type { Round } from './round.entity.ts';
import { sealPrice } from './sealed-price.ts';

/**
 * Records a sealed bid of the product's holder, with its capacity and the declaration that the price is not below cost.
 * One bid per product and lot; where the scheme says so, one per enterprise and lot. An enterprise bids for its own
 * products; an expert records what came on paper. The price is judged here and leaves here sealed.
 */
export async function submitBid(context: Context, em: EntityManager, input: SubmitBidInput): Promise<Verdict<Bid>> {
  // A round that came by file has no seal: its first bid makes it, and holds the round alone for that.
  const isSealed = (await em.count(RoundSeal, { round: { code: input.roundCode } })) > 0;
  const held = await holdSeenRound(context, em, input.roundCode, isSealed ? 'SHARED' : 'EXCLUSIVE');
  if (!held.ok) return refused(held.refusals);
  const round = held.value;
  const product = await em.findOne(Product, { code: input.productCode }, { populate: ['holder'] });
  // Alone, so that nobody learns from the other refusals who has bid.
  if (product && !mayBidFor(context.caller, product)) return refused([notTheHolder(product.code)]);
  // Held alone: two bids of one enterprise for the same lot must see each other.
  const lot = await em.findOne(Lot, { round, code: input.lotCode }, { lockMode: LockMode.PESSIMISTIC_WRITE });

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
  if (product) refusals.push(...(await barRefusals(em, round, product, today(context.clock))));
  if (lot && product) refusals.push(...(await earlierBids(em, round, lot, product, today(context.clock))));
  if (!lot || !product || refusals.length > 0) return refused(refusals);
  const compared = compareBid({ price, unitsPerPriceUnit, product, lot, on: today(context.clock) });
  const seal = await sealOf(context.seal, em, round);
  refusals.push(...(compared.ok ? [] : compared.refusals), ...requireSealingKey(context.seal, seal));
  if (refusals.length > 0) return refused(refusals);
  const committed = { round: round.code, lot: lot.code, product: product.code, priceUnit, unitsPerPriceUnit };
  return accepted(
    em.create(Bid, {
      ...recordedRow(context),
      lot,
      enterprise: product.holder,
      product,
      ...(await sealPrice(seal.publicKey, committed, price)),
      priceUnit,
      unitsPerPriceUnit,
      declaredCapacity,
      declaredNotBelowCost,
      status: 'SEALED',
      origin: 'RECORDED',
      note,
    }),
  );
}

const mayBidFor = ({ role, enterprise }: Caller, { holder }: Product) => role === 'EXPERT' || holder.getEntity().code === enterprise;

function notTheHolder(product: string): Refusal {
  return {
    code: 'NOT_THE_HOLDER',
    field: 'productCode',
    message: `Product ${product} is held by another enterprise; an enterprise bids for its own products.`,
    messageZh: `产品 ${product} 由其他企业持有;企业仅可申报本企业产品。`,
    rule: null,
    facts: [fact('product', product)],
  };
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
