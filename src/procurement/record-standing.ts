import type { EntityManager } from '@mikro-orm/postgresql';
import { Area, Enterprise, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { CreditRating } from './credit-rating.entity.ts';
import { EnterpriseBar } from './enterprise-bar.entity.ts';
import { ListingSuspension } from './listing-suspension.entity.ts';
import { creditLevel } from './policy/index.ts';
import type { RecordCreditRatingInput, RecordEnterpriseBarInput, SuspendListingInput } from './standing.input.ts';

/** Records that an enterprise is on the violation list and for how long it is barred from national bids (RI1). */
export async function recordEnterpriseBar(
  context: Context,
  em: EntityManager,
  input: RecordEnterpriseBarInput,
): Promise<Verdict<EnterpriseBar>> {
  const { effectiveFrom, effectiveTo, listedOn = null, reason, source } = input;
  const refusals = [...textRefusals({ reason, source }), ...spanRefusals(effectiveFrom, effectiveTo)];
  const enterprise = await em.findOne(Enterprise, { code: input.enterpriseCode });
  if (!enterprise) refusals.push(unknownEnterprise(input.enterpriseCode));
  else if (await em.count(EnterpriseBar, { enterprise, effectiveFrom })) refusals.push(alreadyOnRecord(effectiveFrom));
  return verdict(refusals, () =>
    em.create(EnterpriseBar, { ...recordedRow(context), enterprise: enterprise!, effectiveFrom, effectiveTo, listedOn, reason, source }),
  );
}

/** Records the credit level that a province has given an enterprise: one of the scheme of its first day (RI4). */
export async function recordCreditRating(
  context: Context,
  em: EntityManager,
  input: RecordCreditRatingInput,
): Promise<Verdict<CreditRating>> {
  const { level, effectiveFrom, effectiveTo = null, consequence = null, source } = input;
  const judged = creditLevel(level, localDate(effectiveFrom));
  const refusals = [
    ...textRefusals({ consequence, source }),
    ...spanRefusals(effectiveFrom, effectiveTo),
    ...(judged.ok ? [] : judged.refusals),
  ];
  const area = await provinceOf(em, input.areaCode, refusals);
  const enterprise = await em.findOne(Enterprise, { code: input.enterpriseCode });
  if (!enterprise) refusals.push(unknownEnterprise(input.enterpriseCode));
  else if (area && (await em.count(CreditRating, { area, enterprise, effectiveFrom }))) refusals.push(alreadyOnRecord(effectiveFrom));
  return verdict(refusals, () =>
    em.create(CreditRating, {
      ...recordedRow(context),
      area: area!,
      enterprise: enterprise!,
      level,
      effectiveFrom,
      effectiveTo,
      consequence,
      source,
    }),
  );
}

/** Records that a province suspends the listing of a product for a period. */
export async function suspendListing(context: Context, em: EntityManager, input: SuspendListingInput): Promise<Verdict<ListingSuspension>> {
  const { effectiveFrom, effectiveTo, reason, source } = input;
  const refusals = [...textRefusals({ reason, source }), ...spanRefusals(effectiveFrom, effectiveTo)];
  const area = await provinceOf(em, input.areaCode, refusals);
  const product = await em.findOne(Product, { code: input.productCode });
  if (!product) refusals.push(unknownCode('productCode', 'product', '产品', input.productCode));
  else if (area && (await em.count(ListingSuspension, { area, product, effectiveFrom }))) refusals.push(alreadyOnRecord(effectiveFrom));
  return verdict(refusals, () =>
    em.create(ListingSuspension, {
      ...recordedRow(context),
      area: area!,
      product: product!,
      effectiveFrom,
      effectiveTo,
      reason,
      source,
    }),
  );
}

const unknownEnterprise = (code: string) => unknownCode('enterpriseCode', 'enterprise', '企业', code);

/** Ratings and listings are a province's; a pooling area below one has none of its own. */
async function provinceOf(em: EntityManager, code: string, refusals: Refusal[]): Promise<Area | null> {
  const area = await em.findOne(Area, { code, parent: null });
  if (!area) refusals.push(unknownCode('areaCode', 'province', '省份', code));
  return area;
}

function spanRefusals(from: string, to: string | null): Refusal[] {
  if (to === null || to > from) return [];
  return [
    {
      code: 'SPAN_ENDS_BEFORE_START',
      field: 'effectiveTo',
      message: `The first day after, ${to}, must lie after the first day, ${from}.`,
      messageZh: `失效首日 ${to} 须晚于首日 ${from}。`,
      rule: null,
      facts: [fact('effectiveFrom', from), fact('effectiveTo', to)],
    },
  ];
}

function alreadyOnRecord(from: string): Refusal {
  return {
    code: 'STANDING_ALREADY_RECORDED',
    field: 'effectiveFrom',
    message: `The same from ${from} on is on record.`,
    messageZh: `自 ${from} 起的同一事项已录入。`,
    rule: null,
    facts: [fact('effectiveFrom', from)],
  };
}
