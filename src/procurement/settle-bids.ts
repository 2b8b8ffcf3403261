import { localDate, localDateAt } from '../kernel/local-date.ts';
import type { Database } from '../platform/database/database.ts';
import { journalled } from '../platform/journal/journalled.ts';
import { BidEvaluation, standing } from './bid-evaluation.entity.ts';
import { Bid } from './bid.entity.ts';
import { compareBid } from './compare-bid.ts';
import { evaluateBids, publishedOutcome, schemeIsOnRecord } from './policy/index.ts';

/**
 * Gives the bids that came in by file what a bid recorded one by one has: its comparable unit price; and, to a bid of a
 * past round, the rules that it met or failed. The published outcome stands: competing bids are not all on record, so
 * it cannot be computed again, only explained.
 */
export async function settleBids(database: Database): Promise<void> {
  const act = { who: { role: 'OPERATOR', subject: 'settle-bids' }, when: new Date(), operation: 'settleBids', request: null, why: null };
  await journalled(database.fork(), act, async (em) => {
    const incomparable = await em.find(Bid, { price: { $ne: null }, comparableUnitPrice: null, status: { $ne: 'SEALED' } });
    const unexplained = await em.find(BidEvaluation, { bid: { origin: 'PUBLIC_SOURCE' }, explanation: null }, { populate: ['bid'] });
    const unsettled = [...incomparable, ...unexplained.map(({ bid }) => bid.getEntity())];
    const lots = [...new Set(unsettled.map((bid) => bid.lot.id))];
    const bids = await em.find(Bid, { lot: { $in: lots } }, { populate: ['lot.round', 'enterprise', 'product'], orderBy: { id: 'asc' } });
    const evaluations = await em.find(BidEvaluation, { bid: { lot: { $in: lots } } });
    for (const bid of bids) compare(bid);
    for (const ofLot of Map.groupBy(bids, (bid) => bid.lot.id).values()) judgePublished(ofLot, evaluations);
  });
}

/** Null stays null: a price for a box of unknown content cannot be compared. */
function compare(bid: Bid): void {
  const lot = bid.lot.getEntity();
  const unitsPerPriceUnit = bid.unitsPerPriceUnit ?? (bid.priceUnit === lot.countingUnit ? 1 : null);
  if (!bid.price || bid.status === 'SEALED' || bid.comparableUnitPrice || unitsPerPriceUnit === null) return;
  const on = lot.round.getEntity().openedOn ? localDate(lot.round.getEntity().openedOn!) : localDateAt(bid.recordedAt);
  const compared = compareBid({ price: bid.price, unitsPerPriceUnit, product: bid.product.getEntity(), lot, on });
  if (compared.ok) bid.comparableUnitPrice = compared.value.price.toString();
}

function judgePublished(bids: readonly Bid[], evaluations: readonly BidEvaluation[]): void {
  const published = bids.filter((bid) => bid.origin === 'PUBLIC_SOURCE');
  const lot = bids[0]!.lot.getEntity();
  const { openedOn, scheme } = lot.round.getEntity();
  if (published.length === 0 || !openedOn || !schemeIsOnRecord(localDate(openedOn), scheme)) return;
  const verdicts = evaluateBids({
    scheme,
    on: localDate(openedOn),
    lot: { ceilingPrice: lot.ceilingPrice ?? null, allBidsKnown: false },
    bids: bids.map((bid) => ({
      id: bid.id,
      enterpriseCode: bid.enterprise.getEntity().code,
      productCode: bid.product.getEntity().code,
      price: bid.comparableUnitPrice ?? null,
      comparableUnitPrice: bid.comparableUnitPrice ?? null,
      notBelowCostDeclared: bid.declaredNotBelowCost ?? null,
    })),
  });
  for (const bid of published) {
    const verdict = verdicts.find((each) => each.id === bid.id)!;
    const evaluation = evaluations.find((each) => each.bid.id === bid.id)!;
    evaluation.findings = verdict.findings;
    evaluation.explanation = publishedOutcome(standing(bid, evaluation), bid.provenance, verdict);
  }
}
