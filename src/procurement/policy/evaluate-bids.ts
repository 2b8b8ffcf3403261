import type { BidOutcome, BidsToEvaluate, BidToEvaluate, EvaluatedBid } from './bid-evaluation.ts';
import { type ComparablePrice, highestOf } from './comparable-price.ts';
import { explain, type Finding, type Judgement } from './finding.ts';
import { highestPriceExclusion } from './highest-price-exclusion.ts';
import { judgeEligibility, judgeShortlist, judgeValidity, optionalPrice, rankingPrice } from './judge-bid.ts';
import { minimumCompetition } from './minimum-competition.ts';
import { priceRank, priceRanks, tiedWith } from './price-rank.ts';
import { revival, revivalPrice } from './revival-price.ts';
import type { EligibilityRule, SchemeTerms } from './scheme.clauses.ts';
import { scheme, selectionNotOnRecord } from './scheme.ts';
import { winnerLimit } from './winner-limit.ts';

/** A bid on its way through the steps; `outcome` null means that it is still in. */
interface Contender {
  id: string;
  manufacturer: string;
  bid: BidToEvaluate;
  price: ComparablePrice | null;
  rank: number | null;
  findings: Finding[];
  outcome: BidOutcome | null;
}

type PricedContender = Contender & { price: ComparablePrice };

function find(contender: Contender, judged: Judgement, outcome: BidOutcome | null = null): void {
  const { rule, met, sentence, sentenceZh, source, inputs } = judged;
  contender.findings.push({ rule, met, decisive: outcome !== null, sentence, sentenceZh, source, inputs });
  if (outcome !== null) contender.outcome ??= outcome;
}

/** Marks what decided: the findings of these rules with this answer. */
function decide(contender: Contender, outcome: BidOutcome, decides: (finding: Finding) => boolean): void {
  contender.outcome = outcome;
  for (const each of contender.findings) if (decides(each)) each.decisive = true;
}

/** One of the rules is enough; open while none is met and one could not be judged. */
function settleEligibility(contender: Contender, rules: readonly EligibilityRule[]): boolean | null {
  const judged = contender.findings.filter((each) => rules.includes(each.rule as EligibilityRule));
  if (rules.length === 0 || judged.some((each) => each.met === true)) return true;
  return judged.some((each) => each.met === null) ? null : false;
}

function isPriced(contender: Contender): contender is PricedContender {
  return contender.price !== null;
}

/**
 * Judges the opened bids of one lot by the scheme in force on the opening day: validity, rank, shortlist,
 * eligibility, number of winners, revival. Every rule judged is a finding, met or not, with its figures.
 *
 * The answer does not depend on the order of the bids: it is sorted by rank, price and id. Equal prices share a
 * rank and name each other. A bid is `UNDECIDED` where a figure, competing bids or the scheme's rules are not on
 * record, or where a tie stands across the last place; nothing is invented. Throws `RuleGap` for an unknown
 * scheme or day, `MalformedDecimal` for a malformed price, `RangeError` for an id listed twice.
 * @source the document of each round, as cited by the clauses of the scheme
 */
export function evaluateBids(given: BidsToEvaluate): EvaluatedBid[] {
  if (new Set(given.bids.map((bid) => bid.id)).size !== given.bids.length) throw new RangeError('a bid id is listed twice');
  const clause = scheme(given.on, given.scheme);
  const terms = clause.value;
  const contenders = given.bids
    .map<Contender>((bid) => ({
      id: bid.id,
      manufacturer: bid.manufacturerCode ?? bid.enterpriseCode,
      bid,
      price: rankingPrice(bid),
      rank: null,
      findings: [],
      outcome: null,
    }))
    .toSorted((a, b) => byPrice(a, b));

  for (const each of contenders) {
    for (const rule of terms.validity) {
      const judged = judgeValidity(rule, each.bid, given);
      find(each, judged, judged.met === false ? 'INVALID' : null);
    }
  }
  const valid = contenders.filter((each) => each.outcome === null);
  const priced = valid.filter(isPriced);
  const complete = (given.lot.allBidsKnown ?? true) && priced.length === valid.length;

  if (terms.selection === 'NOT_ON_RECORD') for (const each of valid) find(each, selectionNotOnRecord(clause), 'UNDECIDED');
  else if (terms.selection === 'EACH_ALONE') selectAlone(given, terms.eligibility, valid, complete);
  else if (complete) selectByComparison(given, terms, priced);
  else judgeWithoutCompetitors(given, terms.eligibility, valid);

  return contenders
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byPrice(a, b))
    .map((each) => {
      if (each.outcome === null) throw new Error(`bid ${each.id} was left without an outcome`);
      return { id: each.id, rank: each.rank, outcome: each.outcome, findings: each.findings, explanation: explain(each.findings) };
    });
}

