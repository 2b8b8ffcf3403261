import { fact } from '../../kernel/fact.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { Ratio, timesRatio } from '../../kernel/ratio.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { verdict, type Verdict } from '../../kernel/verdict.ts';
import { convergenceLimit, linearAmounts, type ConvergenceStep } from './convergence.ts';
import { documents } from './documents.ts';
import { nonSelectedDrugClauses } from './non-selected-drug.clauses.ts';

/**
 * What the fund pays on for a drug of the same generic name as a selected one, by its distance from the winning price.
 * @source 医保发〔2019〕18号
 */
export const nonSelectedDrugRule = defineRule({
  id: 'standard.non-selected-drug',
  title: 'Payment standard of a non-selected drug',
  titleZh: '同通用名非中选药品支付标准',
  statement:
    'With P the price of the drug at the end of the year before and W the winning price of its generic name in the round that is in effect: where P is above the multiple of W, the first standard is at most a share of P, rounded down, and comes down to W by equal yearly steps within the years allowed; where P is below W, the standard is the actual price P; otherwise it is W. A drug that has not passed the consistency evaluation has W at once, or P where that is lower.',
  statementZh:
    '以该药品上年底价格为P、当地正在执行的同通用名中选价为W：P高于W规定倍数的，首年支付标准不高于P的规定比例（尾数舍去），并在规定年限内逐年等额调整至W；P低于W的，支付标准为实际价格P；其余为W。未通过一致性评价的，即时以W为支付标准，P更低的以P为准。',
  source: [
    source(documents.drugSupport),
    source(documents.ourConvention, 'equal yearly steps; the lower of P and W without the evaluation'),
  ],
  clauses: nonSelectedDrugClauses,
  traces: ['RE3', 'E17a', 'E17c', 'E17e', 'E18'],
});

/** @source none: names of the cases */
export type DrugCase = 'CUT' | 'WINNING_PRICE' | 'ACTUAL_PRICE';

/**
 * A drug with its price before and the winning price, per the same unit; `years` and `firstYear` only where it is cut.
 * @source none: a shape of this system, not a rule
 */
export interface NonSelectedDrug {
  readonly startsOn: LocalDate;
  readonly priceBefore: UnitPrice;
  readonly winningPrice: UnitPrice;
  readonly hasPassed: boolean;
  readonly years: number | null;
  readonly firstYear: UnitPrice | null;
}

/**
 * The standard of a drug from its first day on, and the steps that follow.
 * @source none: a shape of this system, not a rule
 */
export interface DrugStandard {
  readonly case: DrugCase;
  readonly startAmount: UnitPrice;
  readonly steps: readonly ConvergenceStep[];
  /** The most that the first standard may be where it is cut. */
  readonly firstYearLimit: UnitPrice | null;
}

/**
 * Judges a drug that was not selected; null where no clause is in force on the first day.
 * @source 医保发〔2019〕18号
 */
export function nonSelectedDrug(given: NonSelectedDrug): Verdict<DrugStandard> | null {
  const { startsOn, priceBefore: price, winningPrice: winning, hasPassed, firstYear } = given;
  const numbers = nonSelectedDrugClauses.find(startsOn)?.value;
  const limit = convergenceLimit('DRUG', startsOn);
  if (!numbers || !limit) return null;
  const distance = price.toRatio().compare(winning.toRatio().times(Ratio.parse(numbers.multiple)));
  const isCut = hasPassed && (distance > 0 || (distance === 0 && numbers.isCutAtMultiple));
  if (!isCut) {
    const refusals = given.years === null && firstYear === null ? [] : [nothingToCut(price, winning, numbers.multiple)];
    const isLower = price.compare(winning) < 0;
    return verdict(refusals, () => ({
      case: isLower ? 'ACTUAL_PRICE' : 'WINNING_PRICE',
      startAmount: isLower ? price : winning,
      steps: [],
      firstYearLimit: null,
    }));
  }
  const most = timesRatio(price.yuan, Ratio.percent(numbers.firstYearPercent), 4, 'MAXIMUM_DOWN');
  const firstYearLimit = UnitPrice.of(most.toFixed(4), price.unit);
  const startAmount = firstYear ?? firstYearLimit;
  const years = given.years ?? numbers.leastYears;
  const refusals: Refusal[] = [];
  if (!startAmount.isAtMost(firstYearLimit)) refusals.push(aboveLimit(startAmount, firstYearLimit, price, numbers.firstYearPercent));
  if (startAmount.compare(winning) < 0) refusals.push(belowTarget(startAmount, winning));
  if (!Number.isInteger(years) || years < numbers.leastYears || years > numbers.mostYears || years * 12 > limit.months)
    refusals.push(yearsOutside(years, numbers));
  return verdict(refusals, () => ({
    case: 'CUT',
    startAmount,
    steps: yearlySteps(startsOn, startAmount, winning, years, limit.decimals),
    firstYearLimit,
  }));
}

