import type { Explanation } from '../../kernel/explanation.ts';
import { fact, type Fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { prepaymentDocuments } from './prepayment-documents.ts';
import { prepaymentMinimumClauses } from './prepayment-minimum.clauses.ts';

/**
 * What the fund prepays an institution for an agreement year is at least a share (30 %) of what is agreed for that year.
 * @source source text 1: "prepay no less than 30% of the annual agreed purchase amount"; 国办发〔2019〕2号
 */
export const prepaymentMinimumRule = defineRule({
  id: 'payment.prepayment-minimum',
  title: 'Least prepayment',
  titleZh: '预付金下限',
  statement:
    'The prepayment of an institution for an agreement year is at least the ratio in force (30 %, or more where the pooling area says so) of its annual agreed amount: the sum of its agreements’ lines, each half up to the cent. The minimum is rounded up to the cent, once, over the sum. It is judged on the day of the prepayment.',
  statementZh:
    '医保基金按协议年度向医疗机构预付的金额不低于年度约定采购金额的规定比例（30%，统筹区另有更高规定的从其规定）。年度约定采购金额为各协议金额（逐条四舍五入至分）之和；下限按合计金额计算，向上取整至分，以预付当日为准。',
  source: [source(prepaymentDocuments.stentSupport), source(prepaymentDocuments.pilot2019)],
  clauses: prepaymentMinimumClauses,
  traces: ['RC1', 'S1-11', 'E01', 'E02', 'E03', 'E04'],
});

/**
 * The ratio that holds, in percent with 2 decimals, and where it stands.
 * @source none: a shape of this system, not a rule
 */
export interface PrepaymentRatioInForce {
  readonly percent: string;
  readonly source: string;
}

/**
 * The national floor on a day, in percent.
 *
 * Refuses with `NO_RATIO_IN_FORCE` before the first document.
 * @source 国办发〔2019〕2号; source text 1
 */
function prepaymentFloor(on: LocalDate): Verdict<PrepaymentRatioInForce> {
  const first = prepaymentMinimumClauses.rows[0]!.from;
  if (on < first) return refused([noRatio(on, first)]);
  const { value, source: said } = prepaymentMinimumClauses.inForce(on);
  return accepted({ percent: value.percent, source: said.document });
}

/**
 * The ratio that holds on a day in a pooling area: its own as last recorded for that day, but never below the floor.
 *
 * Refuses with `NO_RATIO_IN_FORCE` before the first document.
 * @source 国办发〔2019〕2号; source text 1
 */
export function prepaymentRatio(on: LocalDate, own: PrepaymentRatioInForce | null): Verdict<PrepaymentRatioInForce> {
  const floor = prepaymentFloor(on);
  if (!floor.ok || own === null) return floor;
  return Ratio.percent(own.percent).isAtLeast(Ratio.percent(floor.value.percent)) ? accepted(own) : floor;
}

/**
 * Whether a pooling area may have this ratio of its own (percent) from a day on; equality with the floor is allowed.
 *
 * Refuses with `RATIO_BELOW_FLOOR` and `NO_RATIO_IN_FORCE`.
 * @source source text 1: "no less than"
 */
export function areaPrepaymentRatio(from: LocalDate, percent: string): Verdict<string> {
  const floor = prepaymentFloor(from);
  if (!floor.ok) return floor;
  if (Ratio.percent(percent).isAtLeast(Ratio.percent(floor.value.percent))) return accepted(percent);
  return refused([
    {
      code: 'RATIO_BELOW_FLOOR',
      field: 'ratioPercent',
      message: `${percent} % is below the national floor of ${floor.value.percent} %.`,
      messageZh: `${percent}%低于全国下限${floor.value.percent}%。`,
      rule: prepaymentMinimumRule.id,
      facts: [fact('ratio', percent, '%'), fact('floor', floor.value.percent, '%')],
    },
  ]);
}

/**
 * The least prepayment of an annual agreed amount at a ratio in percent: rounded up to the cent.
 * @source source text 1; the rounding is a convention of this system (worked example E03)
 */
export function requiredPrepayment(agreed: Money, percent: string): Money {
  return agreed.times(Ratio.percent(percent), 'MINIMUM_UP');
}

/**
 * Judges what is prepaid in all for an agreement year by the ratio in force; equality is allowed.
 *
 * Refuses with `PREPAYMENT_BELOW_MINIMUM`.
 * @source source text 1: "no less than 30%"
 */
export function prepaymentMinimum(given: { agreed: Money; ratio: PrepaymentRatioInForce; prepaid: Money }): Verdict<Money> {
  const { agreed, ratio, prepaid } = given;
  const required = requiredPrepayment(agreed, ratio.percent);
  if (prepaid.compare(required) >= 0) return accepted(required);
  return refused([
    {
      code: 'PREPAYMENT_BELOW_MINIMUM',
      field: 'amount',
      message: `${prepaid} yuan is below ${required}, ${ratio.percent} % of the annual agreed amount of ${agreed}; ${required.minus(prepaid)} is missing.`,
      messageZh: `预付${prepaid}元低于年度约定采购金额${agreed}元的${ratio.percent}%（${required}元），差额${required.minus(prepaid)}元。`,
      rule: prepaymentMinimumRule.id,
      facts: minimumFacts({ ...given, required }),
    },
  ]);
}

function minimumFacts(given: { agreed: Money; ratio: PrepaymentRatioInForce; prepaid: Money; required: Money }): Fact[] {
  const { agreed, ratio, prepaid, required } = given;
  return [
    fact('agreedAmount', agreed.toString(), 'yuan'),
    fact('ratio', ratio.percent, '%'),
    fact('requiredMinimum', required.toString(), 'yuan'),
    fact('prepaid', prepaid.toString(), 'yuan'),
    fact('missing', missingPrepayment(required, prepaid).toString(), 'yuan'),
  ];
}

/**
 * What is missing to the minimum; `0.00` where nothing is.
 * @source none: arithmetic
 */
export function missingPrepayment(required: Money, prepaid: Money): Money {
  return prepaid.compare(required) >= 0 ? Money.of('0') : required.minus(prepaid);
}

/**
 * How the minimum follows from the annual agreed amount, and what of it is prepaid.
 * @source source text 1; the rounding is a convention of this system
 */
export function explainPrepaymentMinimum(given: { agreed: Money; ratio: PrepaymentRatioInForce; prepaid: Money }): Explanation {
  const { agreed, ratio, prepaid } = given;
  const required = requiredPrepayment(agreed, ratio.percent);
  const missing = missingPrepayment(required, prepaid);
  return {
    rule: prepaymentMinimumRule.id,
    sentence: `At least ${ratio.percent} % of ${agreed} yuan is to be prepaid: ${required}; ${prepaid} is, ${missing} is missing.`,
    sentenceZh: `年度约定采购金额${agreed}元，应预付不低于${ratio.percent}%，即${required}元；已预付${prepaid}元，差额${missing}元。`,
    source: [source(ratio.source)],
    inputs: minimumFacts({ ...given, required }),
    steps: [
      {
        text: 'annual agreed amount x ratio, up to the cent',
        textZh: '年度约定采购金额×预付比例，向上取整至分',
        value: required.toString(),
        unit: 'yuan',
      },
      {
        text: 'minimum less what is prepaid, not below 0',
        textZh: '下限减去已预付金额，不低于零',
        value: missing.toString(),
        unit: 'yuan',
      },
    ],
  };
}

const noRatio = (on: LocalDate, first: LocalDate) => ({
  code: 'NO_RATIO_IN_FORCE',
  field: 'on',
  message: `No document asks for a prepayment on ${on}; the first holds from ${first}.`,
  messageZh: `${on} 尚无预付规定,首个文件自 ${first} 起适用。`,
  rule: prepaymentMinimumRule.id,
  facts: [fact('on', on), fact('firstDay', first)],
});
