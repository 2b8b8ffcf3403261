import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type Part, splitExactly } from '../../kernel/split.ts';
import { documents } from './documents.ts';

/**
 * An area's agreed volume is divided among its institutions in proportion to the demand they reported.
 * @source convention of this system; the reported demand as base: CSJ-YD2022-1
 */
export const institutionSplitRule = defineRule({
  id: 'procurement.institution-split',
  title: 'Split among institutions',
  titleZh: '约定采购量在医疗机构间的分解',
  statement:
    'An area’s agreed volume is split in proportion to reported demand by the largest remainder; equal remainders go to the smaller institution code.',
  statementZh: '地区约定采购量按各医疗机构报量比例以最大余数法分解；余数相同的，机构代码较小者优先。',
  source: [source(documents.yangtze, '首年约定采购量计算基数'), source(documents.ourConvention, 'largest remainder')],
  traces: ['RA1', 'RA2'],
});

/**
 * The institutions' parts (whole units, sum exactly the agreed volume), in the order given; zero demand gets zero.
 * Throws when nobody reported demand but something is to be split.
 * @source convention of this system
 */
export function institutionSplit(agreed: number, demand: readonly { institutionCode: string; reported: number }[]): Part[] {
  return splitExactly(
    agreed,
    demand.map(({ institutionCode, reported }) => ({ key: institutionCode, weight: reported })),
    'SMALLER_KEY',
  );
}
