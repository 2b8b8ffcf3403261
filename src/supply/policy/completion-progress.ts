import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { daysIn } from '../../kernel/period.ts';
import { count, type Count, countFrom, quantity } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How much of an agreed quantity is purchased, against how much of the agreement year is gone.
 * @source 21fid.com/subjectTrack/701327 (4+7 after 14 days); tellerreport.com 2021-09-06 (stents)
 */
export const completionProgressRule = defineRule({
  id: 'supply.completion-progress',
  title: 'Completion and time progress',
  titleZh: '完成进度与时间进度',
  statement:
    'Completion = purchased / agreed; time progress = elapsed days / days of the agreement year, the day itself counted; both in percent with 2 decimals, half up.',
  statementZh: '完成进度＝已采购量÷约定采购量；时间进度＝已过天数（含当日）÷协议年度天数；百分比保留两位小数，四舍五入。',
  source: [
    source('21fid.com/subjectTrack/701327 (4+7 after 14 days)'),
    source('tellerreport.com 2021-09-06 (stents)'),
    source(documents.ourConvention, 'the day itself counts'),
  ],
  traces: ['RJ1', 'E41'],
});

/**
 * Both ratios, exact and in percent (2 decimals, half up), and their derivation.
 * @source none: a shape of this system, not a rule
 */
export interface CompletionProgress {
  completion: Ratio;
  completionPercent: string;
  time: Ratio;
  timePercent: string;
  explanation: Explanation;
}

/**
 * Completion (may exceed 100 %) and time progress (0 to 100 %) on a day of an agreement year [from, to).
 * @source 21fid.com/subjectTrack/701327; tellerreport.com 2021-09-06
 */
export function completionProgress(given: {
  agreed: number;
  purchased: number;
  year: { from: LocalDate; to: LocalDate };
  asOf: LocalDate;
}): CompletionProgress {
  // Nothing is left to buy where all of it has moved to a successor.
  const completion = given.agreed === 0 ? Ratio.of(1) : Ratio.of(count(given.purchased), quantity(given.agreed));
  const days = daysIn(given.year);
  const elapsed = Math.min(days, Math.max(0, daysBetween(given.year.from, given.asOf) + 1));
  const time = Ratio.of(elapsed, days);
  const [completionPercent, timePercent] = [completion.toPercent(2, 'HALF_UP'), time.toPercent(2, 'HALF_UP')];
  return {
    completion,
    completionPercent,
    time,
    timePercent,
    explanation: {
      rule: completionProgressRule.id,
      sentence: `${completionPercent} % of the agreed quantity is purchased after ${timePercent} % of the year.`,
      sentenceZh: `时间进度${timePercent}%，完成约定采购量的${completionPercent}%。`,
      source: [...completionProgressRule.source],
      inputs: [
        fact('agreed', given.agreed),
        fact('purchased', given.purchased),
        fact('elapsedDays', elapsed, 'day'),
        fact('daysOfYear', days, 'day'),
      ],
      steps: [
        { text: 'purchased / agreed', textZh: '已采购量÷约定采购量', value: completionPercent, unit: '%' },
        { text: 'elapsed days / days of the year', textZh: '已过天数÷年度天数', value: timePercent, unit: '%' },
      ],
    },
  };
}

/**
 * The agreed quantity that a published completion implies: purchased / completion, half up to whole units. The
 * percentage is a decimal text above zero (throws otherwise).
 * @source 21fid.com/subjectTrack/701327 (4+7 after 14 days)
 */
export function impliedAgreedQuantity(purchased: number, completionPercent: string): Count {
  return countFrom(Ratio.of(count(purchased)).dividedBy(Ratio.percent(completionPercent)).toInteger('HALF_UP'));
}
