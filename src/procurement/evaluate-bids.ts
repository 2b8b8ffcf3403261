import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { localDate } from '../kernel/local-date.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { BidEvaluation, outcomeAfter, standing } from './bid-evaluation.entity.ts';
import { Bid } from './bid.entity.ts';
import { Lot } from './lot.entity.ts';
import { actionOfOutcome, evaluateBids, type EvaluatedBid, type LotToEvaluate } from './policy/index.ts';
import type { EvaluateBidsInput } from './recording.input.ts';
import type { Round } from './round.entity.ts';

/**
 * Judges every opened bid of a round by the rules of its scheme on the opening day, and stores each verdict with every
 * rule that was met or failed. May be repeated until a selection is proposed: the same bids get the same verdicts.
 */
export async function evaluateRound(_context: Context, em: EntityManager, input: EvaluateBidsInput): Promise<Verdict<Round>> {
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return held;
  const round = held.value;
  const refusals = requireStatus(round, ['OPENED']);
  if (refusals.length > 0) return refused(refusals);

  const bids = await em.find(Bid, { lot: { round } }, { populate: ['enterprise', 'product'] });
  const earlier = await em.find(BidEvaluation, { bid: { lot: { round } } });
  const lots = await em.find(Lot, { round });
  const formerHighest = round.renews ? await highestWinningPrice(em, round.renews.id) : null;
  for (const lot of lots) {
    const verdicts = judgeLot(
      round,
      bids.filter((bid) => bid.lot.id === lot.id),
      {
        ceilingPrice: lot.ceilingPrice ?? null,
        formerHighestWinningPrice: formerHighest,
        priceOfEarlierRound: lot.priceBefore ?? null,
        allBidsKnown: true,
      },
    );
    for (const { id, outcome, rank, findings, explanation } of verdicts) {
      const bid = bids.find((each) => each.id === id)!;
      const evaluation = earlier.find((each) => each.bid.id === id) ?? em.create(BidEvaluation, { bid });
      const reached = outcomeAfter(actionOfOutcome[outcome], standing(bid, evaluation));
      Object.assign(evaluation, { outcome: reached, rank, findings, explanation });
    }
  }
  return accepted(round);
}

function judgeLot(round: Round, bids: readonly Bid[], facts: LotToEvaluate): EvaluatedBid[] {
  return evaluateBids({
    scheme: round.scheme,
    on: localDate(round.openedOn!),
    lot: facts,
    bids: bids.map((bid) => ({
      id: bid.id,
      enterpriseCode: bid.enterprise.getEntity().code,
      productCode: bid.product.getEntity().code,
      price: bid.price ?? null,
      comparableUnitPrice: bid.comparableUnitPrice ?? null,
      notBelowCostDeclared: bid.declaredNotBelowCost ?? null,
    })),
  });
}

/** The highest winning price of a round, in the unit of its lots; null where none is on record. */
async function highestWinningPrice(em: EntityManager, roundId: string): Promise<string | null> {
  const query = sql<{ highest: string | null }>`
    select max(winning_price)::text as highest from selected_product where round_id = ${roundId}`;
  return (await query.execute(em.getKysely())).rows[0]?.highest ?? null;
}