function byPrice(a: Contender, b: Contender): number {
  const price = a.price && b.price ? a.price.compare(b.price) : (a.price === null ? 1 : 0) - (b.price === null ? 1 : 0);
  return price || (a.bid.id < b.bid.id ? -1 : 1);
}

function rankAll(priced: PricedContender[]): void {
  const ranks = priceRanks(priced);
  for (const each of priced) {
    each.rank = ranks.get(each.id) ?? null;
    find(each, priceRank(each.rank, priced.length, tiedWith(each, priced)));
  }
}

function judgeWithoutCompetitors(given: BidsToEvaluate, rules: readonly EligibilityRule[], valid: Contender[]): void {
  const reference = optionalPrice(given.lot.lowestReference);
  for (const each of valid) {
    find(each, priceRank(null, 0, []), 'UNDECIDED');
    for (const rule of rules) find(each, judgeEligibility(rule, each.bid, given, reference ? [reference] : []));
  }
}

function selectAlone(given: BidsToEvaluate, rules: readonly EligibilityRule[], valid: Contender[], complete: boolean): void {
  if (complete) rankAll(valid.filter(isPriced));
  for (const each of valid) {
    for (const rule of rules) find(each, judgeEligibility(rule, each.bid, given, []));
    settle(each, rules);
  }
}

/** Turns the eligibility findings into an outcome; the first rule met decides, or all that were not met. */
function settle(each: Contender, rules: readonly EligibilityRule[]): void {
  const eligible = settleEligibility(each, rules);
  const ofRules = (finding: Finding) => rules.includes(finding.rule as EligibilityRule);
  const first = each.findings.find((finding) => ofRules(finding) && finding.met === true);
  if (eligible === true) decide(each, 'PROPOSED', (finding) => finding === (first ?? each.findings.findLast((one) => one.met === true)));
  else if (eligible === false) decide(each, 'NOT_SELECTED', ofRules);
  else decide(each, 'UNDECIDED', (finding) => ofRules(finding) && finding.met === null);
}

function selectByComparison(given: BidsToEvaluate, terms: SchemeTerms, priced: PricedContender[]): void {
  const { on, scheme: code } = given;
  rankAll(priced);
  let still = priced;
  if (terms.minimumCompetition) {
    const judged = minimumCompetition(on, code, new Set(priced.map((each) => each.bid.enterpriseCode)).size);
    for (const each of still) find(each, judged, judged.met ? null : 'NEGOTIATE');
    if (!judged.met) return;
  }
  for (const rule of terms.shortlist) {
    const judged = judgeShortlist(rule, given, still);
    for (const each of still) {
      const one = judged.get(each.id) as Judgement;
      find(each, one, one.met === false ? 'NOT_SHORTLISTED' : null);
    }
    still = still.filter((each) => each.outcome === null);
  }
  const reference = optionalPrice(given.lot.lowestReference);
  const compared = [...still.map((each) => each.price), ...(reference ? [reference] : [])];
  for (const each of still) {
    for (const rule of terms.eligibility) find(each, judgeEligibility(rule, each.bid, given, compared));
    settle(each, terms.eligibility);
  }
  award(given, terms, still);
}

function award(given: BidsToEvaluate, terms: SchemeTerms, shortlisted: PricedContender[]): void {
  const { on, scheme: code } = given;
  const eligible = shortlisted.filter((each) => each.outcome === 'PROPOSED');
  const highest = highestOf(eligible.map((each) => each.price));
  for (const each of eligible) {
    if (terms.listedOnly.length > 0) find(each, highestPriceExclusion(highest !== null && each.price.equals(highest)));
  }
  if (terms.winnerLimit) {
    const judged = winnerLimit(on, code, eligible);
    for (const each of eligible) {
      const { tie, ...one } = judged.get(each.id) as Judgement & { tie: boolean };
      if (one.met !== null || tie) for (const finding of each.findings) finding.decisive = false;
      find(each, one);
      if (one.met !== null || tie)
        decide(each, tie ? 'UNDECIDED' : one.met ? 'PROPOSED' : 'NOT_SELECTED', (finding) => finding.rule === one.rule);
    }
  }
  if (terms.revival) {
    const price = revivalPrice(
      on,
      code,
      eligible.map((each) => each.price),
    );
    for (const each of shortlisted.filter((one) => one.outcome === 'NOT_SELECTED')) {
      const judged = revival(on, code, price, each.bid.acceptsRevivalPrice ?? null);
      if (judged.met) for (const finding of each.findings) finding.decisive = false;
      find(each, judged);
      if (judged.met) decide(each, 'PROPOSED', (finding) => finding.rule === judged.rule);
    }
  }
}
