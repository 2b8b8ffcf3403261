import type { EntityManager } from '@mikro-orm/postgresql';
import type { Product } from '../catalogue/index.ts';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { EnterpriseBar } from './enterprise-bar.entity.ts';
import { barredEnterprise } from './policy/index.ts';
import type { Round } from './round.entity.ts';

/** Refusals of a bid by the bars of the product's holder that are on record. */
export async function barRefusals(em: EntityManager, { organiser }: Round, { holder }: Product, on: LocalDate): Promise<Refusal[]> {
  const rows = await em.find(EnterpriseBar, { enterprise: holder }, { orderBy: { effectiveFrom: 'asc' } });
  const bars = rows.map(({ effectiveFrom, effectiveTo, source }) => ({
    from: localDate(effectiveFrom),
    to: localDate(effectiveTo),
    source,
  }));
  const judged = barredEnterprise({ enterprise: holder.getEntity().code, organiser, on, bars });
  return judged.ok ? [] : [...judged.refusals];
}
