import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { yearFrom } from '../../kernel/period.ts';
import { completionProgress, impliedAgreedQuantity } from './completion-progress.ts';

const progress = (from: string, asOf: string, purchased: number, agreed: number) => {
  const { completionPercent, timePercent } = completionProgress({
    agreed,
    purchased,
    year: yearFrom(localDate(from)),
    asOf: localDate(asOf),
  });
  return [completionPercent, timePercent];
};

describe('[RJ1] completion and time progress', () => {
  it.each([
    ['2021-01-01', '2021-08-31', 1_100_000, 1_070_000, ['102.80', '66.58']], // stents, tellerreport.com 2021-09-06
    ['2021-01-01', '2020-12-31', 0, 100, ['0.00', '0.00']],
    ['2021-01-01', '2021-08-31', 0, 0, ['100.00', '66.58']], // all of it has moved to a successor
    ['2021-01-01', '2021-01-01', 1, 3, ['33.33', '0.27']], // the day itself counts
    ['2021-01-01', '2021-12-31', 100, 100, ['100.00', '100.00']],
    ['2021-01-01', '2022-06-01', 100, 100, ['100.00', '100.00']],
    ['2019-03-20', '2019-04-02', 1, 4, ['25.00', '3.83']], // 14 of 366 days
  ])('year from %s, on %s, %d of %d: %j', (from, asOf, purchased, agreed, expected) =>
    expect(progress(from, asOf, purchased, agreed)).toEqual(expected),
  );

  it('[E41] implies the agreed total of 4+7', () => expect(impliedAgreedQuantity(438_000_000, '27.31')).toBe(1_603_808_129));
  it('throws on 0 %', () => expect(() => impliedAgreedQuantity(1, '0')).toThrow(RangeError));
});
