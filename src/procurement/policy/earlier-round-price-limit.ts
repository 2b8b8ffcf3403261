import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { ComparablePrice } from './comparable-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * In the alliance expansion of 2019 a bid must not exceed the winning price of the 4+7 pilot.
 * @source pharmaboardroom.com (alliance expansion 2019)
 */
export const earlierRoundPriceLimitRule = defineRule({
  id: 'procurement.earlier-round-price-limit',
  title: 'Price of the earlier round as limit',
  titleZh: '不高于前一轮中选价',
  statement: 'A bid of the expansion must not exceed the winning price of the earlier round (4+7); equality is allowed.',
  statementZh: '扩围申报价不得高于前一轮（4+7）中选价；等于的，有效。',
  source: [source(documents.expansionReport)],
  traces: ['RB2'],
});

/**
 * Judges one bid against the winning price of the earlier round, both in yuan per comparable unit.
 *
 * Not judged (null) when either is not on record.
 * @source pharmaboardroom.com (alliance expansion 2019)
 */
export function earlierRoundPriceLimit(offered: ComparablePrice | null, earlier: ComparablePrice | null): Judgement {
  const rule = earlierRoundPriceLimitRule;
  if (offered === null || earlier === null) {
    return judgement(rule, null, 'The bid or the price of the earlier round is not on record.', '申报价或前一轮中选价无记录。', []);
  }
  const inputs = [fact('offered', offered.toString(), 'yuan'), fact('priceOfEarlierRound', earlier.toString(), 'yuan')];
  return offered.isAtMost(earlier)
    ? judgement(
        rule,
        true,
        `The bid of ${offered.toString()} does not exceed the earlier winning price of ${earlier.toString()}.`,
        `申报价${offered.toString()}元未超过前一轮中选价${earlier.toString()}元。`,
        inputs,
      )
    : judgement(
        rule,
        false,
        `The bid of ${offered.toString()} exceeds the earlier winning price of ${earlier.toString()}.`,
        `申报价${offered.toString()}元高于前一轮中选价${earlier.toString()}元。`,
        inputs,
      );
}
