import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { count, type Count, countFrom, sumOf } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import type { Rounding } from '../../kernel/rounding.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Agreed volume is base times share per area, rounded per area; the national figure is the sum of the areas.
 * @source baipharm.chemlinked.com (published volumes of the seventh round)
 */
export const agreedQuantityRule = defineRule({
  id: 'procurement.agreed-quantity',
  title: 'Agreed volume by area',
  titleZh: '分地区约定采购量',
  statement:
    'The agreed volume of an area is its base times the share, rounded once; the national figure is the sum of the rounded areas, never rounded itself.',
  statementZh: '各地区约定采购量为该地区基数乘以比例，取整一次；全国数为各地区之和，不再取整。',
  source: [
    source(documents.round7Shares, 'published first-year volumes'),
    source(documents.yangtze, '首年约定采购量计算基数'),
    source(documents.ourConvention, 'half up'),
  ],
  traces: ['RA1', 'RA2', 'E19a', 'E19c', 'E19e', 'E19g'],
});

/**
 * The agreed volumes of one product group: one whole number an area, and their sum.
 * @source none: a shape of this system, not a rule
 */
export interface AgreedQuantities {
  areas: { areaCode: string; base: Count; quantity: Count }[];
  total: Count;
  explanation: Explanation;
}

/**
 * Agreed volume per area (units) from each area's base (units) and an exact share, rounded once per area by name
 * (half up unless said otherwise), and the national sum of the rounded figures. Throws on an area listed twice.
 * @source baipharm.chemlinked.com (seventh round); the rounding is a convention of this system
 */
export function agreedQuantity(
  bases: readonly { areaCode: string; base: number }[],
  share: Ratio,
  rounding: Rounding = 'HALF_UP',
): AgreedQuantities {
  if (new Set(bases.map((each) => each.areaCode)).size !== bases.length) throw new RangeError('an area is listed twice');
  const areas = bases.map(({ areaCode, base }) => ({
    areaCode,
    base: count(base),
    quantity: countFrom(Ratio.of(count(base)).times(share).toInteger(rounding)),
  }));
  const total = sumOf(areas.map((each) => each.quantity));
  const percent = share.times(Ratio.of(100)).toText();
  return {
    areas,
    total,
    explanation: {
      rule: agreedQuantityRule.id,
      sentence: `${percent} % of the base of each of ${areas.length} area(s), rounded per area (${rounding}); the total of ${total} is the sum of the rounded figures.`,
      sentenceZh: `各地区（共${areas.length}个）基数的${percent}%，分地区取整（${rounding}）；合计${total}为取整后之和。`,
      source: [...agreedQuantityRule.source],
      inputs: [fact('share', percent, '%'), fact('base', sumOf(areas.map((each) => each.base))), fact('rounding', rounding)],
      steps: areas.map((each) => ({
        text: `${each.areaCode}: ${each.base} x ${percent} %`,
        textZh: `${each.areaCode}：${each.base}×${percent}%`,
        value: String(each.quantity),
        unit: null,
      })),
    },
  };
}

/**
 * The base of an area: the sum of what its institutions reported (units).
 * @source CSJ-YD2022-1 (首年约定采购量计算基数)
 */
export function baseOfArea(reported: readonly number[]): Count {
  return sumOf(reported);
}
