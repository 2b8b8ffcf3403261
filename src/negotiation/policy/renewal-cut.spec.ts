import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { renewalCut } from './renewal-cut.ts';

interface Given {
  readonly spend?: string;
  readonly budget?: string;
  readonly increase?: string | null;
  readonly since?: string;
  readonly on?: string;
}
/** A standard of 100 yuan, a budget of 100.00 yuan unless given: the spend is A in percent. */
const judged = ({ spend = '100', budget = '100', increase = null, since = '2022-01-01', on = '2023-12-01' }: Given) =>
  renewalCut({
    standard: UnitPrice.of('100', 'tablet'),
    spend: Money.of(spend),
    budget: Money.of(budget),
    increase: increase === null ? null : Money.of(increase),
    continuousFrom: localDate(since),
    from: localDate('2024-01-01'),
    on: localDate(on),
  });
const told = (given: Given) => {
  const { decision, standard } = valueOf(judged(given));
  return standard ? standard.toString() : decision;
};

describe('[RH4] the ladder of A', () => {
  it.each([
    ['0', '100.0000'],
    ['110', '100.0000'],
    ['110.01', '95.0000'],
    ['140', '95.0000'],
    ['140.01', '90.0000'],
    ['170', '90.0000'],
    ['170.01', '85.0000'],
    ['200', '85.0000'],
    ['200.01', 'RENEGOTIATE'],
  ])('%s %%: %s', (spend, expected) => expect(told({ spend })).toBe(expected));

  it('is exact where a percentage is no decimal', () => {
    // 3.30 / 3.00 is 110 % exactly; a third of it is not.
    expect(told({ spend: '3.30', budget: '3.00' })).toBe('100.0000');
    expect(told({ spend: '3.31', budget: '3.00' })).toBe('95.0000');
  });
});

describe('[RH4] the ladder of B', () => {
  it.each([
    ['0', '100.0000'],
    ['10', '100.0000'],
    ['10.01', '95.0000'],
    ['40', '95.0000'],
    ['40.01', '90.0000'],
    ['70', '90.0000'],
    ['70.01', '85.0000'],
    ['100', '85.0000'],
    ['100.01', 'RENEGOTIATE'],
  ])('%s %%: %s', (increase, expected) => expect(told({ increase })).toBe(expected));

  it('is measured against the larger of budget and spend, and follows A', () => {
    // A = 150 % (10 %), B = 60 / 150 = 40 % (5 %): 100 x 0.9 x 0.95
    expect(told({ spend: '150', increase: '60' })).toBe('85.5000');
    expect(told({ spend: '50', increase: '60' })).toBe('90.0000');
  });
});

describe('[RH4] continuous years', () => {
  it.each([
    ['the day before four years', '2020-01-02', '95.0000'],
    ['four years', '2020-01-01', '97.5000'],
    ['the day before eight years', '2016-01-02', '97.5000'],
    ['eight years', '2016-01-01', 'ORDINARY_LIST'],
  ])('%s', (_name, since, expected) => expect(told({ spend: '120', since })).toBe(expected));

  it('goes to the ordinary list whatever was spent', () => {
    expect(told({ spend: '999', since: '2016-01-01' })).toBe('ORDINARY_LIST');
  });
});

describe('[RH4] what is no figure', () => {
  it.each([
    [{ budget: '0' }, ['BUDGET_NOT_POSITIVE']],
    [{ budget: '-1', spend: '-0.01', increase: '-0.01' }, ['BUDGET_NOT_POSITIVE', 'SPEND_NEGATIVE', 'SPEND_NEGATIVE']],
    [{ on: '2021-12-31' }, ['RENEWAL_RULES_NOT_IN_FORCE']],
    [{ on: '2022-01-01' }, []],
  ])('%j: %j', (given, codes) => {
    const answer = judged(given);
    expect(answer.ok ? [] : answer.refusals.map(({ code }) => code)).toEqual(codes);
  });
});
