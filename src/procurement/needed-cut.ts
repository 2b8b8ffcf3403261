import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate } from '../kernel/local-date.ts';
import type { Ratio } from '../kernel/ratio.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { BidEvaluation } from './bid-evaluation.entity.ts';
import { averageCut, priceCut, scheme } from './policy/index.ts';
import type { Round } from './round.entity.ts';

/**
 * The cut that a negotiation must reach where the scheme asks for competition first: the average cut of the round's lots
 * that bidders competed for, of those whose price before is on record. Null where the scheme does not ask, or none is.
 */
export async function neededCut(em: EntityManager, round: Round): Promise<Ratio | null> {
  if (!round.openedOn || !scheme(localDate(round.openedOn), round.scheme).value.minimumCompetition) return null;
  const won = await em.find(
    BidEvaluation,
    { outcome: 'PROPOSED', bid: { lot: { round, priceBefore: { $ne: null } }, comparableUnitPrice: { $ne: null } } },
    { populate: ['bid.lot'] },
  );
  const cuts = won.flatMap((evaluation) => {
    const bid = evaluation.bid.getEntity();
    const { priceBefore, countingUnit } = bid.lot.getEntity();
    const cut = priceCut(UnitPrice.of(priceBefore!, countingUnit), UnitPrice.of(bid.comparableUnitPrice!, countingUnit));
    return cut.ok ? [cut.value.cut] : [];
  });
  return averageCut(cuts);
}
