import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type ComparablePrice, comparablePrice, highestOf } from './comparable-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { priceRatioLimitClauses } from './price-ratio-limit.clauses.ts';
import { revivalPriceClauses } from './revival-price.clauses.ts';

/**
 * In round 10 a shortlisted enterprise that failed rule one may revive by accepting the highest rule-one winning
 * price; with a single rule-one winner, the multiple of its price.
 * @source flcube.com/?p=14910 (tenth round)
 */
export const revivalPriceRule = defineRule({
  id: 'procurement.revival-price',
  title: 'Revival at an accepted price',
  titleZh: '复活价',
  statement:
    'A shortlisted bid that failed rule one may revive by accepting the highest rule-one winning price, or, with one rule-one winner, the multiple in force of its price.',
  statementZh: '入围但未满足规则一的，可接受规则一最高拟中选价而“复活”；规则一仅一家中选的，为其价格的规定倍数。',
  source: [source(documents.round10Rules, 'revival')],
  clauses: revivalPriceClauses,
  traces: ['RB4'],
});

/**
 * The price to accept for revival on the opening day, from the rule-one winners' comparable unit prices; rounded
 * down to 4 decimals (a maximum); null without a rule-one winner.
 * @source flcube.com/?p=14910 (tenth round)
 */
export function revivalPrice(on: LocalDate, scheme: string, ruleOneWinners: readonly ComparablePrice[]): ComparablePrice | null {
  const { loneWinnerMultiplied } = revivalPriceClauses.inForce(on, { scheme }).value;
  const highest = highestOf(ruleOneWinners);
  if (highest === null || ruleOneWinners.length > 1 || !loneWinnerMultiplied) return highest;
  const multiple = Ratio.parse(priceRatioLimitClauses.inForce(on, { scheme }).value.multiple);
  return comparablePrice(highest.toRatio().times(multiple).toFixed(4, 'MAXIMUM_DOWN'));
}

/**
 * Judges one failed bid: met when the enterprise accepted the price, not met when it declined, open (null) when
 * it has not answered.
 * @source flcube.com/?p=14910 (tenth round)
 */
export function revival(on: LocalDate, scheme: string, price: ComparablePrice | null, accepts: boolean | null): Judgement {
  const applied = revivalPriceClauses.inForce(on, { scheme }).source;
  if (price === null)
    return judgement(
      revivalPriceRule,
      false,
      'Nobody met rule one, so there is no price to revive at.',
      '无企业满足规则一，无复活价。',
      [],
      applied,
    );
  const inputs = [fact('revivalPrice', price.toString(), 'yuan')];
  if (accepts === null)
    return judgement(
      revivalPriceRule,
      null,
      `The enterprise may revive by accepting ${price.toString()}.`,
      `企业可接受${price.toString()}元而“复活”。`,
      inputs,
      applied,
    );
  return accepts
    ? judgement(
        revivalPriceRule,
        true,
        `The enterprise accepted ${price.toString()} and revives.`,
        `企业接受${price.toString()}元，“复活”。`,
        inputs,
        applied,
      )
    : judgement(
        revivalPriceRule,
        false,
        `The enterprise did not accept ${price.toString()}.`,
        `企业未接受${price.toString()}元。`,
        inputs,
        applied,
      );
}
