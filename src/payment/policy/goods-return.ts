import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { dayInFuture } from './recorded-day.ts';

/**
 * Accepted goods may go back, and are not owed then.
 * @source none: our convention
 */
export const goodsReturnRule = defineRule({
  id: 'payment.goods-return',
  title: 'Return of accepted goods',
  titleZh: '退货',
  statement:
    'At most what was accepted and has not gone back yet is returned, not before the acceptance nor in the future, with a reason. It lowers what is open of the payable; where less is open than goes back, payments are reversed first.',
  statementZh:
    '退货数量不得超过验收合格且尚未退回的数量,退货日期不得早于验收日期、不得晚于今日,并注明原因。退货冲减未付金额;未付金额不足的,应先冲销已付款项。',
  source: [source(documents.ourConvention, 'returns')],
  traces: ['S1-13'],
});

/**
 * Goods that were accepted and have not gone back, and what is open of their payable, in yuan.
 * @source none: a shape of this system, not a rule
 */
export interface KeptGoods {
  readonly number: string;
  readonly acceptedOn: LocalDate;
  /** Accepted and not returned yet. */
  readonly kept: number;
  /** At least, on the day of the return and every later one. */
  readonly open: Money;
}

/**
 * Refusals of how much goes back and when, none when both stand.
 *
 * Refuses with `RETURN_ABOVE_ACCEPTED`, `RETURNED_BEFORE_ACCEPTANCE`, `DATE_IN_FUTURE`.
 * @param now the day of recording
 * @source none: our convention
 */
export function goodsReturn(goods: KeptGoods, told: { quantity: number; returnedOn: LocalDate }, now: LocalDate): Refusal[] {
  const { quantity, returnedOn } = told;
  const rule = goodsReturnRule.id;
  const refusals = dayInFuture('returnedOn', returnedOn, now);
  if (returnedOn < goods.acceptedOn) {
    refusals.push({
      code: 'RETURNED_BEFORE_ACCEPTANCE',
      field: 'returnedOn',
      message: `Delivery ${goods.number} was accepted on ${goods.acceptedOn}, after the day of return ${returnedOn}.`,
      messageZh: `到货 ${goods.number} 于 ${goods.acceptedOn} 验收,晚于退货日期 ${returnedOn}。`,
      rule,
      facts: [fact('returnedOn', returnedOn), fact('acceptedOn', goods.acceptedOn)],
    });
  }
  if (quantity > goods.kept) {
    refusals.push({
      code: 'RETURN_ABOVE_ACCEPTED',
      field: 'quantity',
      message: `${quantity} are more than the ${goods.kept} of delivery ${goods.number} that were accepted and have not gone back.`,
      messageZh: `退货 ${quantity} 超过到货 ${goods.number} 验收合格且未退回的数量 ${goods.kept}。`,
      rule,
      facts: [fact('returned', quantity), fact('kept', goods.kept)],
    });
  }
  return refusals;
}

/**
 * Refuses a return of goods that are paid for already, with `RETURN_OF_PAID_GOODS`: the money goes back first.
 * @param value what the goods that go back are worth, yuan
 * @source none: our convention
 */
export function unpaidGoods(goods: KeptGoods, value: Money): Refusal[] {
  if (value.compare(goods.open) <= 0) return [];
  return [
    {
      code: 'RETURN_OF_PAID_GOODS',
      field: 'quantity',
      message: `The goods are worth ${value.toString()} and only ${goods.open.toString()} are open; reverse payments of ${value.minus(goods.open).toString()} or more first.`,
      messageZh: `退货金额 ${value.toString()} 元,未付金额仅 ${goods.open.toString()} 元;请先冲销不少于 ${value.minus(goods.open).toString()} 元的付款。`,
      rule: goodsReturnRule.id,
      facts: [
        fact('returned', value.toString(), 'yuan'),
        fact('open', goods.open.toString(), 'yuan'),
        fact('toReverse', value.minus(goods.open).toString(), 'yuan'),
      ],
    },
  ];
}
