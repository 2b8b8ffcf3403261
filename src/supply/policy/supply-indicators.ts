import { count } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How well an enterprise supplies: how soon it answers an order, how long goods are under way, how much of it comes.
 * @source flcube.com/?p=9889: "order response time, delivery time, delivered amount and quantity"
 */
export const supplyIndicatorsRule = defineRule({
  id: 'supply.supply-indicators',
  title: 'Indicators of supply',
  titleZh: '供应监测指标',
  statement:
    'Response time = average days from an order to its first delivery; delivery time = average days from order to delivery, by quantity; fill rate = delivered ÷ ordered. Days with 2 decimals, the rate with 4, half up; what nothing was delivered of has no time.',
  statementZh:
    '订单响应时间＝下单至首次到货的平均天数；配送时间＝下单至到货按数量加权的平均天数；到货率＝到货量÷订购量。天数保留两位小数、到货率四位，四舍五入；尚无到货的不计时间。',
  source: [
    source(documents.supply, 'order response time, delivery time, delivered amount and quantity'),
    source(documents.ourConvention, 'averages'),
  ],
  traces: ['RI3'],
});

/**
 * The averages from sums: days of first deliveries, and days times quantity of all deliveries. Null where there is nothing
 * to divide by.
 * @source flcube.com/?p=9889; the averages are a convention of this system
 */
export function supplyIndicators(given: {
  ordered: number;
  delivered: number;
  answeredOrders: number;
  responseDays: number;
  quantityDays: bigint;
}): { responseDays: string | null; deliveryDays: string | null; fillRate: string | null } {
  const divided = (dividend: bigint | number, divisor: number, decimals: number) =>
    divisor === 0 ? null : Ratio.of(dividend, count(divisor)).toFixed(decimals, 'HALF_UP');
  return {
    responseDays: divided(given.responseDays, given.answeredOrders, 2),
    deliveryDays: divided(given.quantityDays, given.delivered, 2),
    fillRate: divided(given.delivered, given.ordered, 4),
  };
}
