import type { EntityManager } from '@mikro-orm/postgresql';
import { Area } from '../catalogue/index.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { FundRatio } from './fund-ratio.entity.ts';
import type { PrescribeFundRatioInput } from './fund-ratio.type.ts';
import { nextMoment } from './next-moment.ts';
import { refuseRatio } from './policy/index.ts';

/**
 * Records by which ratio the fund pays in the caller's pooling area from a day on. Said again for the same day it takes the
 * place of what was said before, which stays on record.
 */
export async function prescribeFundRatio(context: Context, em: EntityManager, input: PrescribeFundRatioInput): Promise<Verdict<FundRatio>> {
  const { scheme, institutionLevel = null, effectiveFrom, ratioPercent = null, source } = input;
  const refusals = textRefusals({ source });
  if (ratioPercent !== null) refusals.push(...refuseRatio('ratioPercent', ratioPercent));
  const areaCode = context.caller.area ?? '';
  const area = await em.findOne(Area, { code: areaCode });
  // No field of the input: the area is the caller's.
  if (!area) refusals.push({ ...unknownCode('', 'pooling area', '统筹区', areaCode), field: null });
  if (refusals.length > 0) return refused(refusals);
  const row = { scheme, institutionLevel, effectiveFrom, ratioPercent, source };
  return accepted(em.create(FundRatio, { ...recordedRow(context), ...row, area: area!, recordedAt: await nextMoment(em) }));
}
