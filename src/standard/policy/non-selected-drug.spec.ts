import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { nonSelectedDrug, type NonSelectedDrug } from './non-selected-drug.ts';

const price = (text: string) => UnitPrice.of(text, '片');
const startsOn = localDate('2020-04-30');
const judged = (before: string, more: Partial<NonSelectedDrug> = {}) =>
  nonSelectedDrug({
    startsOn,
    priceBefore: price(before),
    winningPrice: price('3.18'),
    hasPassed: true,
    years: null,
    firstYear: null,
    ...more,
  })!;
const told = (before: string, more: Partial<NonSelectedDrug> = {}) => {
  const answer = judged(before, more);
  if (!answer.ok) return answer.refusals.map(({ code, field }) => `${code} ${field}`);
  const { case: which, startAmount, steps } = answer.value;
  return [which, startAmount.toString(), ...steps.map(({ effectiveFrom, amount }) => `${effectiveFrom} ${amount.toString()}`)];
};

describe('[RE3] a non-selected drug, winning price 3.18', () => {
  it.each([
    ['[E17a] [E18]', '7.00', ['CUT', '4.9000', '2021-04-30 4.0400', '2022-04-30 3.1800']],
    ['just above twice', '6.3601', ['CUT', '4.4520', '2021-04-30 3.8160', '2022-04-30 3.1800']],
    ['[E17c] [T15] exactly twice', '6.36', ['WINNING_PRICE', '3.1800']],
    ['just above once', '3.1801', ['WINNING_PRICE', '3.1800']],
    ['[E17e] exactly once', '3.18', ['WINNING_PRICE', '3.1800']],
    ['just below', '3.1799', ['ACTUAL_PRICE', '3.1799']],
  ])('%s at %s', (_title, before, expected) => {
    expect(told(before)).toEqual(expected);
  });

  it('a maximum is rounded down: 70 % of 7.0001 is 4.90007', () => {
    expect(told('7.0001')[1]).toBe('4.9000');
    expect(told('7.0001', { firstYear: price('4.9001') })).toEqual(['FIRST_YEAR_ABOVE_LIMIT firstYearAmount']);
  });

  it.each([
    ['4.9001', ['FIRST_YEAR_ABOVE_LIMIT firstYearAmount']],
    ['4.9', ['CUT', '4.9000', '2021-04-30 4.0400', '2022-04-30 3.1800']],
    ['3.18', ['CUT', '3.1800']],
    ['3.1799', ['FIRST_YEAR_BELOW_TARGET firstYearAmount']],
  ])('a first standard of %s', (firstYear, expected) => {
    expect(told('7', { firstYear: price(firstYear) })).toEqual(expected);
  });

  it.each([
    [1, ['YEARS_OUTSIDE_LIMITS years']],
    [2, ['CUT', '4.9000', '2021-04-30 4.0400', '2022-04-30 3.1800']],
    [3, ['CUT', '4.9000', '2021-04-30 4.3267', '2022-04-30 3.7533', '2023-04-30 3.1800']],
    [4, ['YEARS_OUTSIDE_LIMITS years']],
  ])('within %s years', (years, expected) => {
    expect(told('7', { years })).toEqual(expected);
  });

  it('that has not passed the consistency evaluation has the winning price at once, or its own where that is lower', () => {
    expect(told('7', { hasPassed: false })).toEqual(['WINNING_PRICE', '3.1800']);
    expect(told('3', { hasPassed: false })).toEqual(['ACTUAL_PRICE', '3.0000']);
  });

  it('that is not cut has no first year and no years to choose', () => {
    expect(told('6.36', { years: 2 })).toEqual(['NOTHING_TO_CUT null']);
    expect(told('7', { hasPassed: false, firstYear: price('4') })).toEqual(['NOTHING_TO_CUT null']);
  });

  it.each(['2018-12-31', '2998-01-01'])('on %s is not ruled', (on) => {
    const day = localDate(on);
    expect(
      nonSelectedDrug({ startsOn: day, priceBefore: price('7'), winningPrice: price('3'), hasPassed: true, years: null, firstYear: null }),
    ).toBeNull();
  });
});
