import type { Explanation } from '../../kernel/explanation.ts';
import { fact, type Fact } from '../../kernel/fact.ts';
import { Money } from '../../kernel/money.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * What the fund would have spent at the price before, less what it spends: of that a part stays with the institution.
 * @source 医保办发〔2020〕26号; source text 1: "portion of medical insurance funds saved will be retained by medical institutions"
 */
export const surplusRule = defineRule({
  id: 'retention.surplus',
  title: 'Surplus',
  titleZh: '结余测算',
  statement:
    'For each generic name, budget = base volume x average price before x fund ratio x insured share; spend = (the lesser of purchased and agreed quantity x winning price, summed over the agreements, + spend on non-selected products) x fund ratio x insured share. What is purchased above the agreed quantity is not counted. Budget and spend are each rounded half up to the cent, once. Surplus = budget - spend, summed over the generic names of a statement, a deficit of one included; a deficit of all is kept as it is, and nothing is retained of it.',
  statementZh:
    '按通用名计算：预算＝约定采购量基数×集采前平均价×基金支付比例×参保患者使用占比；支出＝（各协议采购量与约定量之小者×中选价之和＋同通用名非中选产品支出）×基金支付比例×参保患者使用占比。超出约定采购量部分不计入支出。预算与支出各一次四舍五入至分。结余＝预算－支出，按结余留用单所列通用名（含超支者）合计；合计为负的照实列示，不予留用。',
  source: [
    source(documents.retentionGuidance, 'budget and spend'),
    source(documents.shenzhenDraft, 'use above the agreed quantity is not counted'),
    source(documents.ourConvention, 'the sum over generic names'),
  ],
  traces: ['RF1', 'RF2', 'S1-22', 'E25', 'E26', 'E27'],
});

/**
 * One agreement about the generic name: what it promised, what was purchased under it, at which price.
 * @source none: a shape of this system, not a rule
 */
export interface PurchaseUnder {
  readonly agreement: string;
  readonly agreed: number;
  readonly purchased: number;
  readonly unitPrice: string;
  /** Counting units in a unit of the price. */
  readonly units: number;
}

/**
 * The terms of one generic name; shares in percent, prices in yuan for a counting unit.
 * @source 医保办发〔2020〕26号
 */
export interface SurplusTerms {
  readonly genericName: string;
  readonly countingUnit: string;
  readonly baseVolume: number;
  readonly averagePriceBefore: string;
  readonly fundRatioPercent: string;
  readonly insuredSharePercent: string;
  readonly nonSelectedAmount: string;
  readonly purchases: readonly PurchaseUnder[];
}

/**
 * Budget and spend of one generic name, in yuan.
 * @source 医保办发〔2020〕26号
 */
export interface BudgetAndSpend {
  readonly budget: Money;
  readonly spend: Money;
}

const counted = ({ agreed, purchased }: PurchaseUnder) => Math.min(agreed, purchased);

/** 16 digits before the point, as the column holds them. */
const largest = '9999999999999999.99';

/**
 * The budget and the spend of one generic name, each half up to the cent.
 *
 * Refuses with `AMOUNT_OUT_OF_RANGE` what no amount holds.
 * @source 医保办发〔2020〕26号; Shenzhen, draft of 2024
 */
export function budgetAndSpend(terms: SurplusTerms): Verdict<BudgetAndSpend> {
  const share = Ratio.percent(terms.fundRatioPercent).times(Ratio.percent(terms.insuredSharePercent));
  const before = Ratio.of(terms.baseVolume).times(Ratio.parse(terms.averagePriceBefore));
  const selected = terms.purchases.reduce(
    (sum, each) => sum.plus(Ratio.of(counted(each)).times(Ratio.parse(each.unitPrice)).dividedBy(Ratio.of(each.units))),
    Ratio.of(0),
  );
  const figures = [before.times(share), selected.plus(Ratio.parse(terms.nonSelectedAmount)).times(share)];
  if (figures.some((each) => !each.isAtMost(Ratio.parse(largest)))) return refused([outOfRange(terms.genericName)]);
  const [budget, spend] = figures.map((each) => Money.of(each.toFixed(2, 'HALF_UP')));
  return accepted({ budget: budget!, spend: spend! });
}

/**
 * What a statement comes to, in yuan.
 * @source none: a shape of this system, not a rule
 */
export interface Surplus extends BudgetAndSpend {
  readonly surplus: Money;
}

/**
 * The surplus of all generic names; below zero where the fund spent more.
 *
 * Refuses with `AMOUNT_OUT_OF_RANGE` what no amount holds.
 * @source 医保办发〔2020〕26号; the sum is a convention of this system
 */
export function surplusOf(lines: readonly BudgetAndSpend[]): Verdict<Surplus> {
  const sum = (of: (line: BudgetAndSpend) => Money) =>
    lines.reduce((whole, line) => whole.plus(Ratio.fromDecimal(of(line).yuan)), Ratio.of(0));
  const sums = [sum(({ budget }) => budget), sum(({ spend }) => spend)];
  if (sums.some((each) => !each.isAtMost(Ratio.parse(largest)))) return refused([outOfRange(null)]);
  const [budget, spend] = sums.map((each) => Money.of(each.toFixed(2, 'HALF_UP'))) as [Money, Money];
  return accepted({ budget, spend, surplus: budget.minus(spend) });
}

