import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Round } from './round.entity.ts';
import { SelectedProduct } from './selected-product.entity.ts';

/** The product as selected in the round; where it won in several lots, the lot must be named. */
export async function findSelectedProduct(
  em: EntityManager,
  round: Round,
  { productCode, lotCode }: { productCode: string; lotCode?: string | null },
): Promise<Verdict<SelectedProduct>> {
  const product = await em.findOne(Product, { code: productCode });
  if (!product) return refused([unknownCode('productCode', 'product', '产品', productCode)]);
  const found = await em.find(SelectedProduct, { round, product, ...(lotCode != null ? { lot: { code: lotCode } } : {}) });
  if (found.length === 1) return accepted(found[0]!);
  return refused([found.length === 0 ? notSelected(productCode) : lotNeeded(productCode)]);
}

/** The refusal of a product that the round did not select. */
export function notSelected(product: string): Refusal {
  return {
    code: 'NOT_SELECTED',
    field: 'productCode',
    message: `Product ${product} is not selected in this round.`,
    messageZh: `产品 ${product} 在本批次未中选。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

/** The refusal of a product that is selected in several lots, none of which was named. */
export function lotNeeded(product: string): Refusal {
  return {
    code: 'LOT_NEEDED',
    field: 'lotCode',
    message: `Product ${product} is selected in several lots of this round; say in which.`,
    messageZh: `产品 ${product} 在本批次多个竞价单元中选;请指明竞价单元。`,
    rule: null,
    facts: [fact('product', product)],
  };
}
