import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { localDate } from '../kernel/local-date.ts';
import { accepted, refused, valueOf, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { Lot } from './lot.entity.ts';
import { actionOfOutcome, bidStates, evaluateBids, type LotToEvaluate } from './policy/index.ts';
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
  const lots = await em.find(Lot, { round });
  const formerHighest = round.renews ? await highestWinningPrice(em, round.renews.id) : null;
  for (const lot of lots) {
    judgeLot(
      round,
      bids.filter((bid) => bid.lot.id === lot.id),
      {
        ceilingPrice: lot.ceilingPrice ?? null,
        formerHighestWinningPrice: formerHighest,
        priceOfEarlierRound: lot.priceBefore ?? null,
        allBidsKnown: true,
      },
    );
  }
  return accepted(round);
}

function judgeLot(round: Round, bids: readonly Bid[], facts: LotToEvaluate): void {
  const verdicts = evaluateBids({
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
  for (const verdict of verdicts) {
    const bid = bids.find((each) => each.id === verdict.id)!;
    bid.status = valueOf(bidStates.after(actionOfOutcome[verdict.outcome], bid.status));
    bid.rank = verdict.rank;
    bid.findings = verdict.findings;
    bid.explanation = verdict.explanation;
  }
}

/** The highest winning price of a round, in the unit of its lots; null where none is on record. */
async function highestWinningPrice(em: EntityManager, roundId: string): Promise<string | null> {
  const query = sql<{ highest: string | null }>`
    select max(winning_price)::text as highest from selected_product where round_id = ${roundId}`;
  return (await query.execute(em.getKysely())).rows[0]?.highest ?? null;
}
