import type { EntityManager } from '@mikro-orm/postgresql';
import { Area } from '../catalogue/index.ts';
import { decimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { areaPrepaymentRatio } from './policy/index.ts';
import { ratioPercentField } from './prepayment-inputs.ts';
import { PrepaymentRatio } from './prepayment-ratio.entity.ts';
import type { SetPrepaymentRatioInput } from './prepayment.input.ts';

/** Records the ratio that the caller's pooling area prepays at least from a day on; a later day's ratio replaces it then. */
export async function setPrepaymentRatio(
  context: Context,
  em: EntityManager,
  input: SetPrepaymentRatioInput,
): Promise<Verdict<PrepaymentRatio>> {
  const { effectiveFrom, ratioPercent, source } = input;
  const areaCode = context.caller.area ?? '';
  const area = await em.findOne(Area, { code: areaCode });
  const refusals: Refusal[] = [...textRefusals({ source }), ...ratioPercentField(ratioPercent)];
  if (refusals.every(({ field }) => field !== 'ratioPercent')) {
    const judged = areaPrepaymentRatio(localDate(effectiveFrom), ratioPercent);
    if (!judged.ok) refusals.push(...judged.refusals.map((each) => (each.field === 'on' ? { ...each, field: 'effectiveFrom' } : each)));
  }
  // No field of the input: the area is the caller's.
  if (!area) refusals.push({ ...unknownCode('', 'pooling area', '统筹区', areaCode), field: null });
  else if (await em.findOne(PrepaymentRatio, { area, effectiveFrom })) refusals.push(alreadySet(areaCode, effectiveFrom));
  return verdict(refusals, () =>
    em.create(PrepaymentRatio, {
      ...recordedRow(context),
      area: area!,
      effectiveFrom,
      ratioPercent: decimal(ratioPercent, { integerDigits: 3, decimals: 2 }).toFixed(2),
      source,
    }),
  );
}

function alreadySet(areaCode: string, effectiveFrom: string): Refusal {
  return {
    code: 'RATIO_ALREADY_SET',
    field: 'effectiveFrom',
    message: `Pooling area ${areaCode} has a ratio from ${effectiveFrom} already.`,
    messageZh: `统筹区 ${areaCode} 已有自 ${effectiveFrom} 起的预付比例。`,
    rule: null,
    facts: [fact('area', areaCode), fact('effectiveFrom', effectiveFrom)],
  };
}
