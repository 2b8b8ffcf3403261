import type { EntityManager } from '@mikro-orm/postgresql';
import { Institution, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Caller } from '../platform/access/caller.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { holdSeenRound, requireStatus } from './advance-round.ts';
import { DemandReport } from './demand-report.entity.ts';
import { Lot } from './lot.entity.ts';
import type { ReportDemandInput } from './recording.input.ts';

/** Records the yearly demand of one institution in a lot, by product where the round asks for it; once for each. An institution reports its own. */
export async function reportDemand(context: Context, em: EntityManager, input: ReportDemandInput): Promise<Verdict<DemandReport>> {
  const held = await holdSeenRound(context, em, input.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const round = held.value;
  const { lotCode, institutionCode, productCode = null, quantity } = input;
  // Alone, so that nobody learns from the other refusals who has reported.
  if (!mayReportFor(context.caller, institutionCode)) return refused([otherInstitution(institutionCode)]);
  const lot = await em.findOne(Lot, { round, code: lotCode });
  const institution = await em.findOne(Institution, { code: institutionCode });
  const product = productCode === null ? null : await em.findOne(Product, { code: productCode });

  const refusals = [...requireStatus(round, ['DEMAND_REPORTING']), ...quantityField('quantity', quantity)];
  if (!lot) refusals.push(unknownCode('lotCode', 'lot of the round', '竞价单元', lotCode));
  if (!institution) refusals.push(unknownCode('institutionCode', 'medical institution', '医疗机构', institutionCode));
  if (productCode !== null && !product) refusals.push(unknownCode('productCode', 'product', '产品', productCode));
  if (product && product.category !== round.category) refusals.push(otherCategory(product.category, round.category));
  if (lot && institution && (await em.count(DemandReport, { area: institution.area, lot, institution, product }))) {
    refusals.push(alreadyReported(institutionCode));
  }
  return verdict(refusals, () =>
    em.create(DemandReport, { ...recordedRow(context), area: institution!.area, lot: lot!, institution: institution!, product, quantity }),
  );
}

const mayReportFor = ({ role, institution }: Caller, code: string) => role === 'EXPERT' || institution === code;

function otherInstitution(institution: string): Refusal {
  return {
    code: 'OTHER_INSTITUTION',
    field: 'institutionCode',
    message: `An institution reports its own demand, not that of ${institution}.`,
    messageZh: `医疗机构仅可报本机构的需求,不可代 ${institution} 报量。`,
    rule: null,
    facts: [fact('institution', institution)],
  };
}

/** A product of one category in a round of another. */
export function otherCategory(product: string, round: string): Refusal {
  return {
    code: 'PRODUCT_OF_OTHER_CATEGORY',
    field: 'productCode',
    message: `The product is of category ${product}, the round of ${round}.`,
    messageZh: `产品类别为 ${product},与批次类别 ${round} 不符。`,
    rule: null,
    facts: [fact('product', product), fact('round', round)],
  };
}

function alreadyReported(institution: string): Refusal {
  return {
    code: 'DEMAND_ALREADY_REPORTED',
    field: 'institutionCode',
    message: `Institution ${institution} has reported its demand for this already.`,
    messageZh: `医疗机构 ${institution} 已报过该项需求。`,
    rule: null,
    facts: [fact('institution', institution)],
  };
}
