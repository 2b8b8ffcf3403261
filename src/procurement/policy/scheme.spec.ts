import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { scheme } from './scheme.ts';
import { schemeCodes } from './scheme.clauses.ts';

describe('schemes', () => {
  it.each([
    // scheme, first and last day, rules of eligibility, division
    ['pilot-4plus7', '2018-12-06', '2019-09-23', 0, 'WHOLE_TO_WINNER'],
    ['alliance-expansion-2019', '2019-09-24', '2020-01-16', 0, 'BY_REGION'],
    ['national-drug', '2020-01-17', '2024-12-11', 3, 'BY_REGION'],
    ['national-drug', '2024-12-12', '2025-10-26', 2, 'BY_REGION'],
    ['national-drug', '2025-10-27', '2030-01-01', 2, 'BY_REGION'],
    ['national-stent', '2020-11-05', '2022-11-28', 2, 'BY_INTENDED_VOLUME'],
    ['national-stent', '2022-11-29', '2025-01-01', 1, 'BY_INTENDED_VOLUME'],
    ['intraocular-lens-3plus6', '2020-01-01', '2020-12-31', 0, 'BY_SHARE'],
    ['yangtze-delta-renewal', '2022-01-01', '2022-12-31', 0, 'WHOLE_TO_WINNER'],
    ['national-insulin', '2021-11-26', '2025-01-01', 0, null],
  ])('%s from %s to %s', (code, first, last, eligibility, division) => {
    for (const day of [first, last]) {
      const { value } = scheme(localDate(day), code);
      expect([value.eligibility.length, value.division]).toEqual([eligibility, division]);
    }
  });

  it('are listed by code, and none is in force before the pilot', () => {
    expect(schemeCodes).toHaveLength(7);
    for (const code of schemeCodes) expect(() => scheme(localDate('2018-12-05'), code)).toThrow(RuleGap);
  });
});
