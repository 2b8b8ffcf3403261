import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { agreementPeriodRule } from './policy/index.ts';

/** Refuses a period in which another outcome of the product holds; of two at once the database lets one through. */
export async function overlapping(
  em: EntityManager,
  product: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  field: string,
): Promise<Refusal[]> {
  const other = await em.findOne(NegotiatedOutcome, { product, inForceFrom: { $lt: to }, inForceTo: { $gt: from } });
  if (!other) return [];
  return [
    {
      code: 'PERIOD_OVERLAPS',
      field,
      message: `From ${other.inForceFrom} to before ${other.inForceTo} another outcome of the product holds.`,
      messageZh: `该产品自 ${other.inForceFrom} 至 ${other.inForceTo}(不含)已有有效结果。`,
      rule: agreementPeriodRule.id,
      facts: [fact('from', from), fact('to', to), fact('otherFrom', other.inForceFrom!), fact('otherTo', other.inForceTo!)],
    },
  ];
}

/** The outcome of the product that runs out where another begins; null after a break. */
export function runningOut(em: EntityManager, product: string, from: LocalDate): Promise<NegotiatedOutcome | null> {
  return em.findOne(NegotiatedOutcome, { product, inForceTo: from });
}
