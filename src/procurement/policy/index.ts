import type { Rule } from '../../kernel/rule.ts';
import { agreedQuantityRule } from './agreed-quantity.ts';
import { anchorPriceRule } from './anchor-price.ts';
import { barredEnterpriseRule } from './barred-enterprise.ts';
import { bidStatesRule } from './bid-states.ts';
import { capacityRule } from './capacity.ts';
import { ceilingCutRule } from './ceiling-cut.ts';
import { ceilingPriceRule } from './ceiling-price.ts';
import { comparableUnitPriceRule } from './comparable-unit-price.ts';
import { costDeclarationRule } from './cost-declaration.ts';
import { creditLevelsRule } from './credit-levels.ts';
import { demandReportFloorRule } from './demand-report-floor.ts';
import { earlierRoundPriceLimitRule } from './earlier-round-price-limit.ts';
import { fixedPriceLimitRule } from './fixed-price-limit.ts';
import { formerHighestPriceLimitRule } from './former-highest-price-limit.ts';
import { highestPriceExclusionRule } from './highest-price-exclusion.ts';
import { institutionSplitRule } from './institution-split.ts';
import { intendedVolumeRule } from './intended-volume.ts';
import { manufacturerLimitRule } from './manufacturer-limit.ts';
import { marginSimulationRule } from './margin-simulation.ts';
import { minimumCompetitionRule } from './minimum-competition.ts';
import { negotiatedCutRule } from './negotiated-cut.ts';
import { negotiationSidesRule } from './negotiation-sides.ts';
import { oneBidPerEnterpriseRule } from './one-bid-per-enterprise.ts';
import { outcomeCompletenessRule } from './outcome-completeness.ts';
import { priceCutRule } from './price-cut.ts';
import { priceRankRule } from './price-rank.ts';
import { priceRatioLimitRule } from './price-ratio-limit.ts';
import { procurementTermRule } from './procurement-term.ts';
import { publishedOutcomeRule } from './published-outcome.ts';
import { qualityConsistencyRule } from './quality-consistency.ts';
import { quantityAmendmentRule } from './quantity-amendment.ts';
import { renewalShareRule } from './renewal-share.ts';
import { renewedQuantityFloorRule } from './renewed-quantity-floor.ts';
import { revivalPriceRule } from './revival-price.ts';
import { roundStatesRule } from './round-states.ts';
import { savingsRule } from './savings.ts';
import { schemeRule } from './scheme.ts';
import { shareAmongWinnersRule } from './share-among-winners.ts';
import { shortlistLimitRule } from './shortlist-limit.ts';
import { signingBeforeImplementationRule } from './signing-before-implementation.ts';
import { smallCellRule } from './small-cell.ts';
import { supplyRegionChoiceRule } from './supply-region-choice.ts';
import { volumeShareRule } from './volume-share.ts';
import { winnerLimitRule } from './winner-limit.ts';

