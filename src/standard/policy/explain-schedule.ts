import type { Explanation } from '../../kernel/explanation.ts';
import type { Fact } from '../../kernel/fact.ts';
import { fact } from '../../kernel/fact.ts';
import type { Rule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import type { ConvergenceLimit } from './convergence.clauses.ts';
import { convergenceRule, type ConvergencePath } from './convergence.ts';
import { localCapRule } from './local-cap.ts';
import { nonSelectedDrugRule, type DrugCase } from './non-selected-drug.ts';

/**
 * What every schedule says of itself.
 * @source none: a shape of this system, not a rule
 */
export interface ExplainedSchedule {
  readonly product: string;
  readonly area: string;
  readonly round: string;
  readonly mode: string;
  readonly source: string;
  readonly path: ConvergencePath;
  /** Within how many months it ends, and to how many decimals computed steps are rounded. */
  readonly limit: ConvergenceLimit;
}

/**
 * Why the standard of a non-selected stent comes down as it does.
 * @source source text 1
 */
export function explainCap(schedule: ExplainedSchedule, transactions: readonly UnitPrice[]): Explanation {
  const { product, area, round, path } = schedule;
  const { startAmount, targetAmount, startsOn, deadline, steps } = path;
  const sorted = transactions.toSorted((a, b) => a.compare(b));
  const unit = yuan(startAmount);
  const way =
    steps.length === 0
      ? ['is not above it and needs no step', '不高于目标价,无需调整']
      : [
          `comes down to it in ${steps.length} steps by ${steps.at(-1)!.effectiveFrom}`,
          `分 ${steps.length} 步,至 ${steps.at(-1)!.effectiveFrom} 调整到位`,
        ];
  return {
    rule: convergenceRule.id,
    sentence: `The cap of ${product} in ${area} starts on ${startsOn} at ${startAmount.toString()} yuan per ${startAmount.unit}; against the highest winning price of ${round}, ${targetAmount.toString()}, due by ${deadline}, it ${way[0]}.`,
    sentenceZh: `${area} 地区 ${product} 的支付上限自 ${startsOn} 起为每${startAmount.unit} ${startAmount.toString()} 元;目标为 ${round} 批次最高中选价 ${targetAmount.toString()} 元,期限 ${deadline},${way[1]}。`,
    source: sourcesOf([localCapRule, convergenceRule], schedule),
    inputs: [
      ...inputsOf(schedule),
      fact('cap', startAmount.toString(), unit),
      fact('highestWinningPrice', targetAmount.toString(), unit),
      fact('transactionPrices', transactions.length),
      ...(sorted.length === 0
        ? []
        : [fact('lowestTransactionPrice', sorted[0]!.toString(), unit), fact('highestTransactionPrice', sorted.at(-1)!.toString(), unit)]),
    ],
    steps: stepsOf(path, 'cap', '支付上限'),
  };
}

/**
 * Why the standard of a non-selected drug is what it is, and how it comes down.
 * @source 医保发〔2019〕18号
 */
export function explainDrug(
  schedule: ExplainedSchedule,
  drug: {
    readonly case: DrugCase;
    readonly hasPassed: boolean;
    readonly priceBefore: UnitPrice;
    readonly priceBeforeSource: string;
    readonly firstYearLimit: UnitPrice | null;
  },
): Explanation {
  const { product, area, path } = schedule;
  const { startAmount, targetAmount, startsOn, steps } = path;
  const unit = yuan(startAmount);
  const reasons: Readonly<Record<DrugCase, readonly [string, string]>> = {
    CUT: [
      `its price before, ${drug.priceBefore.toString()}, is cut and comes down to the winning price ${targetAmount.toString()}${steps.length > 0 ? ` by ${steps.at(-1)!.effectiveFrom}` : ''}`,
      `原价 ${drug.priceBefore.toString()} 元先行下调,并逐步调整至中选价 ${targetAmount.toString()} 元${steps.length > 0 ? `(至 ${steps.at(-1)!.effectiveFrom})` : ''}`,
    ],
    WINNING_PRICE: [
      drug.hasPassed
        ? `its price before, ${drug.priceBefore.toString()}, is within the multiple of the winning price, which is the standard`
        : 'it has not passed the consistency evaluation, so the winning price is the standard at once',
      drug.hasPassed
        ? `原价 ${drug.priceBefore.toString()} 元未超过中选价规定倍数,以中选价为支付标准`
        : '未通过一致性评价,即时以中选价为支付标准',
    ],
    ACTUAL_PRICE: [
      `its price before, ${drug.priceBefore.toString()}, is below the winning price ${targetAmount.toString()} and is the standard`,
      `原价 ${drug.priceBefore.toString()} 元低于中选价 ${targetAmount.toString()} 元,以实际价格为支付标准`,
    ],
  };
  const [sentence, sentenceZh] = reasons[drug.case];
  return {
    rule: nonSelectedDrugRule.id,
    sentence: `The standard of ${product} in ${area} is ${startAmount.toString()} yuan per ${startAmount.unit} from ${startsOn} on: ${sentence}.`,
    sentenceZh: `自 ${startsOn} 起,${area} 地区 ${product} 的支付标准为每${startAmount.unit} ${startAmount.toString()} 元:${sentenceZh}。`,
    source: [...sourcesOf([nonSelectedDrugRule], schedule), source(drug.priceBeforeSource, 'price before')],
    inputs: [
      ...inputsOf(schedule),
      fact('priceBefore', drug.priceBefore.toString(), unit),
      fact('winningPrice', targetAmount.toString(), unit),
      fact('passedConsistencyEvaluation', drug.hasPassed ? 'yes' : 'no'),
      ...(drug.firstYearLimit ? [fact('firstYearLimit', drug.firstYearLimit.toString(), unit)] : []),
    ],
    steps: stepsOf(path, 'standard', '支付标准'),
  };
}

/**
 * Why the standard is what it is from one day of a schedule on: the schedule's own explanation up to that day.
 * @param at which amount of the schedule: 0 what it starts with, then its steps
 * @source none: says again what the schedule says
 */
export function explainStretch(schedule: Explanation, at: number, from: string): Explanation {
  const step = schedule.steps[at]!;
  return {
    ...schedule,
    sentence: `From ${from} on the standard is ${step.value} ${step.unit!}. ${schedule.sentence}`,
    sentenceZh: `自 ${from} 起支付标准为 ${step.value} 元。${schedule.sentenceZh}`,
    steps: schedule.steps.slice(0, at + 1),
  };
}

const yuan = ({ unit }: UnitPrice) => `yuan/${unit}`;

const sourcesOf = (rules: readonly Rule[], { source: notice }: ExplainedSchedule) => [
  ...rules.flatMap((rule) => rule.source),
  source(notice),
];

const inputsOf = ({ product, area, round, mode, path, limit }: ExplainedSchedule): Fact[] => [
  fact('product', product),
  fact('area', area),
  fact('round', round),
  fact('mode', mode),
  fact('startsOn', path.startsOn),
  fact('deadline', path.deadline),
  fact('months', limit.months),
  ...(mode === 'OWN_STEPS' ? [] : [fact('decimals', limit.decimals)]),
];

function stepsOf({ startsOn, startAmount, steps }: ConvergencePath, what: string, whatZh: string): Explanation['steps'] {
  const unit = yuan(startAmount);
  return [{ effectiveFrom: startsOn, amount: startAmount }, ...steps].map(({ effectiveFrom, amount }) => ({
    text: `${what} from ${effectiveFrom}`,
    textZh: `自 ${effectiveFrom} 起的${whatZh}`,
    value: amount.toString(),
    unit,
  }));
}
