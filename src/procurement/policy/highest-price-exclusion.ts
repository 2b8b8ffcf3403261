import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * The seventh round's second condition (a winner is not the highest-priced eligible bid, with a scoring exception)
 * is on record only in unclear words: it is listed and never applied.
 * @source flcube.com/?p=30512 (seventh round), unclear
 */
export const highestPriceExclusionRule = defineRule({
  id: 'procurement.highest-price-exclusion',
  title: 'Exclusion of the highest price (not applied)',
  titleZh: '最高价排除（未适用）',
  statement:
    'A winner cannot be the highest-priced of the eligible bids, with a scoring exception. The source is unclear; the rule is listed, not applied.',
  statementZh: '拟中选者不得为符合条件报价中的最高价，另有评分例外。来源表述不清，仅列出，不适用。',
  source: [source(documents.round7Rules, 'second condition, unclear')],
  traces: ['RB3'],
});

/**
 * Lists the rule for an eligible bid, says whether it is the highest, and judges nothing.
 * @source flcube.com/?p=30512 (seventh round), unclear
 */
export function highestPriceExclusion(isHighest: boolean): Judgement {
  return isHighest
    ? judgement(
        highestPriceExclusionRule,
        null,
        'It is the highest-priced eligible bid; the exclusion is unclear in the source and not applied.',
        '为符合条件报价中的最高价；排除规则来源不清，未适用。',
        [],
      )
    : judgement(
        highestPriceExclusionRule,
        null,
        'It is not the highest-priced eligible bid; the exclusion is not applied.',
        '并非符合条件报价中的最高价；排除规则未适用。',
        [],
      );
}
