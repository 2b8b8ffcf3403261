import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Area, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { ListingSuspension, lotNeeded, SelectedProduct, unitPriceField } from '../procurement/index.ts';
import { Listing } from './listing.entity.ts';
import { dayOfAct, listingPrice } from './policy/index.ts';
import type { ListProductInput } from './recording.input.ts';

/**
 * Lists a product on the platform of a province from a day on, in place of what it was listed at before: a product that is
 * selected on that day at exactly its winning price (S1-8), any other at a price of its own (S1-9).
 */
export async function listProduct(context: Context, em: EntityManager, input: ListProductInput): Promise<Verdict<Listing>> {
  const area = await em.findOne(Area, { code: input.areaCode });
  const product = await em.findOne(Product, { code: input.productCode }, { populate: ['holder'] });
  const from = localDate(input.effectiveFrom);
  const malformed = unitPriceField('price', input.price);
  const refusals = [
    ...textRefusals({ priceUnit: input.priceUnit, reason: input.reason }),
    ...malformed,
    ...(area ? [] : [unknownCode('areaCode', 'area', '地区', input.areaCode)]),
    ...(area?.kind === 'PREFECTURE' ? [notAProvince(area.code)] : []),
  ];
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  if (!area || !product) return refused(refusals);
  const holder = product.holder.getEntity();
  if (context.caller.role === 'ENTERPRISE' && holder.code !== context.caller.enterprise) refusals.push(otherHolder(product.code));

  const selected = await selectedOn(em, product, from, input.lotCode ?? null);
  if (selected.length > 1) refusals.push(lotNeeded(product.code));
  else if (selected[0] && malformed.length === 0) refusals.push(...priceRefusals(input, selected[0]));

  const suspended = await em.findOne(ListingSuspension, { area, product, effectiveFrom: { $lte: from }, effectiveTo: { $gt: from } });
  if (suspended) refusals.push(listingSuspended(product.code, suspended));

  const before = await em.findOne(Listing, { area, product, effectiveTo: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  refusals.push(...dayOfAct({ field: 'effectiveFrom', on: from, today: today(context.clock), after: null }));
  if (before && from <= before.effectiveFrom) refusals.push(listedSince(product.code, before));
  if (refusals.length > 0) return refused(refusals);
  if (before) before.effectiveTo = from;
  // The mapper would write the later listing first, while the earlier one still lasts.
  await em.flush();
  const listing = em.create(Listing, {
    ...recordedRow(context),
    area,
    product,
    enterprise: holder,
    selectedProduct: selected[0] ?? null,
    price: UnitPrice.of(input.price, input.priceUnit).toString(),
    priceUnit: input.priceUnit,
    priceBefore: before && before.priceUnit === input.priceUnit ? before.price : null,
    effectiveFrom: from,
    effectiveTo: null,
    reason: input.reason ?? null,
  });
  return accepted(listing);
}

/**
 * As what a product is selected on a day: in the round that was opened last of those whose result is final and whose term
 * is not over. A term whose end is not on record ends with the opening of the round that renews it.
 */
async function selectedOn(em: EntityManager, product: Product, on: LocalDate, lotCode: string | null): Promise<SelectedProduct[]> {
  const rows = await em.execute<{ id: string; roundId: string; lot: string }[]>(
    `select s.id, r.id as "roundId", l.code as lot
     from selected_product s join round r on r.id = s.round_id join lot l on l.id = s.lot_id left join round n on n.renews_round_id = r.id
     where s.product_id = ? and r.status in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED') and r.opened_on <= ?
       and coalesce(s.withdrawn_on > ?, true)
       and coalesce(r.in_force_to > ?, n.opened_on > ?, r.status in ('FINAL', 'IN_FORCE'))
     order by r.opened_on desc, r.id desc, l.code`,
    [product.id, on, on, on, on],
  );
  const latest = rows.filter(({ roundId, lot }) => roundId === rows[0]!.roundId && (lotCode === null || lot === lotCode));
  return em.find(SelectedProduct, { id: { $in: latest.map(({ id }) => id) } });
}

function priceRefusals(input: ListProductInput, { winningPrice, priceUnit }: SelectedProduct): Refusal[] {
  if (!winningPrice) return [priceNotOnRecord(input.productCode)];
  if (priceUnit !== input.priceUnit) return [otherUnit(input, priceUnit)];
  const judged = listingPrice(UnitPrice.of(input.price, priceUnit), UnitPrice.of(winningPrice, priceUnit));
  return judged.ok ? [] : judged.refusals.map((each) => ({ ...each, field: 'price' }));
}

function priceNotOnRecord(product: string): Refusal {
  return {
    code: 'PRICE_NOT_ON_RECORD',
    field: 'price',
    message: `Product ${product} is selected, and its winning price is not on record.`,
    messageZh: `产品 ${product} 已中选,但没有已记录的中选价。`,
    rule: 'supply.listing-price',
    facts: [fact('product', product)],
  };
}

function otherUnit({ productCode, priceUnit }: ListProductInput, winning: string): Refusal {
  return {
    code: 'PRICE_UNIT_DIFFERS',
    field: 'priceUnit',
    message: `The winning price of product ${productCode} is for one ${winning}, not for one ${priceUnit}.`,
    messageZh: `产品 ${productCode} 中选价的计价单位为${winning},而不是${priceUnit}。`,
    rule: 'supply.listing-price',
    facts: [fact('priceUnit', priceUnit), fact('winningPriceUnit', winning)],
  };
}

function notAProvince(area: string): Refusal {
  return {
    code: 'NOT_A_PROVINCE',
    field: 'areaCode',
    message: `Area ${area} has no platform of its own; products are listed on those of provinces.`,
    messageZh: `地区 ${area} 没有省级平台;产品在省级平台挂网。`,
    rule: 'supply.listing-price',
    facts: [fact('area', area)],
  };
}

function otherHolder(product: string): Refusal {
  return {
    code: 'NOT_THE_HOLDER',
    field: 'productCode',
    message: `Product ${product} belongs to another enterprise; each lists its own.`,
    messageZh: `产品 ${product} 属于其他企业;企业仅可为本企业产品挂网。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

function listingSuspended(product: string, { effectiveFrom, effectiveTo }: ListingSuspension): Refusal {
  return {
    code: 'LISTING_SUSPENDED',
    field: 'effectiveFrom',
    message: `The province suspends the listing of product ${product} from ${effectiveFrom}; it may be listed again from ${effectiveTo} on.`,
    messageZh: `该省自 ${effectiveFrom} 起暂停产品 ${product} 挂网,自 ${effectiveTo} 起方可挂网。`,
    rule: null,
    facts: [fact('suspendedFrom', effectiveFrom), fact('suspendedTo', effectiveTo)],
  };
}

function listedSince(product: string, { effectiveFrom, price }: Listing): Refusal {
  return {
    code: 'LISTED_SINCE',
    field: 'effectiveFrom',
    message: `Product ${product} is listed there at ${price} since ${effectiveFrom}; a later listing begins after that day.`,
    messageZh: `产品 ${product} 自 ${effectiveFrom} 起以 ${price} 元挂网;新的挂网须晚于该日。`,
    rule: 'supply.day-of-act',
    facts: [fact('listedFrom', effectiveFrom), fact('price', price, 'yuan')],
  };
}