/**
 * What is retained of a surplus: a maximum, rounded down to the cent; `0.00` of a deficit.
 * @source 医保办发〔2020〕26号; the rounding is a convention of this system (T16)
 */
export function retainedOf(surplus: Money, percent: string): Money {
  const nothing = Money.of('0');
  return surplus.compare(nothing) > 0 ? surplus.times(Ratio.percent(percent), 'MAXIMUM_DOWN') : nothing;
}

/**
 * How budget and spend of one generic name follow from its terms.
 * @source 医保办发〔2020〕26号
 */
export function explainBudgetAndSpend(terms: SurplusTerms, { budget, spend }: BudgetAndSpend): Explanation {
  const { genericName, countingUnit: unit, purchases } = terms;
  const surplus = budget.minus(spend);
  return {
    rule: surplusRule.id,
    sentence: `For ${genericName} the fund would have spent ${budget} yuan and spends ${spend}: ${surplus} is saved.`,
    sentenceZh: `${genericName}预算${budget}元，支出${spend}元，结余${surplus}元。`,
    source: [...surplusRule.source],
    inputs: [
      fact('genericName', genericName),
      fact('baseVolume', terms.baseVolume, unit),
      fact('averagePriceBefore', terms.averagePriceBefore, `yuan/${unit}`),
      fact('fundRatio', terms.fundRatioPercent, '%'),
      fact('insuredShare', terms.insuredSharePercent, '%'),
      fact('nonSelectedAmount', terms.nonSelectedAmount, 'yuan'),
      ...purchases.flatMap((each) => factsOf(each, unit)),
    ],
    steps: [
      ...purchases.map((each) => ({
        text: `counted of agreement ${each.agreement}: the lesser of purchased and agreed`,
        textZh: `协议 ${each.agreement} 计入量：采购量与约定量之小者`,
        value: String(counted(each)),
        unit,
      })),
      {
        text: 'base volume x average price before x fund ratio x insured share, half up to the cent',
        textZh: '约定采购量基数×集采前平均价×基金支付比例×参保患者使用占比，四舍五入至分',
        value: budget.toString(),
        unit: 'yuan',
      },
      {
        text: '(counted x winning price / units of the price, summed, + non-selected amount) x fund ratio x insured share, half up to the cent',
        textZh: '（各协议计入量×中选价÷每计价单位数量之和＋非中选产品支出）×基金支付比例×参保患者使用占比，四舍五入至分',
        value: spend.toString(),
        unit: 'yuan',
      },
      { text: 'budget less spend', textZh: '预算减支出', value: surplus.toString(), unit: 'yuan' },
    ],
  };
}

const factsOf = ({ agreement, agreed, purchased, unitPrice, units }: PurchaseUnder, unit: string): Fact[] => [
  fact(`agreed ${agreement}`, agreed, unit),
  fact(`purchased ${agreement}`, purchased, unit),
  fact(`winningPrice ${agreement}`, unitPrice, 'yuan'),
  fact(`unitsOfPrice ${agreement}`, units, unit),
];

/**
 * How what is retained follows from budget, spend and ratio.
 * @source 医保办发〔2020〕26号; source text 1
 */
export function explainRetained(
  { budget, spend, surplus }: Surplus,
  ratio: {
    readonly percent: string;
    readonly grade: string;
    readonly gradePercent: string;
    readonly highest: string;
    readonly drugRatio: string | null;
  },
): Explanation {
  const retained = retainedOf(surplus, ratio.percent);
  return {
    rule: surplusRule.id,
    sentence: `Of a surplus of ${surplus} yuan ${ratio.percent} % is retained: ${retained}.`,
    sentenceZh: `结余${surplus}元，留用比例${ratio.percent}%，留用${retained}元。`,
    source: [...surplusRule.source],
    inputs: [
      fact('budget', budget.toString(), 'yuan'),
      fact('spend', spend.toString(), 'yuan'),
      fact('ratio', ratio.percent, '%'),
      fact('grade', ratio.grade),
      fact('gradeRatio', ratio.gradePercent, '%'),
      fact('national', ratio.highest, '%'),
      ...(ratio.drugRatio === null ? [] : [fact('drugRatio', ratio.drugRatio, '%')]),
    ],
    steps: [
      { text: 'budget less spend', textZh: '预算减支出', value: surplus.toString(), unit: 'yuan' },
      {
        text: 'the surplus, not below 0, x ratio, down to the cent',
        textZh: '结余（不低于零）×留用比例，向下取整至分',
        value: retained.toString(),
        unit: 'yuan',
      },
    ],
  };
}

const outOfRange = (genericName: string | null) => ({
  code: 'AMOUNT_OUT_OF_RANGE',
  field: 'lines',
  message: `An amount is larger than any that is kept here (${largest}).`,
  messageZh: `金额超出可记录的最大金额(${largest}元)。`,
  rule: null,
  facts: [...(genericName === null ? [] : [fact('genericName', genericName)]), fact('largest', largest, 'yuan')],
});
