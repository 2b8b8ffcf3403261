import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { codeTaken, unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { priceField } from './figures.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { NonExclusiveBid } from './non-exclusive-bid.entity.ts';
import { NonExclusiveBidding } from './non-exclusive-bidding.entity.ts';
import type { RecordNonExclusiveBiddingInput } from './outcome.input.ts';
import { overlapping } from './period-of-product.ts';
import { agreementPeriod, nonExclusiveStandard } from './policy/index.ts';
import { dayRefusals } from './renew-outcome.ts';

interface Bidder {
  readonly product: Product;
  readonly price: string;
}

/**
 * Records the result of a bidding for a non-exclusive drug (RH5): with a bid at the willing price or below, the standard
 * holds for every product that was bid with; without one nothing is included, and that is recorded too.
 */
export async function recordNonExclusiveBidding(
  context: Context,
  em: EntityManager,
  input: RecordNonExclusiveBiddingInput,
  proposalId: string,
): Promise<Verdict<Prepared<Product>>> {
  const { code, paymentScope, reason } = input;
  const on = localDate(input.on ?? today(context.clock));
  const refusals: Refusal[] = [
    ...textRefusals({ code, paymentScope, reason }),
    ...dayRefusals('on', on, today(context.clock)),
    ...priceField('willingPrice', input.willingPrice),
    ...input.bids.flatMap(({ price }, at) => priceField(`bids.${at}.price`, price)),
  ];
  if (await em.count(NonExclusiveBidding, { code })) refusals.push(codeTaken('code', 'bidding', '竞价', code));
  const bidders = await biddersOf(em, input, refusals);
  if (refusals.length > 0) return refused(refusals);
  const unit = bidders[0]?.product.countingUnit ?? '';
  const inUnit = (text: string) => UnitPrice.of(text, unit);
  const prices = bidders.map(({ price }) => inUnit(price));
  const result = nonExclusiveStandard(inUnit(input.willingPrice), prices, on);
  if (!result.ok) return result;
  const { lowest, standard, explanation } = result.value;
  const period = agreementPeriod(localDate(input.inForceFrom), on);
  if (standard) for (const { product } of bidders) refusals.push(...(await overlapping(em, product.id, period, 'inForceFrom')));
  if (refusals.length > 0) return refused(refusals);
  const lowestProduct = bidders[prices.findIndex((price) => price.equals(lowest))]!.product;
  const bidding = em.create(NonExclusiveBidding, {
    ...recordedRow(context),
    code,
    genericName: lowestProduct.genericName,
    priceUnit: unit,
    willingPrice: input.willingPrice,
    lowestPrice: lowest.toString(),
    lowestProduct: ref(lowestProduct),
    isIncluded: standard !== null,
    paymentStandard: standard?.toString() ?? null,
    heldOn: on,
    approvalId: proposalId,
    explanation,
  });
  for (const { product, price } of bidders) {
    em.create(NonExclusiveBid, { id: uuidv7(), bidding, product, price });
    if (!standard) continue;
    em.create(NegotiatedOutcome, {
      ...recordedRow(context),
      product,
      enterprise: product.holder,
      basis: 'NON_EXCLUSIVE_BIDDING',
      negotiation: null,
      bidding,
      follows: null,
      approvalId: proposalId,
      price: standard.toString(),
      priceUnit: unit,
      priceBefore: null,
      paymentScope,
      inForceFrom: period.from,
      inForceTo: period.to,
      continuousFrom: period.from,
      agreedQuantity: null,
      // Why it is this price is told with the bidding, to those who may know what the fund was willing to pay.
      explanation: null,
      publishedOn: null,
      note: null,
      origin: 'RECORDED',
    });
  }
  return accepted({ object: lowestProduct, facts: [fact('lowestPrice', lowest.toString(), `yuan/${unit}`)] });
}

async function biddersOf(em: EntityManager, { bids }: RecordNonExclusiveBiddingInput, refusals: Refusal[]): Promise<Bidder[]> {
  const found = await em.find(Product, { code: { $in: bids.map(({ productCode }) => productCode) } }, { populate: ['holder'] });
  const bidders = bids.flatMap(({ productCode, price }, at) => {
    const product = found.find(({ code }) => code === productCode);
    if (!product) refusals.push(unknownCode(`bids.${at}.productCode`, 'product', '产品', productCode));
    return product ? [{ product, price }] : [];
  });
  const [first, ...rest] = bidders;
  for (const { product } of rest) {
    const isSame = product.genericName === first!.product.genericName && product.countingUnit === first!.product.countingUnit;
    if (!isSame) refusals.push(otherDrug(first!.product, product));
  }
  const codes = bids.map(({ productCode }) => productCode);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) refusals.push(bidTwice(twice));
  for (const { product } of bidders) if (product.category !== 'DRUG') refusals.push(notADrug(product.code));
  return bidders;
}

function otherDrug(first: Product, other: Product): Refusal {
  return {
    code: 'PRODUCT_OF_OTHER_DRUG',
    field: 'bids',
    message: `${other.code} is another drug than ${first.code}, or counted in another unit; a bidding is for one.`,
    messageZh: `${other.code} 与 ${first.code} 通用名或计数单位不同;一次竞价只针对一个通用名药品。`,
    rule: null,
    facts: [fact('product', other.code), fact('genericName', other.genericName), fact('countingUnit', other.countingUnit)],
  };
}

function bidTwice(product: string): Refusal {
  return {
    code: 'PRODUCT_HAS_BID',
    field: 'bids',
    message: `Product ${product} is bid with twice.`,
    messageZh: `产品 ${product} 重复报价。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

function notADrug(product: string): Refusal {
  return {
    code: 'PRODUCT_NOT_A_DRUG',
    field: 'bids',
    message: `Product ${product} is no drug.`,
    messageZh: `产品 ${product} 不是药品。`,
    rule: null,
    facts: [fact('product', product)],
  };
}
