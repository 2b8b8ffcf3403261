import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { ComparablePrice } from './comparable-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * In a renewal a bid not above the former round's highest winning price is enough to be selected.
 * @source sznews.com 2022-11-30 (coronary stents, renewal)
 */
export const formerHighestPriceLimitRule = defineRule({
  id: 'procurement.former-highest-price-limit',
  title: 'Former highest winning price as limit',
  titleZh: '不高于上一轮最高中选价',
  statement: 'In the renewal of the stents a bid is selected when it does not exceed the highest winning price of the former round.',
  statementZh: '冠脉支架接续采购中，申报价不高于上一轮最高中选价即可中选。',
  source: [source(documents.stents2022)],
  traces: ['RB7'],
});

/**
 * Judges one bid against the highest winning price of the former round, both in yuan per comparable unit.
 *
 * Not judged (null) when either is not on record.
 * @source sznews.com 2022-11-30 (coronary stents, renewal)
 */
export function formerHighestPriceLimit(offered: ComparablePrice | null, highest: ComparablePrice | null): Judgement {
  const rule = formerHighestPriceLimitRule;
  if (offered === null || highest === null) {
    return judgement(rule, null, 'The bid or the former highest winning price is not on record.', '申报价或上一轮最高中选价无记录。', []);
  }
  const inputs = [fact('offered', offered.toString(), 'yuan'), fact('formerHighestWinningPrice', highest.toString(), 'yuan')];
  return offered.isAtMost(highest)
    ? judgement(
        rule,
        true,
        `The bid of ${offered.toString()} does not exceed the former highest winning price of ${highest.toString()}.`,
        `申报价${offered.toString()}元未超过上一轮最高中选价${highest.toString()}元。`,
        inputs,
      )
    : judgement(
        rule,
        false,
        `The bid of ${offered.toString()} exceeds the former highest winning price of ${highest.toString()}.`,
        `申报价${offered.toString()}元高于上一轮最高中选价${highest.toString()}元。`,
        inputs,
      );
}
