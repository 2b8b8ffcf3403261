import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { daysIn } from '../../kernel/period.ts';
import { count, countFrom, quantity } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The day on which the agreed quantity is reached if purchases go on as until now.
 * @source convention of this system
 */
export const completionForecastRule = defineRule({
  id: 'supply.completion-forecast',
  title: 'Forecast of the day of completion',
  titleZh: '完成日期预测',
  statement:
    'At the average pace of the days gone, the day itself counted, the agreed quantity is reached after agreed × elapsed days ÷ purchased days of the agreement, rounded up; none is forecast where nothing was purchased or nothing is agreed any more.',
  statementZh:
    '按已过天数（含当日）的平均进度，自协议首日起经“约定量×已过天数÷已采购量”天（向上取整）完成；尚无采购或约定量已全部转出时不作预测。',
  source: [source(documents.ourConvention, 'linear, from the first day')],
  traces: ['RJ1'],
});

/** Farther than this nothing is foreseen: ten years, the longest term of a round. */
const horizonDays = 3653;

/**
 * The day on which the agreed quantity is reached at the pace until `asOf`; null where nothing was purchased, the
 * agreement has not begun, or the day lies more than ten years after it began.
 * @source convention of this system
 */
export function completionForecast(given: {
  agreed: number;
  purchased: number;
  year: { from: LocalDate; to: LocalDate };
  asOf: LocalDate;
}): LocalDate | null {
  const elapsed = Math.min(daysIn(given.year), daysBetween(given.year.from, given.asOf) + 1);
  const purchased = count(given.purchased);
  if (given.agreed === 0 || purchased === 0 || elapsed <= 0) return null;
  const days = Ratio.of(quantity(given.agreed)).times(Ratio.of(elapsed, purchased)).toInteger('MINIMUM_UP');
  return days > BigInt(horizonDays) ? null : addDays(given.year.from, countFrom(days) - 1);
}
