import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { scaledFrom, scaledText } from '../../kernel/scaled.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The part that the fund pays of what is in scope is prescribed by the pooling area, for a scheme and a level of institution.
 * @source source text 1: "pay according to the prescribed proportion"
 */
export const fundRatioRule = defineRule({
  id: 'standard.fund-ratio',
  title: 'Ratio of the fund',
  titleZh: '基金支付比例',
  statement:
    'The fund pays a ratio of what is in scope. The pooling area prescribes it by day for each scheme, for all levels of institution or for one; the one for the level goes first. Of two the one that began later holds, and of two that begin on one day the one recorded later. A pooling area that has prescribed none for a scheme itself has that of its province.',
  statementZh:
    '基金对纳入支付范围的金额按比例支付。比例由统筹区按险种、按日期规定，可适用于全部医疗机构级别或某一级别，按级别规定的优先。后开始的取代先开始的；同日开始的以后录入者为准。统筹区未就某险种规定比例的，适用其所属省的比例。',
  source: [
    source(documents.stentSupport, '"pay according to the prescribed proportion"'),
    source(documents.ourConvention, 'the level goes before all levels; the province before nothing'),
  ],
  traces: ['S1-17', 'E15a'],
});

/**
 * How many decimals a ratio in percent may have, and the whole of it in units of the last of them.
 * @source none: mirrors the column of the database
 */
export const ratioDecimals = 3;
/** 100 % in units of 0.001 %. */
const wholeRatio = 100_000;

/**
 * A ratio of an area and a scheme: for one level of institution or for all (null), from a day on, in units of 0.001 %; null
 * where from that day on none holds.
 * @source none: a shape of this system, not a rule
 */
export interface DatedRatio {
  readonly level: string | null;
  readonly from: number;
  readonly ratio: number | null;
}

/**
 * The ratio in force on a day for a level, or for what is the same at all levels where none is asked for.
 * @param ratios of one area and scheme, in the order of their days and, of one day, of their recording
 * @param day in the same count as the days of the ratios
 * @source source text 1; convention of this system
 */
export function fundRatioOn<R extends DatedRatio>(ratios: readonly R[], level: string | null, day: number): R | null {
  const ofLevel = level === null ? null : lastOn(ratios, level, day);
  if (ofLevel !== null && ofLevel.ratio !== null) return ofLevel;
  const ofAll = lastOn(ratios, null, day);
  return ofAll !== null && ofAll.ratio !== null ? ofAll : null;
}

function lastOn<R extends DatedRatio>(ratios: readonly R[], level: string | null, day: number): R | null {
  for (let at = ratios.length - 1; at >= 0; at -= 1) {
    const each = ratios[at]!;
    if (each.from <= day && each.level === level) return each;
  }
  return null;
}

/**
 * Refuses what is no ratio: in percent, above 0 and at most 100, of at most three decimals.
 * @source none: a ratio is a part of a whole
 */
export function refuseRatio(field: string, percent: string): Refusal[] {
  const ratio = scaledFrom(percent, ratioDecimals);
  if (ratio !== null && ratio > 0 && ratio <= wholeRatio) return [];
  return [
    {
      code: 'RATIO_OUT_OF_RANGE',
      field,
      message: `A ratio is above 0 and at most 100 percent, with at most ${ratioDecimals} decimals, not ${percent}.`,
      messageZh: `支付比例须大于 0 且不超过 100%，小数不超过 ${ratioDecimals} 位，而不是 ${percent}。`,
      rule: fundRatioRule.id,
      facts: [fact('ratioPercent', percent, '%'), fact('most', scaledText(wholeRatio, ratioDecimals), '%')],
    },
  ];
}
