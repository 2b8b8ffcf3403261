import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { Money } from '../../kernel/money.ts';
import type { Count } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { accepted, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { priceCut } from './price-cut.ts';

/**
 * What a lower price saves on a quantity, and which part of it the patients save.
 * @source source text 0: "reduce the economic pressure on the patients"
 */
export const savingsRule = defineRule({
  id: 'procurement.savings',
  title: 'Savings and the patients’ part',
  titleZh: '节约金额及患者负担减少额',
  statement:
    'Savings = (price before - winning price) x quantity, half up to 0.01; of it the fund saves its ratio, half up, and the patients the rest.',
  statementZh: '节约金额＝（原价－中选价）×数量，四舍五入至分；其中基金按支付比例计（四舍五入），其余为患者节约。',
  source: [source(documents.introduction, '"reduce the economic pressure on the patients"')],
  traces: ['S0-3'],
});

/**
 * Savings in yuan, 2 decimals: the total, and the parts of fund and patients (null without a fund ratio), which sum
 * to it exactly.
 * @source none: a shape of this system, not a rule
 */
export interface Savings {
  total: Money;
  fund: Money | null;
  patients: Money | null;
  explanation: Explanation;
}

/**
 * The savings on a quantity (whole units) by a fall of price, yuan per unit; `fundRatio` is the share the fund pays
 * as a decimal text from `0` to `1`, null where unknown (throws outside).
 *
 * Refuses as `priceCut` does.
 * @source source text 0: "reduce the economic pressure on the patients"
 */
export function savings<Unit extends string>(given: {
  before: UnitPrice<Unit>;
  winning: UnitPrice<Unit>;
  quantity: Count;
  fundRatio: string | null;
}): Verdict<Savings> {
  const cut = priceCut(given.before, given.winning);
  if (!cut.ok) return cut;
  const total = Money.rounded(given.before.yuan.minus(given.winning.yuan).times(given.quantity), 'HALF_UP');
  const ratio = given.fundRatio === null ? null : Ratio.parse(given.fundRatio);
  if (ratio && (!ratio.isAtLeast(Ratio.of(0)) || !ratio.isAtMost(Ratio.of(1)))) throw new RangeError(`not a share: ${given.fundRatio}`);
  const fund = ratio && total.times(ratio, 'HALF_UP');
  const patients = fund && total.minus(fund);
  const steps = [{ text: '(before - winning) x quantity', textZh: '（原价－中选价）×数量', value: total.toString(), unit: 'yuan' }];
  if (fund && patients) {
    steps.push(
      { text: 'of it the fund', textZh: '其中基金', value: fund.toString(), unit: 'yuan' },
      { text: 'of it the patients', textZh: '其中患者', value: patients.toString(), unit: 'yuan' },
    );
  }
  return accepted({
    total,
    fund,
    patients,
    explanation: {
      rule: savingsRule.id,
      sentence: `${given.quantity} units at ${given.winning} instead of ${given.before} save ${total} yuan${patients ? `, of which the patients ${patients}` : ''}.`,
      sentenceZh: `${given.quantity}单位由${given.before}元降至${given.winning}元，节约${total}元${patients ? `，其中患者${patients}元` : ''}。`,
      source: [...savingsRule.source],
      inputs: [
        ...cut.value.explanation.inputs,
        fact('quantity', given.quantity),
        ...(given.fundRatio === null ? [] : [fact('fundRatio', given.fundRatio)]),
      ],
      steps,
    },
  });
}
