import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** The product of an input was not selected in the lot that it names. */
export function notSelectedInLot({ productCode, lotCode }: { readonly productCode: string; readonly lotCode: string }): Refusal {
  return {
    code: 'NOT_SELECTED',
    field: 'productCode',
    message: `Product ${productCode} is not selected in lot ${lotCode} of this round.`,
    messageZh: `产品 ${productCode} 在本批次竞价单元 ${lotCode} 未中选。`,
    rule: null,
    facts: [fact('product', productCode), fact('lot', lotCode)],
  };
}