export { agreedQuantity, baseOfArea, type AgreedQuantities } from './agreed-quantity.ts';
export { anchorPrice, type Anchor } from './anchor-price.ts';
export { barredEnterprise } from './barred-enterprise.ts';
export { type BidToEvaluate, type LotToEvaluate, type BidsToEvaluate, type BidOutcome, type EvaluatedBid } from './bid-evaluation.ts';
export { actionOfOutcome, bidStates, type BidState, type BidAction } from './bid-states.ts';
export { capacity, capacityLeft } from './capacity.ts';
export { ceilingCut } from './ceiling-cut.ts';
export { ceilingPrice } from './ceiling-price.ts';
export { comparablePrice, type ComparablePrice } from './comparable-price.ts';
export { comparableUnitPrice, comparableUnitPriceRule, type StrengthMethod, type PackedPrice } from './comparable-unit-price.ts';
export { costDeclaration, costDeclarationRule } from './cost-declaration.ts';
export { creditLevelClauses, creditLevels } from './credit-levels.clauses.ts';
export { creditLevel } from './credit-levels.ts';
export { demandReportFloor } from './demand-report-floor.ts';
export { earlierRoundPriceLimit } from './earlier-round-price-limit.ts';
export { evaluateBids } from './evaluate-bids.ts';
export { type Finding, type Judgement } from './finding.ts';
export { fixedPriceLimit } from './fixed-price-limit.ts';
export { formerHighestPriceLimit } from './former-highest-price-limit.ts';
export { highestPriceExclusion } from './highest-price-exclusion.ts';
export { institutionSplit } from './institution-split.ts';
export { intendedVolume, type ProductVolume } from './intended-volume.ts';
export { manufacturerLimit } from './manufacturer-limit.ts';
export { marginSimulation, type MarginCase } from './margin-simulation.ts';
export { minimumCompetition } from './minimum-competition.ts';
export { averageCut, negotiatedCut } from './negotiated-cut.ts';
export { negotiationSides } from './negotiation-sides.ts';
export { oneBidPerEnterprise, oneBidPerEnterpriseRule } from './one-bid-per-enterprise.ts';
export { outcomeCompleteness } from './outcome-completeness.ts';
export { priceCut, type PriceCut } from './price-cut.ts';
export { priceRatioLimitOf, priceRatioLimit, type PriceLimit } from './price-ratio-limit.ts';
export { procurementTerm, type TermAsked } from './procurement-term.ts';
export { qualityConsistency } from './quality-consistency.ts';
export { publishedOutcome } from './published-outcome.ts';
export { quantityAmendment, type Amendment } from './quantity-amendment.ts';
export { renewalShare } from './renewal-share.ts';
export { renewedQuantityFloor } from './renewed-quantity-floor.ts';
export { revivalPrice, revival } from './revival-price.ts';
export { roundStates, roundStatesRule, type RoundState, type RoundAction } from './round-states.ts';
export { savings, type Savings } from './savings.ts';
export { schemeCodes, type ValidityRule, type ShortlistRule, type EligibilityRule, type SchemeTerms } from './scheme.clauses.ts';
export { scheme, schemeIsOnRecord, schemeRows, schemeRule } from './scheme.ts';
export { divideAgreedVolume, type DividedVolume } from './divide-agreed-volume.ts';
export { shareAmongWinners } from './share-among-winners.ts';
export { shortlistLimit } from './shortlist-limit.ts';
export { signingBeforeImplementation } from './signing-before-implementation.ts';
export { smallCell } from './small-cell.ts';
export { supplyRegionChoice, type ChoosingWinner, type SupplyRegions } from './supply-region-choice.ts';
export { volumeShare, type ShareCategory, type VolumeShare } from './volume-share.ts';
export { winnerLimit } from './winner-limit.ts';

/**
 * Every rule of procurement, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [
  agreedQuantityRule,
  anchorPriceRule,
  barredEnterpriseRule,
  bidStatesRule,
  capacityRule,
  ceilingCutRule,
  ceilingPriceRule,
  comparableUnitPriceRule,
  costDeclarationRule,
  creditLevelsRule,
  demandReportFloorRule,
  earlierRoundPriceLimitRule,
  fixedPriceLimitRule,
  formerHighestPriceLimitRule,
  highestPriceExclusionRule,
  institutionSplitRule,
  intendedVolumeRule,
  manufacturerLimitRule,
  marginSimulationRule,
  minimumCompetitionRule,
  negotiatedCutRule,
  negotiationSidesRule,
  oneBidPerEnterpriseRule,
  outcomeCompletenessRule,
  priceCutRule,
  priceRankRule,
  priceRatioLimitRule,
  procurementTermRule,
  publishedOutcomeRule,
  qualityConsistencyRule,
  quantityAmendmentRule,
  renewalShareRule,
  renewedQuantityFloorRule,
  revivalPriceRule,
  roundStatesRule,
  savingsRule,
  schemeRule,
  shareAmongWinnersRule,
  shortlistLimitRule,
  signingBeforeImplementationRule,
  smallCellRule,
  supplyRegionChoiceRule,
  volumeShareRule,
  winnerLimitRule,
];
