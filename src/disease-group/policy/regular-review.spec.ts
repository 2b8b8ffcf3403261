import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { regularReviewClauses } from './regular-review.clauses.ts';
import { loweredByRule, nextReview, reviewDay, reviewsDueBy } from './regular-review.ts';

// This file and regular-review.clauses.ts are the only places that know how often a group is reviewed.
const start = localDate('2021-01-31');
const day = localDate;

describe('[S1-27] the reviews of a concerned group', () => {
  it.each(['2021-01-01', '2999-12-31'])('are a year apart on %s, by our choice', (on) => {
    expect(regularReviewClauses.inForce(day(on))).toMatchObject({ value: { months: 12 }, confidence: 'LOW' });
  });

  it.each([
    ['2022-01-30', []],
    ['2022-01-31', ['2022-01-31']],
    ['2023-01-30', ['2022-01-31']],
    ['2023-01-31', ['2022-01-31', '2023-01-31']],
  ])('that are due by %s: %j', (asOf, due) => expect(reviewsDueBy(start, day(asOf))).toEqual(due));

  it('fall on the last day of a short month, and go on from the first', () => {
    expect(reviewsDueBy(day('2023-02-28'), day('2026-03-01'))).toEqual(['2024-02-28', '2025-02-28', '2026-02-28']);
    expect(reviewsDueBy(day('2024-02-29'), day('2027-03-01'))).toEqual(['2025-02-28', '2026-02-28', '2027-02-28']);
  });

  it('are never an endless list', () => expect(reviewsDueBy(start, day('2999-12-31'))).toHaveLength(100));

  it('are recorded in turn, from the day on which they are due', () => {
    expect(nextReview(start, 0, day('2023-06-01'))).toBe('2022-01-31');
    expect(nextReview(start, 1, day('2023-06-01'))).toBe('2023-01-31');
    expect(nextReview(start, 2, day('2023-06-01'))).toBeNull();
    expect(reviewDay({ group: 'FM19', start, recorded: 0, on: day('2022-01-31') })).toEqual([]);
    expect(reviewDay({ group: 'FM19', start, recorded: 0, on: day('2022-01-30') })).toMatchObject([
      { code: 'REVIEW_NOT_DUE', facts: [{ value: 'FM19' }, { value: '2022-01-30' }, { value: '2022-01-31' }] },
    ]);
    expect(reviewDay({ group: 'FM19', start, recorded: 2, on: day('2023-06-01') })).toMatchObject([
      { facts: [{}, {}, { value: '2024-01-31' }] },
    ]);
  });
});

describe('[S1-27] lowering a concerned group', () => {
  const concerns = [{ round: 'GH-HD2020-1', start }];
  const lowered = (from: string, amount: string, more: object = {}) =>
    loweredByRule({
      group: 'FM19',
      from: day(from),
      amount: Money.of(amount),
      before: Money.of('40000.00'),
      concerns,
      ruleReference: null,
      ...more,
    }).map(({ code }) => code);

  it.each([
    ['2021-01-30', '39999.99', []],
    ['2021-01-31', '39999.99', ['RULE_REFERENCE_MISSING']],
    ['2022-01-31', '39999.99', ['RULE_REFERENCE_MISSING']],
    ['2022-01-31', '40000.00', []],
    ['2022-01-31', '40000.01', []],
  ])('from %s to %s without a rule: %j', (from, amount, codes) => expect(lowered(from, amount)).toEqual(codes));

  it('is free with a rule, for a group that no round concerns, and for the first standard', () => {
    expect(lowered('2022-01-31', '1.00', { ruleReference: '规则' })).toEqual([]);
    expect(lowered('2022-01-31', '1.00', { concerns: [] })).toEqual([]);
    expect(lowered('2022-01-31', '1.00', { before: null })).toEqual([]);
  });
});
