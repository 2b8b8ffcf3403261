import type { Explanation } from '../../kernel/explanation.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Finding } from './finding.ts';

/**
 * One opened bid. Prices are decimal texts in yuan: `price` as declared (per pack or piece), `comparableUnitPrice`
 * per comparable unit of the lot; null is "not on record". Booleans are null or absent where not on record.
 *
 * `ceilingBasis` says which of the two the ceiling is compared with; absent: the comparable unit price where there
 * is one, else the declared price. `manufacturerCode` absent: the enterprise itself makes the product.
 * @source none: a shape of this system, not a rule
 */
export interface BidToEvaluate {
  id: string;
  enterpriseCode: string;
  manufacturerCode?: string | null;
  productCode: string;
  price: string | null;
  comparableUnitPrice: string | null;
  ceilingBasis?: 'PRICE' | 'COMPARABLE_UNIT_PRICE' | null;
  consistencyPassed?: boolean | null;
  notBelowCostDeclared?: boolean | null;
  acceptsRevivalPrice?: boolean | null;
}

/**
 * The lot: decimal texts in yuan per comparable unit, null or absent where not on record. `allBidsKnown` false
 * says that competing bids are missing; then no bid is selected or rejected by comparison (default true).
 * `lowestReference` is a lowest price known from elsewhere. `oralSolid` is the dosage form where it matters.
 * @source none: a shape of this system, not a rule
 */
export interface LotToEvaluate {
  ceilingPrice: string | null;
  formerHighestWinningPrice?: string | null;
  priceOfEarlierRound?: string | null;
  lowestReference?: string | null;
  oralSolid?: boolean | null;
  allBidsKnown?: boolean;
}

/**
 * What an evaluation is asked: the scheme, the opening day, the lot and its bids.
 * @source none: a shape of this system, not a rule
 */
export interface BidsToEvaluate {
  scheme: string;
  on: LocalDate;
  lot: LotToEvaluate;
  bids: readonly BidToEvaluate[];
}

/**
 * Where a bid ends: invalid, valid but not shortlisted, shortlisted but not selected, proposed for selection, to be
 * negotiated, or undecided because a figure, a competing bid or a rule is not on record.
 * @source facts of the field: 无效, 未入围, 未中选, 拟中选, 议价
 */
export type BidOutcome = 'INVALID' | 'NOT_SHORTLISTED' | 'NOT_SELECTED' | 'PROPOSED' | 'NEGOTIATE' | 'UNDECIDED';

/**
 * The verdict on one bid: its rank among the valid bids (null when invalid or not all are known), its outcome,
 * every rule it met or failed with the figures, and the explanation of the deciding one.
 * @source none: a shape of this system, not a rule
 */
export interface EvaluatedBid {
  id: string;
  rank: number | null;
  outcome: BidOutcome;
  findings: Finding[];
  explanation: Explanation;
}
