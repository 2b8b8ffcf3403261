import { fact, type Fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source, type Source } from '../../kernel/source.ts';
import { anchorPrice } from './anchor-price.ts';
import { type ComparablePrice, limitText } from './comparable-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { priceRatioLimitClauses } from './price-ratio-limit.clauses.ts';

/**
 * A bid is eligible when it is not more than a multiple (1.8) of the anchor price: the "1.8x rule".
 * @source flcube.com/?p=30512 (seventh round); ?p=14910 (tenth); ?p=41082 (eleventh)
 */
export const priceRatioLimitRule = defineRule({
  id: 'procurement.price-ratio-limit',
  title: 'Price ratio limit (the 1.8x rule)',
  titleZh: '单位可比价倍数上限（1.8倍规则）',
  statement:
    'A shortlisted bid is eligible when its comparable unit price is at most the multiple in force (1.8) of the anchor price of its lot.',
  statementZh: '入围报价的单位可比价不高于本采购单元锚点价的规定倍数（1.8倍）的，具备拟中选资格。',
  source: [source(documents.round7Rules), source(documents.round10Rules), source(documents.round11Rules)],
  clauses: priceRatioLimitClauses,
  traces: ['RB3', 'RB5', 'RB6', 'E21', 'E22', 'E23'],
});

/**
 * The limit of a lot: exact, with its sources and the figures it was made of.
 * @source none: a shape of this system, not a rule
 */
export interface PriceLimit {
  limit: Ratio;
  inputs: Fact[];
  source: Source;
}

/**
 * The highest eligible comparable unit price of a lot on the opening day, exact (yuan), from the comparable unit
 * prices of its shortlisted bids (at least one; throws without).
 * @source flcube.com/?p=30512; ?p=41082
 */
export function priceRatioLimitOf(on: LocalDate, scheme: string, shortlisted: readonly ComparablePrice[]): PriceLimit {
  const clause = priceRatioLimitClauses.inForce(on, { scheme });
  const anchor = anchorPrice(on, scheme, shortlisted);
  const multiple = Ratio.parse(clause.value.multiple);
  const limit = anchor.price.times(multiple);
  return {
    limit,
    inputs: [...anchor.inputs, fact('multiple', clause.value.multiple), fact('limit', limitText(limit), 'yuan')],
    source: clause.source,
  };
}

/**
 * Judges one bid by the price ratio limit of its lot on the opening day; equality is allowed.
 *
 * Not judged (null) when the bid's price or every shortlisted price is unknown.
 * @source flcube.com/?p=30512; ?p=41082
 */
export function priceRatioLimit(
  on: LocalDate,
  scheme: string,
  offered: ComparablePrice | null,
  shortlisted: readonly ComparablePrice[],
): Judgement {
  if (offered === null || shortlisted.length === 0) {
    return judgement(priceRatioLimitRule, null, 'The lowest price of the lot is not on record.', '本采购单元最低价无记录。', []);
  }
  const { limit, inputs, source: applied } = priceRatioLimitOf(on, scheme, shortlisted);
  const all = [fact('offered', offered.toString(), 'yuan'), ...inputs];
  const multiple = inputs.find((each) => each.name === 'multiple')?.value ?? '';
  return offered.toRatio().isAtMost(limit)
    ? judgement(
        priceRatioLimitRule,
        true,
        `The bid of ${offered.toString()} is at most ${multiple} times the anchor price (${limitText(limit)}).`,
        `申报价${offered.toString()}元未超过锚点价的${multiple}倍（${limitText(limit)}元）。`,
        all,
        applied,
      )
    : judgement(
        priceRatioLimitRule,
        false,
        `The bid of ${offered.toString()} is more than ${multiple} times the anchor price (${limitText(limit)}).`,
        `申报价${offered.toString()}元超过锚点价的${multiple}倍（${limitText(limit)}元）。`,
        all,
        applied,
      );
}
