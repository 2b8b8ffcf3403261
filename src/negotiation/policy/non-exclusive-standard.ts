import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { nonExclusiveStandardClauses } from './non-exclusive-standard.clauses.ts';

/**
 * Several enterprises bid for a drug against the price that the fund is willing to pay.
 * @source known from the field
 */
export const nonExclusiveStandardRule = defineRule({
  id: 'negotiation.non-exclusive-standard',
  title: 'Standard of a non-exclusive drug',
  titleZh: '非独家药品竞价支付标准',
  statement:
    'The experts fix the price that the fund is willing to pay. With at least one bid at it or below the drug is included, and its payment standard is the lowest bid, but not below 70 % of the willing price; that floor is rounded up to four decimals. Without one it is not included.',
  statementZh:
    '专家确定医保支付意愿。至少一家报价不高于支付意愿的，该通用名药品纳入，支付标准为最低报价，但不低于支付意愿的70%（下限向上取至四位小数）；均高于的，不纳入。',
  source: [source(documents.fieldPractice, 'bidding of non-exclusive drugs'), source(documents.ourConvention, 'rounding of the floor')],
  clauses: nonExclusiveStandardClauses,
  traces: ['RH5'],
});

/**
 * What a bidding leads to; the standard is null where the drug is not included.
 * @source none: a shape of this system, not a rule
 */
export interface NonExclusiveResult {
  readonly lowest: UnitPrice;
  readonly standard: UnitPrice | null;
  readonly explanation: Explanation;
}

/**
 * The result of a bidding, from the willing price and the bids, all per the same unit.
 *
 * Refuses with `BID_MISSING`, `BIDDING_RULES_NOT_IN_FORCE`.
 * @source known from the field
 */
export function nonExclusiveStandard(willing: UnitPrice, bids: readonly UnitPrice[], on: LocalDate): Verdict<NonExclusiveResult> {
  const [first, ...rest] = bids;
  const clause = nonExclusiveStandardClauses.find(on);
  const refusals: Refusal[] = [...(clause ? [] : [notInForce(on)]), ...(first ? [] : [noBid])];
  if (!clause || !first) return refused(refusals);
  const lowest = rest.reduce((least, bid) => (bid.isAtMost(least) ? bid : least), first);
  const { floorPercent } = clause.value;
  const floor = UnitPrice.of(willing.toRatio().times(Ratio.percent(floorPercent)).toFixed(4, 'MINIMUM_UP'), willing.unit);
  const isIncluded = lowest.isAtMost(willing);
  const standard = isIncluded ? (lowest.isAtMost(floor) ? floor : lowest) : null;
  const unit = `yuan/${willing.unit}`;
  return accepted({
    lowest,
    standard,
    explanation: {
      rule: nonExclusiveStandardRule.id,
      sentence: standard
        ? `The lowest of ${bids.length} bids, ${lowest}, is not above the willing price of ${willing}: the standard is ${standard}, the larger of it and ${floor}.`
        : `The lowest of ${bids.length} bids, ${lowest}, is above the willing price of ${willing}: the drug is not included.`,
      sentenceZh: standard
        ? `${bids.length}家报价中最低为${lowest}元，不高于支付意愿${willing}元；支付标准为${standard}元，即最低报价与下限${floor}元中的较高者。`
        : `${bids.length}家报价中最低为${lowest}元，高于支付意愿${willing}元，不纳入。`,
      source: [clause.source],
      inputs: [
        fact('willingPrice', willing.toString(), unit),
        fact('floor', floorPercent, '%'),
        ...bids.map((bid, at) => fact(`bid${at + 1}`, bid.toString(), unit)),
      ],
      steps: [
        { text: 'the lowest bid', textZh: '最低报价', value: lowest.toString(), unit },
        { text: 'willing price x floor, up to 4 decimals', textZh: '支付意愿×下限比例，向上取至四位小数', value: floor.toString(), unit },
        ...(standard ? [{ text: 'the larger of both', textZh: '取较高者', value: standard.toString(), unit }] : []),
      ],
    },
  });
}

const noBid: Refusal = {
  code: 'BID_MISSING',
  field: 'bids',
  message: 'A bidding has at least one bid.',
  messageZh: '竞价须至少有一家报价。',
  rule: nonExclusiveStandardRule.id,
  facts: [],
};

function notInForce(on: LocalDate): Refusal {
  const first = nonExclusiveStandardClauses.rows[0]!.from;
  return {
    code: 'BIDDING_RULES_NOT_IN_FORCE',
    field: 'on',
    message: `No rules of non-exclusive bidding are on record for ${on}; the first hold from ${first}.`,
    messageZh: `${on}尚无非独家药品竞价规则记录;首个规则自${first}起适用。`,
    rule: nonExclusiveStandardRule.id,
    facts: [fact('on', on), fact('firstDay', first)],
  };
}
