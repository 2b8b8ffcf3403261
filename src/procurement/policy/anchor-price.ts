import { fact, type Fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { type Source, source } from '../../kernel/source.ts';
import { anchorPriceClauses } from './anchor-price.clauses.ts';
import { type ComparablePrice, limitText, lowestOf } from './comparable-price.ts';
import { documents } from './documents.ts';

/**
 * The price from which the ratio limit is counted: the lowest bid; since round 11 not less than half the average.
 * @source flcube.com/?p=41082 (eleventh round)
 */
export const anchorPriceRule = defineRule({
  id: 'procurement.anchor-price',
  title: 'Anchor price',
  titleZh: '锚点价',
  statement:
    'The anchor is the lowest comparable unit price; since round 11 the larger of it and 50 % of the average of the shortlisted bids.',
  statementZh: '锚点价为最低单位可比价；第十一批起，为最低价与入围均价50%两者中的较高者。',
  source: [source(documents.round11Rules), source(documents.round7Rules)],
  clauses: anchorPriceClauses,
  traces: ['RB5', 'E23'],
});

/**
 * An anchor: exact, with the figures it was made of.
 * @source none: a shape of this system, not a rule
 */
export interface Anchor {
  price: Ratio;
  inputs: Fact[];
  source: Source;
}

/**
 * The anchor of a lot on the opening day from the comparable unit prices of its shortlisted bids (at least one).
 *
 * Exact, nothing is rounded: an average of three bids is a fraction, and a bid exactly at the limit must pass.
 * @source flcube.com/?p=41082 (eleventh round)
 */
export function anchorPrice(on: LocalDate, scheme: string, shortlisted: readonly ComparablePrice[]): Anchor {
  const lowest = lowestOf(shortlisted);
  if (lowest === null) throw new RangeError('an anchor needs a shortlisted bid');
  const clause = anchorPriceClauses.inForce(on, { scheme });
  const inputs = [fact('lowest', lowest.toString(), 'yuan')];
  if (clause.value.basis === 'LOWEST') return { price: lowest.toRatio(), inputs, source: clause.source };
  const { percentOfAverage } = clause.value;
  const sum = shortlisted.reduce((total, each) => total.plus(each.toRatio()), Ratio.of(0));
  const average = sum.dividedBy(Ratio.of(shortlisted.length));
  const part = average.times(Ratio.percent(percentOfAverage));
  const price = part.compare(lowest.toRatio()) > 0 ? part : lowest.toRatio();
  return {
    price,
    inputs: [
      ...inputs,
      fact('average', average.toText(), 'yuan'),
      fact('percentOfAverage', percentOfAverage, '%'),
      fact('anchor', limitText(price), 'yuan'),
    ],
    source: clause.source,
  };
}
