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
import { DrugRetentionRatio } from './drug-retention-ratio.entity.ts';
import { percentField } from './figures.ts';
import { areaRetentionRatio } from './policy/index.ts';
import type { SetDrugRetentionRatioInput } from './retention.input.ts';

/** Puts on file which part of drugs' surpluses the caller's pooling area lets be retained from a day on; a later day's replaces it then. */
export async function setDrugRetentionRatio(
  context: Context,
  em: EntityManager,
  input: SetDrugRetentionRatioInput,
): Promise<Verdict<DrugRetentionRatio>> {
  const { effectiveFrom, ratioPercent, source } = input;
  const areaCode = context.caller.area ?? '';
  const area = await em.findOne(Area, { code: areaCode });
  const malformed = percentField('ratioPercent', ratioPercent);
  const refusals: Refusal[] = [...textRefusals({ source }), ...malformed];
  if (malformed.length === 0) {
    const judged = areaRetentionRatio(localDate(effectiveFrom), ratioPercent);
    if (!judged.ok) refusals.push(...judged.refusals);
  }
  // No field of the input: the area is the caller's.
  if (!area) refusals.push({ ...unknownCode('', 'pooling area', '统筹区', areaCode), field: null });
  else if (await em.findOne(DrugRetentionRatio, { area, effectiveFrom })) refusals.push(alreadyOnFile(areaCode, effectiveFrom));
  return verdict(refusals, () =>
    em.create(DrugRetentionRatio, {
      ...recordedRow(context),
      area: area!,
      effectiveFrom,
      ratioPercent: decimal(ratioPercent, { integerDigits: 3, decimals: 2 }).toFixed(2),
      source,
    }),
  );
}

function alreadyOnFile(areaCode: string, effectiveFrom: string): Refusal {
  return {
    code: 'RATIO_ALREADY_SET',
    field: 'effectiveFrom',
    message: `Pooling area ${areaCode} has a ratio from ${effectiveFrom} on file already.`,
    messageZh: `统筹区 ${areaCode} 已有自 ${effectiveFrom} 起的药品结余留用比例。`,
    rule: null,
    facts: [fact('area', areaCode), fact('effectiveFrom', effectiveFrom)],
  };
}
