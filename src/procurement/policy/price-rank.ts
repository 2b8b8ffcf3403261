import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { ComparablePrice } from './comparable-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * Valid bids are ranked by comparable unit price, lowest first; equal prices share a rank.
 * @source en.camdi.org/news/4962 (coronary stents 2020)
 */
export const priceRankRule = defineRule({
  id: 'procurement.price-rank',
  title: 'Rank by price',
  titleZh: '价格排名',
  statement: 'Valid bids are ranked by comparable unit price, lowest first. Equal prices share the better rank (1, 2, 2, 4).',
  statementZh: '有效报价按单位可比价由低到高排名；价格相同的并列（1、2、2、4）。',
  source: [source(documents.stents2020Selection), source(documents.ourConvention, 'ties')],
  traces: ['RB6'],
});

/**
 * A bid as far as ranking needs it.
 * @source none: a shape of this system, not a rule
 */
export interface Priced {
  id: string;
  price: ComparablePrice;
}

/**
 * The rank of each bid: one more than the number of cheaper bids, so that ties share a rank and the order of the
 * input does not matter.
 * @source en.camdi.org/news/4962; the sharing of ranks is a convention of this system
 */
export function priceRanks(bids: readonly Priced[]): Map<string, number> {
  return new Map(bids.map((bid) => [bid.id, 1 + bids.filter((other) => other.price.compare(bid.price) < 0).length]));
}

/**
 * The bids that share the price of one bid, by id, without itself.
 * @source none: arithmetic
 */
export function tiedWith(bid: Priced, bids: readonly Priced[]): string[] {
  return bids
    .filter((other) => other.id !== bid.id && other.price.equals(bid.price))
    .map((other) => other.id)
    .toSorted();
}

/**
 * Judges the rank of one bid among all; not judged (null rank) when competing bids or prices are not on record.
 * @source en.camdi.org/news/4962
 */
export function priceRank(rank: number | null, bids: number, tied: readonly string[]): Judgement {
  if (rank === null) {
    return judgement(
      priceRankRule,
      null,
      'Not all competing bids and prices of the lot are on record; the bid is judged alone.',
      '该采购单元的竞争报价未全部记录，仅单独评判。',
      [],
    );
  }
  const inputs = [fact('rank', rank), fact('rankedBids', bids), ...tied.map((id) => fact('tiedWith', id))];
  const [tie, tieZh] = tied.length > 0 ? [`, tied with ${tied.join(', ')}`, `，与${tied.join('、')}并列`] : ['', ''];
  return judgement(
    priceRankRule,
    true,
    `The bid ranks ${rank} of ${bids} by price${tie}.`,
    `报价在${bids}个有效报价中排第${rank}位${tieZh}。`,
    inputs,
  );
}