function yearlySteps(startsOn: LocalDate, start: UnitPrice, target: UnitPrice, years: number, decimals: number): ConvergenceStep[] {
  if (start.isAtMost(target)) return [];
  return linearAmounts(start, target, years, decimals).map((amount, at) => ({ effectiveFrom: addMonths(startsOn, 12 * (at + 1)), amount }));
}

const yuan = ({ unit }: UnitPrice) => `yuan/${unit}`;

function aboveLimit(amount: UnitPrice, limit: UnitPrice, price: UnitPrice, percent: string): Refusal {
  return {
    code: 'FIRST_YEAR_ABOVE_LIMIT',
    field: 'firstYearAmount',
    message: `A first standard of ${amount.toString()} yuan is above ${limit.toString()}, ${percent} % of ${price.toString()}.`,
    messageZh: `首年支付标准每${amount.unit} ${amount.toString()} 元,高于上限 ${limit.toString()} 元(${price.toString()} 元的 ${percent}%)。`,
    rule: nonSelectedDrugRule.id,
    facts: [
      fact('firstYearAmount', amount.toString(), yuan(amount)),
      fact('limit', limit.toString(), yuan(limit)),
      fact('priceBefore', price.toString(), yuan(price)),
      fact('percent', percent, '%'),
    ],
  };
}

function belowTarget(amount: UnitPrice, target: UnitPrice): Refusal {
  return {
    code: 'FIRST_YEAR_BELOW_TARGET',
    field: 'firstYearAmount',
    message: `A first standard of ${amount.toString()} yuan is below the winning price ${target.toString()}, and would have to rise.`,
    messageZh: `首年支付标准每${amount.unit} ${amount.toString()} 元,低于中选价 ${target.toString()} 元,此后将须上调。`,
    rule: nonSelectedDrugRule.id,
    facts: [fact('firstYearAmount', amount.toString(), yuan(amount)), fact('winningPrice', target.toString(), yuan(target))],
  };
}

function yearsOutside(years: number, { leastYears, mostYears }: { readonly leastYears: number; readonly mostYears: number }): Refusal {
  return {
    code: 'YEARS_OUTSIDE_LIMITS',
    field: 'years',
    message: `The standard comes down to the winning price within ${leastYears} to ${mostYears} years, not ${years}.`,
    messageZh: `支付标准须在 ${leastYears} 至 ${mostYears} 年内调整至中选价,而不是 ${years} 年。`,
    rule: nonSelectedDrugRule.id,
    facts: [fact('years', years, 'year'), fact('least', leastYears, 'year'), fact('most', mostYears, 'year')],
  };
}

function nothingToCut(price: UnitPrice, winning: UnitPrice, multiple: string): Refusal {
  return {
    code: 'NOTHING_TO_CUT',
    field: null,
    message: `A price of ${price.toString()} yuan is not cut by years (winning price ${winning.toString()}, multiple ${multiple}): there is no first year and no number of years to choose.`,
    messageZh: `价格每${price.unit} ${price.toString()} 元无需逐年调整(中选价 ${winning.toString()} 元,倍数 ${multiple}),不得指定首年标准或年数。`,
    rule: nonSelectedDrugRule.id,
    facts: [
      fact('priceBefore', price.toString(), yuan(price)),
      fact('winningPrice', winning.toString(), yuan(winning)),
      fact('multiple', multiple),
    ],
  };
}
