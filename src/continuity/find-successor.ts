import type { EntityManager } from '@mikro-orm/postgresql';
import { Product, type Area } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { ListingSuspension, SelectedProduct, SupplyRegion, unitPriceField } from '../procurement/index.ts';
import type { TransferSupplyInput } from './continuity.input.ts';
import { successorChoice, type Candidate } from './policy/index.ts';

/** Who takes over, at which price, for how many counting units, and on what ground. */
export interface Successor {
  readonly selected: SelectedProduct;
  readonly unitPrice: string;
  readonly units: number;
  readonly basis: 'BACKUP' | 'REPLACEMENT';
}

/** Finds who takes over a region; a replacement that is not selected yet is selected in the failing product's lot. By the mapper alone. */
export async function findSuccessor(
  context: Context,
  em: EntityManager,
  given: { readonly failing: SelectedProduct; readonly region: Area; readonly input: TransferSupplyInput },
): Promise<Verdict<Successor>> {
  const { failing, region, input } = given;
  const { successorProductCode = null, replacementPrice = null, effectiveFrom } = input;
  const malformed = unitPriceField('replacementPrice', replacementPrice);
  const product =
    successorProductCode === null ? null : await em.findOne(Product, { code: successorProductCode }, { populate: ['holder'] });
  if (successorProductCode !== null && !product)
    return refused([...malformed, unknownCode('successorProductCode', 'product', '产品', successorProductCode)]);
  if (product && product.category !== failing.round.getEntity().category) return refused([...malformed, otherCategory(product)]);
  const backups = await backupsOf(em, failing, region);
  const asked = product && (await em.findOne(SelectedProduct, { lot: failing.lot, product }, populated));
  const judged = successorChoice({
    failing: failing.product.getEntity().code,
    backups: await Promise.all(backups.map((each) => candidateOf(em, each.product.getEntity(), each.withdrawnOn ?? null, region))),
    asked: product && {
      ...(await candidateOf(em, product, asked?.withdrawnOn ?? null, region)),
      price: asked?.winningPrice ?? null,
    },
    replacementPrice,
    from: localDate(effectiveFrom),
  });
  if (!judged.ok || malformed.length > 0) return refused([...malformed, ...(judged.ok ? [] : judged.refusals)]);
  const { basis, product: code } = judged.value;
  const selected = backups.find((each) => each.product.getEntity().code === code) ?? asked;
  if (!selected) return accepted(replacementOf(context, em, failing, product!, replacementPrice!));
  return pricedOf(selected, basis);
}

const populated = { populate: ['product.holder', 'bid', 'lot'] } as const;

/** The backups of the region, or of the province above it, in the order in which they were selected. */
async function backupsOf(em: EntityManager, failing: SelectedProduct, region: Area): Promise<SelectedProduct[]> {
  const areas = [region.code, ...(region.parent ? [region.parent.code] : [])];
  const rows = await em.find(SupplyRegion, { role: 'BACKUP', area: { code: { $in: areas } }, selectedProduct: { lot: failing.lot } });
  const ids = rows.map(({ selectedProduct }) => selectedProduct.id);
  return em.find(SelectedProduct, { id: { $in: ids } }, { ...populated, orderBy: { rank: 'asc', id: 'asc' } });
}

/** Suspensions are a province's: the region's own, or those of the province above it. */
async function candidateOf(em: EntityManager, product: Product, withdrawnOn: string | null, region: Area): Promise<Candidate> {
  const rows = await em.find(ListingSuspension, { product, area: { code: region.parent?.code ?? region.code } });
  const suspensions = rows.map(({ effectiveFrom, effectiveTo }) => ({ from: localDate(effectiveFrom), to: localDate(effectiveTo) }));
  return { product: product.code, withdrawnOn, suspensions };
}

/** A replacement has a price for one counting unit, since it made no bid that would say what a box holds. */
function replacementOf(context: Context, em: EntityManager, failing: SelectedProduct, product: Product, price: string): Successor {
  const lot = failing.lot.getEntity();
  const winningPrice = UnitPrice.of(price, lot.countingUnit).toString();
  const selected = em.create(SelectedProduct, {
    ...recordedRow(context),
    round: failing.round,
    lot: failing.lot,
    product,
    bid: null,
    basis: 'REPLACEMENT',
    experts: [],
    rank: null,
    winningPrice,
    priceUnit: lot.countingUnit,
    agreedQuantity: null,
    note: null,
    origin: 'RECORDED',
  });
  return { selected, unitPrice: winningPrice, units: 1, basis: 'REPLACEMENT' };
}

/** A selected product at the price on record, for as many counting units as its bid says. */
function pricedOf(selected: SelectedProduct, basis: Successor['basis']): Verdict<Successor> {
  const { winningPrice, priceUnit, bid, lot, product } = selected;
  const units = bid?.getEntity().unitsPerPriceUnit ?? (priceUnit === lot.getEntity().countingUnit ? 1 : null);
  const { code } = product.getEntity();
  if (winningPrice === null || winningPrice === undefined || units === null) return refused([priceNotOnRecord(code)]);
  return accepted({ selected, unitPrice: winningPrice, units, basis });
}

function otherCategory({ code, category }: Product): Refusal {
  return {
    code: 'PRODUCT_OF_OTHER_CATEGORY',
    field: 'successorProductCode',
    message: `Product ${code} is of category ${category}; the round is of another.`,
    messageZh: `产品 ${code} 的类别与批次类别不一致。`,
    rule: null,
    facts: [fact('product', code), fact('category', category)],
  };
}

function priceNotOnRecord(code: string): Refusal {
  return {
    code: 'PRICE_NOT_ON_RECORD',
    field: 'successorProductCode',
    message: `The winning price of product ${code}, for a known number of counting units, is not on record.`,
    messageZh: `产品 ${code} 的中选价或其计价单位所含数量没有记录。`,
    rule: 'continuity.successor-choice',
    facts: [fact('product', code)],
  };
}
