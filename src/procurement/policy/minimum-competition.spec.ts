import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { minimumCompetition } from './minimum-competition.ts';

describe('[RB2] 4+7: enough bidders for the lowest price to win', () => {
  // etnet.com.hk 2018-12-07: fewer than 3 bidders are negotiated with
  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])('%d bidders: %s', (bidders, enough) => {
    for (const day of ['2018-12-06', '2019-09-23']) expect(minimumCompetition(localDate(day), 'pilot-4plus7', bidders).met).toBe(enough);
  });
  it.each(['2018-12-05', '2019-09-24'])('is not in force on %s', (day) => {
    expect(() => minimumCompetition(localDate(day), 'pilot-4plus7', 3)).toThrow(RuleGap);
  });
});
