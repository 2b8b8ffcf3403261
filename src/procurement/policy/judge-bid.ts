import { UnitPrice } from '../../kernel/unit-price.ts';
import type { BidsToEvaluate, BidToEvaluate, LotToEvaluate } from './bid-evaluation.ts';
import { ceilingCut } from './ceiling-cut.ts';
import { ceilingPrice } from './ceiling-price.ts';
import { type ComparablePrice, comparablePrice } from './comparable-price.ts';
import { costDeclaration } from './cost-declaration.ts';
import { earlierRoundPriceLimit } from './earlier-round-price-limit.ts';
import type { Judgement } from './finding.ts';
import { fixedPriceLimit } from './fixed-price-limit.ts';
import { formerHighestPriceLimit } from './former-highest-price-limit.ts';
import { manufacturerLimit } from './manufacturer-limit.ts';
import { oneBidPerEnterprise } from './one-bid-per-enterprise.ts';
import type { Priced } from './price-rank.ts';
import { priceRatioLimit } from './price-ratio-limit.ts';
import { qualityConsistency } from './quality-consistency.ts';
import type { EligibilityRule, ShortlistRule, ValidityRule } from './scheme.clauses.ts';
import { shortlistLimit } from './shortlist-limit.ts';

/**
 * A price that may not be on record, per comparable unit.
 * @source none: arithmetic
 */
export function optionalPrice(text: string | null | undefined): ComparablePrice | null {
  return text == null ? null : comparablePrice(text);
}

/**
 * The price by which a bid is ranked: the comparable unit price, else the declared price.
 * @source none: glossary 单位可比价
 */
export function rankingPrice(bid: BidToEvaluate): ComparablePrice | null {
  return optionalPrice(bid.comparableUnitPrice ?? bid.price);
}

/** A bid's price and the ceiling on one basis: per declared unit or per comparable unit, never mixed. */
function besideCeiling(bid: BidToEvaluate, lot: LotToEvaluate) {
  const basis = bid.ceilingBasis ?? (bid.comparableUnitPrice === null ? 'PRICE' : 'COMPARABLE_UNIT_PRICE');
  const as = (text: string | null) => (text === null ? null : UnitPrice.of(text, basis));
  return { offered: as(basis === 'PRICE' ? bid.price : bid.comparableUnitPrice), ceiling: as(lot.ceilingPrice) };
}

/**
 * Puts one bid to one validity rule.
 * @source as cited by the rules
 */
export function judgeValidity(rule: ValidityRule, bid: BidToEvaluate, { lot, bids }: BidsToEvaluate): Judgement {
  switch (rule) {
    case 'procurement.ceiling-price': {
      const { offered, ceiling } = besideCeiling(bid, lot);
      return ceilingPrice(offered, ceiling);
    }
    case 'procurement.earlier-round-price-limit':
      return earlierRoundPriceLimit(rankingPrice(bid), optionalPrice(lot.priceOfEarlierRound));
    case 'procurement.one-bid-per-enterprise':
      return oneBidPerEnterprise(bid.enterpriseCode, bids.filter((other) => other.enterpriseCode === bid.enterpriseCode).length);
    case 'procurement.cost-declaration':
      return costDeclaration(bid.notBelowCostDeclared ?? null);
    case 'procurement.quality-consistency':
      return qualityConsistency(bid.consistencyPassed ?? null);
  }
}

/**
 * Puts the bids still in to one shortlist rule, by bid id.
 * @source as cited by the rules
 */
export function judgeShortlist(
  rule: ShortlistRule,
  { on, scheme }: BidsToEvaluate,
  still: readonly (Priced & { manufacturer: string })[],
): Map<string, Judgement> {
  return rule === 'procurement.manufacturer-limit' ? manufacturerLimit(on, scheme, still) : shortlistLimit(on, scheme, still);
}

/**
 * Puts one bid to one eligibility rule; `compared` are the prices of the shortlisted bids.
 * @source as cited by the rules
 */
export function judgeEligibility(
  rule: EligibilityRule,
  bid: BidToEvaluate,
  { on, scheme, lot }: BidsToEvaluate,
  compared: readonly ComparablePrice[],
): Judgement {
  const price = rankingPrice(bid);
  switch (rule) {
    case 'procurement.price-ratio-limit':
      return priceRatioLimit(on, scheme, price, compared);
    case 'procurement.fixed-price-limit':
      return fixedPriceLimit(on, scheme, price, lot.oralSolid ?? null);
    case 'procurement.ceiling-cut': {
      const { offered, ceiling } = besideCeiling(bid, lot);
      return ceilingCut(on, scheme, offered, ceiling);
    }
    case 'procurement.former-highest-price-limit':
      return formerHighestPriceLimit(price, optionalPrice(lot.formerHighestWinningPrice));
  }
}
