import type { Explanation, Step } from '../../kernel/explanation.ts';
import { fact, type Fact } from '../../kernel/fact.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import { Ratio, timesRatio } from '../../kernel/ratio.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { renewalCutClauses, type Ladder } from './renewal-cut.clauses.ts';

/**
 * A simple renewal lowers the standard by what the fund spent beyond the budget, and by what a wider scope will cost.
 * @source flcube.com/?p=28711; flcube.com/?p=15911
 */
export const renewalCutRule = defineRule({
  id: 'negotiation.renewal-cut',
  title: 'Cut at a simple renewal',
  titleZh: '简易续约降幅',
  statement:
    'A = actual fund spend / budget of the agreement period; B = increase of the budget of the next two years by a wider scope / the larger of budget and spend. Up to 110 % of A no cut, then 5 / 10 / 15 % up to 140 / 170 / 200 %; of B up to 10 % none, then 5 / 10 / 15 % up to 40 / 70 / 100 %. Above the last step there is no simple renewal, but a new talk. After 4 continuous years the cuts are halved; after 8 the drug goes to the ordinary list. The cut of B applies to what the cut of A leaves; the standard is rounded half up to the cent, once.',
  statementZh:
    'A＝协议期内基金实际支出÷预算；B＝因支付范围扩大所致未来两年预算增加额÷（预算与实际支出两者中较高者）。A不超过110%不降，超过110%至140%、170%、200%分别下调5%、10%、15%；B不超过10%不降，至40%、70%、100%分别下调5%、10%、15%。超过最高档的，不适用简易续约，须重新谈判。连续满4年的降幅减半；满8年的纳入常规目录。先按A下调，再按B下调；支付标准四舍五入至分，仅取整一次。',
  source: [
    source(documents.renewalBudget, 'A and B'),
    source(documents.renewalRules, '110 %, 200 %'),
    source(documents.ordinaryList),
    source(documents.ourConvention, 'B after A; half up to the cent'),
  ],
  clauses: renewalCutClauses,
  traces: ['RH4', 'E31'],
});

/**
 * What a renewal is computed from: yuan of the fund, the standard that runs out, since when the drug is negotiated without
 * a break, the first day of the renewal, and the day by whose rules it is judged.
 * @source none: a shape of this system, not a rule
 */
export interface RenewalGiven {
  readonly standard: UnitPrice;
  readonly spend: Money;
  readonly budget: Money;
  /** By a wider scope; null where the scope stays. */
  readonly increase: Money | null;
  readonly continuousFrom: LocalDate;
  readonly from: LocalDate;
  readonly on: LocalDate;
}

/**
 * How a negotiated drug goes on: renewed at a standard, negotiated anew, or in the ordinary list.
 * @source none: a shape of this system, not a rule
 */
export const renewalDecisions = ['RENEW', 'RENEGOTIATE', 'ORDINARY_LIST'] as const;

/**
 * What follows from the ladders; the standard is null unless it is renewed.
 * @source none: a shape of this system, not a rule
 */
export interface Renewal {
  readonly decision: (typeof renewalDecisions)[number];
  readonly spendPercent: string;
  readonly increasePercent: string | null;
  readonly cutPercent: string | null;
  readonly standard: UnitPrice | null;
  readonly explanation: Explanation;
}

/**
 * Computes how a negotiated drug goes on.
 *
 * Refuses with `BUDGET_NOT_POSITIVE`, `SPEND_NEGATIVE`, `RENEWAL_RULES_NOT_IN_FORCE`.
 * @source flcube.com/?p=28711; flcube.com/?p=15911
 */
