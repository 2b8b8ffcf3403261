import { Decimal } from '../../kernel/decimal.ts';
import { fact } from '../../kernel/fact.ts';
import { addMonths, MalformedDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { roundTo } from '../../kernel/rounding.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { convergenceClauses, type ConvergenceLimit } from './convergence.clauses.ts';
import { documents } from './documents.ts';

/**
 * What a locality sets for a product that was not selected comes down to the highest winning price in time.
 * @source source text 1: "within two years, the payment standard will be gradually adjusted … so that it does not exceed the highest winning price"
 */
export const convergenceRule = defineRule({
  id: 'standard.convergence',
  title: 'Convergence of the standard of a product that was not selected',
  titleZh: '非中选产品支付标准逐步调整',
  statement:
    'What a locality sets for a product that was not selected never rises, and its last step is not above the target and not later than the limit of its category after the start, the day of the month clamped to the month’s last. The target is fixed when the schedule is made: for a stent the highest winning price of the round. What is not above the target already needs no step. Computed steps are equal, rounded half up once, and end at the target exactly. A single step is allowed and warned of.',
  statementZh:
    '当地为非中选产品设定的支付标准不得上调，最后一步不得高于目标价，且不得晚于起始日后该类别规定的期限，月末日期按当月最后一日计。目标价在方案制定时确定：支架为该批次最高中选价。已不高于目标价的无需调整。测算的各步等额，四舍五入一次，末步等于目标价。一步到位不予拒绝，但予提示。',
  source: [
    source(documents.stentSupport, '"within two years, the payment standard will be gradually adjusted"'),
    source(documents.stentSupport, '"so that it does not exceed the highest winning price"'),
    source(documents.drugSupport, 'to the winning price within 2 to 3 years'),
    source(documents.ourConvention, 'equal steps; rounding; a single jump is warned of'),
  ],
  clauses: convergenceClauses,
  traces: ['RE4', 'S1-20', 'S1-21', 'E08', 'E09', 'E10', 'E11', 'E12', 'E13', 'E14'],
});

/** @source none: names */
export const convergenceModes = ['HALF_YEARS', 'QUARTERS', 'YEARS', 'OWN_STEPS'] as const;
/** @source none: a shape of this system, not a rule */
export type ConvergenceMode = (typeof convergenceModes)[number];

const monthsOf: Readonly<Record<Exclude<ConvergenceMode, 'OWN_STEPS'>, number>> = { HALF_YEARS: 6, QUARTERS: 3, YEARS: 12 };

/**
 * An amount from a day on.
 * @source none: a shape of this system, not a rule
 */
export interface ConvergenceStep {
  readonly effectiveFrom: LocalDate;
  readonly amount: UnitPrice;
}

/**
 * A schedule: what it starts with, what it must come down to by when, and its steps in the order of their days.
 * @source none: a shape of this system, not a rule
 */
export interface ConvergencePath {
  readonly startsOn: LocalDate;
  readonly startAmount: UnitPrice;
  readonly targetAmount: UnitPrice;
  readonly deadline: LocalDate;
  readonly steps: readonly ConvergenceStep[];
}

/**
 * The limit of a category on the day of the start; null where no clause says one.
 * @source source text 1, 医保发〔2019〕18号
 */
export function convergenceLimit(category: string, startsOn: LocalDate): ConvergenceLimit | null {
  const limit = convergenceClauses.find(startsOn, { category })?.value;
  return limit && endsWithinCalendar(startsOn, limit) ? limit : null;
}

/** Whether there still is a day that many months later: the calendar of this system ends with 2999. */
function endsWithinCalendar(startsOn: LocalDate, { months }: ConvergenceLimit): boolean {
  try {
    return addMonths(startsOn, months) > startsOn;
  } catch (error) {
    if (error instanceof MalformedDate) return false;
    throw error;
  }
}

/**
 * The last day on which a schedule may reach its target.
 * @source source text 1; months are clamped (worked example E14)
 */
export const convergenceDeadline = (startsOn: LocalDate, { months }: ConvergenceLimit): LocalDate => addMonths(startsOn, months);

/**
 * The amounts of that many equal steps down to the target, each rounded half up once, the last the target exactly. None
 * lies below the target or above the one before: a rounding must not make a schedule rise.
 * @source convention of this system (worked examples E08 to E11)
 */
export function linearAmounts(start: UnitPrice, target: UnitPrice, count: number, decimals: number): UnitPrice[] {
  const amounts: UnitPrice[] = [];
  for (let at = 1; at < count; at += 1) {
    const exact = start.yuan.minus(start.yuan.minus(target.yuan).times(at).dividedBy(count));
    const rounded = roundTo(exact, decimals, 'HALF_UP');
    const bounded = Decimal.min(Decimal.max(rounded, target.yuan), (amounts.at(-1) ?? start).yuan);
    amounts.push(UnitPrice.rounded(bounded, target.unit));
  }
  return [...amounts, target];
}

/**
 * Equal steps over the whole time that there is; none where the start is not above the target.
 * @source convention of this system (worked examples E08 to E12)
 */
export function linearSteps(
  { startsOn, startAmount, targetAmount }: Pick<ConvergencePath, 'startsOn' | 'startAmount' | 'targetAmount'>,
  mode: Exclude<ConvergenceMode, 'OWN_STEPS'>,
  { months, decimals }: ConvergenceLimit,
): ConvergenceStep[] {
  if (startAmount.isAtMost(targetAmount)) return [];
  const every = monthsOf[mode];
  return linearAmounts(startAmount, targetAmount, Math.floor(months / every), decimals).map((amount, at) => ({
    effectiveFrom: addMonths(startsOn, every * (at + 1)),
    amount,
  }));
}

/**
 * Everything that a schedule breaks, with figures.
 * @source source text 1
 */
export function brokenByPath({ startsOn, startAmount, targetAmount, deadline, steps }: ConvergencePath): Refusal[] {
  const refusals: Refusal[] = [];
  let before: ConvergenceStep = { effectiveFrom: startsOn, amount: startAmount };
  for (const [at, step] of steps.entries()) {
    if (step.effectiveFrom <= before.effectiveFrom) refusals.push(notAfterPrevious(at, step, before));
    if (step.amount.compare(before.amount) > 0) refusals.push(rises(at, step, before));
    before = step;
  }
  const late = steps.find(({ effectiveFrom }) => effectiveFrom > deadline);
  if (late) refusals.push(endsLate(steps.at(-1)!.effectiveFrom > deadline ? steps.at(-1)! : late, startsOn, deadline));
  if (!before.amount.isAtMost(targetAmount)) refusals.push(endsAboveTarget(before.amount, targetAmount));
  return refusals;
}

/**
 * Whether the way down is one single jump: within two years formally, but not gradual.
 * @source source text 1: "gradually"; at least two steps is a convention of this system
 */
export function isSingleJump({ startAmount, targetAmount, steps }: ConvergencePath): boolean {
  const amounts = [startAmount, ...steps.map(({ amount }) => amount)];
  const falls = amounts.filter((amount, at) => at > 0 && amount.compare(amounts[at - 1]!) < 0);
  return !startAmount.isAtMost(targetAmount) && falls.length === 1;
}

const place = (at: number) => `steps.${at}`;
const yuan = ({ unit }: UnitPrice) => `yuan/${unit}`;

function notAfterPrevious(at: number, step: ConvergenceStep, before: ConvergenceStep): Refusal {
  return {
    code: 'STEP_NOT_AFTER_PREVIOUS',
    field: place(at),
    message: `Step ${at + 1} is to take effect on ${step.effectiveFrom}, which is not after ${before.effectiveFrom}, the day of what comes before it.`,
    messageZh: `第 ${at + 1} 步自 ${step.effectiveFrom} 起执行,未晚于前一步的 ${before.effectiveFrom}。`,
    rule: convergenceRule.id,
    facts: [fact('effectiveFrom', step.effectiveFrom), fact('previous', before.effectiveFrom)],
  };
}

function rises(at: number, step: ConvergenceStep, before: ConvergenceStep): Refusal {
  return {
    code: 'STEP_RISES',
    field: place(at),
    message: `Step ${at + 1} of ${step.effectiveFrom} is ${step.amount.toString()} yuan, above ${before.amount.toString()} before it; a standard only comes down.`,
    messageZh: `第 ${at + 1} 步(${step.effectiveFrom})为每${step.amount.unit} ${step.amount.toString()} 元,高于此前的 ${before.amount.toString()} 元;支付标准只降不升。`,
    rule: convergenceRule.id,
    facts: [fact('amount', step.amount.toString(), yuan(step.amount)), fact('previous', before.amount.toString(), yuan(before.amount))],
  };
}

function endsLate({ effectiveFrom }: ConvergenceStep, startsOn: LocalDate, deadline: LocalDate): Refusal {
  return {
    code: 'CONVERGENCE_ENDS_LATE',
    field: 'steps',
    message: `The last step takes effect on ${effectiveFrom}; a schedule that starts on ${startsOn} must end by ${deadline}.`,
    messageZh: `最后一步自 ${effectiveFrom} 起执行;自 ${startsOn} 起始的方案须于 ${deadline} 前(含当日)调整到位。`,
    rule: convergenceRule.id,
    facts: [fact('lastStep', effectiveFrom), fact('startsOn', startsOn), fact('deadline', deadline)],
  };
}

function endsAboveTarget(last: UnitPrice, target: UnitPrice): Refusal {
  return {
    code: 'CONVERGENCE_ENDS_ABOVE_TARGET',
    field: 'steps',
    message: `The schedule ends at ${last.toString()} yuan, above ${target.toString()}, which it must not exceed.`,
    messageZh: `方案最终为每${last.unit} ${last.toString()} 元,高于不得超过的 ${target.toString()} 元。`,
    rule: convergenceRule.id,
    facts: [fact('lastAmount', last.toString(), yuan(last)), fact('targetAmount', target.toString(), yuan(target))],
  };
}
