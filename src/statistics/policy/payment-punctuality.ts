import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { Money } from '../../kernel/money.ts';
import { count } from '../../kernel/quantity.ts';
import { Ratio, ratioOf } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How much of what fell due was paid in time.
 * @source 关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021); the measure is a convention of this system
 */
export const paymentPunctualityRule = defineRule({
  id: 'statistics.payment-punctuality',
  title: 'Share of payables paid on time',
  titleZh: '货款按时结清率',
  statement:
    'Of the payables that fell due before the day, less returns: the share that was paid in whole by the due date, by amount and by count; 4 decimals, half up. One that was paid in part by then is not paid on time.',
  statementZh:
    '截止日前到期的应付货款（扣除退货）中，于付款期限内全额付清的占比，分别按金额和笔数计算；四位小数，四舍五入。仅部分按时支付的不计为按时结清。',
  source: [source(documents.stentSupport, 'payment within the deadline'), source(documents.ourConvention, 'in whole')],
  traces: [],
});

/**
 * Both shares and their derivation.
 * @source none: a shape of this system, not a rule
 */
export interface PaymentPunctuality {
  readonly byAmount: string;
  readonly byCount: string;
  readonly explanation: Explanation;
}

/**
 * The shares of what fell due that was paid on time, 0 to 1 with 4 decimals, half up. Amounts in yuan. Throws where nothing
 * fell due.
 * @source none: our convention
 */
export function paymentPunctuality(given: {
  dueAmount: string;
  onTimeAmount: string;
  payables: number;
  onTime: number;
}): PaymentPunctuality {
  const { dueAmount, onTimeAmount, payables, onTime } = given;
  const amount = ratioOf(Money.of(onTimeAmount).yuan, Money.of(dueAmount).yuan);
  const [byAmount, byCount] = [amount.toFixed(4, 'HALF_UP'), Ratio.of(count(onTime), count(payables)).toFixed(4, 'HALF_UP')];
  const percent = amount.toPercent(2, 'HALF_UP');
  return {
    byAmount,
    byCount,
    explanation: {
      rule: paymentPunctualityRule.id,
      sentence: `${percent} % of what fell due was paid in whole by its due date.`,
      sentenceZh: `到期货款中${percent}%于付款期限内付清。`,
      source: [...paymentPunctualityRule.source],
      inputs: [
        fact('dueAmount', dueAmount, 'yuan'),
        fact('onTimeAmount', onTimeAmount, 'yuan'),
        fact('payables', payables),
        fact('onTime', onTime),
      ],
      steps: [
        { text: 'paid on time / fell due, by amount', textZh: '按时结清金额÷到期金额', value: byAmount, unit: null },
        { text: 'paid on time / fell due, by count', textZh: '按时结清笔数÷到期笔数', value: byCount, unit: null },
      ],
    },
  };
}