export function renewalCut(given: RenewalGiven): Verdict<Renewal> {
  const refusals = malformed(given);
  const clause = renewalCutClauses.find(given.on);
  if (!clause) return refused([...refusals, notInForce(given.on)]);
  if (refusals.length > 0) return refused(refusals);
  const { spend: spendLadder, increase: increaseLadder, halvedFromYears, ordinaryListFromYears } = clause.value;
  const { standard, spend, budget, increase, continuousFrom, from } = given;
  const a = Ratio.fromDecimal(spend.yuan).dividedBy(Ratio.fromDecimal(budget.yuan));
  const larger = spend.compare(budget) > 0 ? spend : budget;
  const b = increase && Ratio.fromDecimal(increase.yuan).dividedBy(Ratio.fromDecimal(larger.yuan));
  const shown = { spendPercent: percentOf(a), increasePercent: b && percentOf(b) };
  const inputs = inputsOf(given);
  const steps: Step[] = [
    { text: 'A = actual spend / budget', textZh: 'A＝实际支出÷预算', value: shown.spendPercent, unit: '%' },
    ...(b
      ? [
          {
            text: 'B = increase / larger of budget and spend',
            textZh: 'B＝预算增加额÷预算与实际支出较高者',
            value: percentOf(b),
            unit: '%',
          },
        ]
      : []),
  ];
  const answer = (rest: Pick<Renewal, 'decision' | 'cutPercent' | 'standard'>, sentence: string, sentenceZh: string): Verdict<Renewal> =>
    accepted({
      ...shown,
      ...rest,
      explanation: { rule: renewalCutRule.id, sentence, sentenceZh, source: [clause.source, ...renewalCutRule.source], inputs, steps },
    });
  if (hasLasted(ordinaryListFromYears, continuousFrom, from))
    return answer(
      { decision: 'ORDINARY_LIST', cutPercent: null, standard: null },
      `After ${ordinaryListFromYears} continuous years the drug goes to the ordinary list.`,
      `连续满${ordinaryListFromYears}年，纳入常规目录管理。`,
    );
  const cutA = stepOf(spendLadder, a);
  const cutB = b ? stepOf(increaseLadder, b) : Ratio.of(0);
  if (cutA === null || cutB === null)
    return answer(
      { decision: 'RENEGOTIATE', cutPercent: null, standard: null },
      cutA === null
        ? `A of ${shown.spendPercent} % is above ${spendLadder.most} %: the drug is negotiated anew.`
        : `B of ${shown.increasePercent} % is above ${increaseLadder.most} %: the drug is negotiated anew.`,
      cutA === null
        ? `A为${shown.spendPercent}%，高于${spendLadder.most}%，须重新谈判。`
        : `B为${shown.increasePercent}%，高于${increaseLadder.most}%，须重新谈判。`,
    );
  const isHalved = hasLasted(halvedFromYears, continuousFrom, from);
  const part = Ratio.of(1, isHalved ? 2 : 1);
  const kept = (cut: Ratio) => Ratio.of(1).minus(cut.times(part));
  const factor = kept(cutA).times(kept(cutB));
  const exact = standard.toRatio().times(factor);
  const renewed = UnitPrice.rounded(timesRatio(standard.yuan, factor, 2, 'HALF_UP'), standard.unit);
  const cutPercent = Ratio.of(1).minus(factor).toPercent(4, 'HALF_UP');
  const unit = `yuan/${standard.unit}`;
  steps.push(
    { text: 'cut by A', textZh: '按A的降幅', value: percentText(cutA), unit: '%' },
    ...(b ? [{ text: 'cut by B', textZh: '按B的降幅', value: percentText(cutB), unit: '%' }] : []),
    ...(isHalved
      ? [
          {
            text: `halved after ${halvedFromYears} continuous years`,
            textZh: `连续满${halvedFromYears}年减半`,
            value: cutPercent,
            unit: '%',
          },
        ]
      : []),
    { text: 'standard less the cuts', textZh: '下调后的支付标准', value: exact.toText(8), unit },
    { text: 'half up to the cent', textZh: '四舍五入至分', value: renewed.toString(), unit },
  );
  return answer(
    { decision: 'RENEW', cutPercent, standard: renewed },
    `A is ${shown.spendPercent} %${b ? ` and B ${shown.increasePercent} %` : ''}: the standard goes from ${standard} to ${renewed} yuan, a cut of ${cutPercent} %${isHalved ? ' after halving' : ''}.`,
    `A为${shown.spendPercent}%${b ? `，B为${shown.increasePercent}%` : ''}：支付标准由${standard}元调整为${renewed}元，下调${cutPercent}%${isHalved ? '（已减半）' : ''}。`,
  );
}

/**
 * The cut of the highest step that a ratio is above; null above the ladder's end.
 * @source flcube.com/?p=15911
 */
function stepOf({ steps, most }: Ladder, ratio: Ratio): Ratio | null {
  if (!ratio.isAtMost(Ratio.percent(most))) return null;
  const passed = steps.filter(({ above }) => !ratio.isAtMost(Ratio.percent(above)));
  return Ratio.percent(passed.at(-1)?.cut ?? '0');
}

const hasLasted = (years: number, since: LocalDate, on: LocalDate) => on >= addMonths(since, 12 * years);
const percentOf = (ratio: Ratio) => ratio.toPercent(4, 'HALF_UP');
const percentText = (ratio: Ratio) => ratio.times(Ratio.of(100)).toText();

function inputsOf({ standard, spend, budget, increase, continuousFrom, from }: RenewalGiven): Fact[] {
  return [
    fact('standard', standard.toString(), `yuan/${standard.unit}`),
    fact('actualSpend', spend.toString(), 'yuan'),
    fact('budget', budget.toString(), 'yuan'),
    ...(increase ? [fact('budgetIncrease', increase.toString(), 'yuan')] : []),
    fact('continuousFrom', continuousFrom),
    fact('renewedFrom', from),
  ];
}

function malformed({ spend, budget, increase }: RenewalGiven): Refusal[] {
  const refusals: Refusal[] = [];
  if (!budget.yuan.greaterThan(0))
    refusals.push({
      code: 'BUDGET_NOT_POSITIVE',
      field: 'budget',
      message: `A budget is above 0, not ${budget}.`,
      messageZh: `预算须大于0,而不是${budget}元。`,
      rule: renewalCutRule.id,
      facts: [fact('budget', budget.toString(), 'yuan')],
    });
  for (const [field, amount] of [
    ['actualSpend', spend],
    ['budgetIncrease', increase],
  ] as const) {
    if (!amount?.yuan.isNegative()) continue;
    refusals.push({
      code: 'SPEND_NEGATIVE',
      field,
      message: `${field} is not below 0: ${amount}.`,
      messageZh: `${field}不得小于0:${amount}元。`,
      rule: renewalCutRule.id,
      facts: [fact(field, amount.toString(), 'yuan')],
    });
  }
  return refusals;
}

function notInForce(on: LocalDate): Refusal {
  const first = renewalCutClauses.rows[0]!.from;
  return {
    code: 'RENEWAL_RULES_NOT_IN_FORCE',
    field: 'on',
    message: `No rules of renewal are on record for ${on}; the first hold from ${first}.`,
    messageZh: `${on}尚无续约规则记录;首个规则自${first}起适用。`,
    rule: renewalCutRule.id,
    facts: [fact('on', on), fact('firstDay', first)],
  };
}
