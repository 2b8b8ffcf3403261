import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { sumOf } from '../../kernel/quantity.ts';
import { agreedQuantityRule } from './agreed-quantity.ts';
import { intendedVolumeRule } from './intended-volume.ts';
import type { VolumeShare } from './volume-share.ts';

/**
 * What one winner was given of one region (whole units): the region's base, what is agreed of it, and the winner's part.
 * @source none: a shape of this system, not a rule
 */
export interface RegionPart {
  productCode: string;
  areaCode: string;
  base: number;
  agreed: number;
  quantity: number;
}

/**
 * How the national agreed quantity of a winner follows: per region base × share, rounded once there, the winner's part
 * of it, and their sum.
 * @source as the rules that it tells of
 */
export function explainShareOfBase(productCode: string, share: VolumeShare, parts: readonly RegionPart[]): Explanation {
  const own = parts.filter((each) => each.productCode === productCode);
  const total = sumOf(own.map((each) => each.quantity));
  return {
    rule: agreedQuantityRule.id,
    sentence: `${share.percent} % of the base of each region, rounded there; ${own.length} region(s) give ${total} units.`,
    sentenceZh: `各地区基数的${share.percent}%，分地区取整；${own.length}个地区合计${total}单位。`,
    source: [...share.explanation.source, ...agreedQuantityRule.source],
    inputs: [fact('share', share.percent, '%'), ...share.explanation.inputs, fact('base', sumOf(own.map((each) => each.base)))],
    steps: [
      ...own.map(({ areaCode, base, agreed, quantity }) => ({
        text: `${areaCode}: ${base} x ${share.percent} % = ${agreed}${quantity === agreed ? '' : `, of which its part`}`,
        textZh: `${areaCode}：${base}×${share.percent}%＝${agreed}${quantity === agreed ? '' : '，其中本产品'}`,
        value: String(quantity),
        unit: null,
      })),
      { text: 'sum of the regions', textZh: '各地区之和', value: String(total), unit: null },
    ],
  };
}

/**
 * How the agreed quantity of a selected product follows where institutions named products: what they intended of it, and
 * what they re-assigned to it (whole units).
 * @source as the rule that it tells of
 */
export function explainIntendedVolume(intended: number, reassigned: number): Explanation {
  const total = intended + reassigned;
  return {
    rule: intendedVolumeRule.id,
    sentence: `Institutions intended ${intended} units of it and re-assigned ${reassigned} to it: ${total} units.`,
    sentenceZh: `医疗机构意向采购${intended}单位，重新分配${reassigned}单位，合计${total}单位。`,
    source: [...intendedVolumeRule.source],
    inputs: [fact('intended', intended), fact('reassigned', reassigned)],
    steps: [{ text: 'intended + re-assigned', textZh: '意向采购量＋重新分配量', value: String(total), unit: null }],
  };
}
