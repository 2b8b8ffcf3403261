import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import {
  brokenByPath,
  convergenceDeadline,
  convergenceLimit,
  isSingleJump,
  linearAmounts,
  linearSteps,
  type ConvergencePath,
} from './convergence.ts';

const price = (text: string) => UnitPrice.of(text, '个');
const startsOn = localDate('2021-01-20');
const limit = convergenceLimit('STENT', startsOn)!;

// Category, first day of the clause, months.
describe('[T14] the limit', () => {
  it.each([
    ['STENT', '2018-12-31', null],
    ['STENT', '2019-01-01', 24],
    ['DRUG', '2019-01-01', 36],
    ['DRUG', '2026-11-21', 36],
    ['CONSUMABLE', '2021-01-20', null],
    ['STENT', '2998-01-01', null],
  ])('of %s on %s is %s months', (category, on, months) => {
    expect(convergenceLimit(category, localDate(on))?.months ?? null).toBe(months);
  });

  it.each([
    ['2020-02-29', '2022-02-28'],
    ['2021-01-31', '2023-01-31'],
    ['2022-02-28', '2024-02-28'],
  ])('[E14] from %s ends on %s', (from, to) => {
    expect(convergenceDeadline(localDate(from), { months: 24, decimals: 2 })).toBe(to);
  });
});

const path = (start: string, target: string, ...steps: [string, string][]): ConvergencePath => ({
  startsOn,
  startAmount: price(start),
  targetAmount: price(target),
  deadline: convergenceDeadline(startsOn, limit),
  steps: steps.map(([effectiveFrom, amount]) => ({ effectiveFrom: localDate(effectiveFrom), amount: price(amount) })),
});
const codes = (given: ConvergencePath) => brokenByPath(given).map(({ code }) => code);

describe('[RE4] a schedule', () => {
  it.each([
    ['[S1-21] may end at the target', path('2850', '798', ['2022-01-20', '1800'], ['2023-01-20', '798']), []],
    ['may end below it', path('2850', '798', ['2023-01-20', '797.99']), []],
    [
      '[E13] may not end above it',
      path('2850', '798', ['2022-01-20', '1800'], ['2022-07-20', '900'], ['2023-01-20', '800']),
      ['CONVERGENCE_ENDS_ABOVE_TARGET'],
    ],
    ['may not end one ten-thousandth above it', path('2850', '798', ['2023-01-20', '798.0001']), ['CONVERGENCE_ENDS_ABOVE_TARGET']],
    ['needs steps', path('798.0001', '798'), ['CONVERGENCE_ENDS_ABOVE_TARGET']],
    ['may end on the last day', path('2850', '798', ['2023-01-20', '798']), []],
    ['[E14] may not end the day after', path('2850', '798', ['2023-01-21', '798']), ['CONVERGENCE_ENDS_LATE']],
    ['[E14] may not end at month 25', path('2850', '798', ['2022-01-20', '1500'], ['2023-02-20', '798']), ['CONVERGENCE_ENDS_LATE']],
    ['may stay as it was', path('2850', '798', ['2021-07-20', '2850'], ['2023-01-20', '798']), []],
    ['may not rise', path('2850', '798', ['2021-07-20', '1000'], ['2021-10-20', '1000.01'], ['2023-01-20', '798']), ['STEP_RISES']],
    ['may not begin with a rise', path('2850', '798', ['2021-07-20', '2851'], ['2023-01-20', '798']), ['STEP_RISES']],
    ['begins after the first day', path('2850', '798', ['2021-01-20', '798']), ['STEP_NOT_AFTER_PREVIOUS']],
    ['has one amount a day', path('2850', '798', ['2021-07-20', '900'], ['2021-07-20', '798']), ['STEP_NOT_AFTER_PREVIOUS']],
    ['[E12] that is not above the target needs no step', path('780', '798'), []],
    ['[E12] at the target needs no step', path('798', '798'), []],
    ['[E12] below the target is never raised to it', path('780', '798', ['2021-07-20', '798']), ['STEP_RISES']],
    [
      'is told everything that it breaks at once',
      path('2850', '798', ['2021-07-20', '900'], ['2021-07-20', '901'], ['2024-01-20', '800']),
      ['STEP_NOT_AFTER_PREVIOUS', 'STEP_RISES', 'CONVERGENCE_ENDS_LATE', 'CONVERGENCE_ENDS_ABOVE_TARGET'],
    ],
  ])('%s', (_title, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });
});

describe('[S1-20] a single jump', () => {
  it.each([
    ['is one step', path('2850', '798', ['2023-01-20', '798']), true],
    ['is one fall, also with a step that stays', path('2850', '798', ['2022-01-20', '2850'], ['2023-01-20', '798']), true],
    ['is not two falls', path('2850', '798', ['2022-01-20', '2849.99'], ['2023-01-20', '798']), false],
    ['is nothing where no step is needed', path('780', '798', ['2023-01-20', '700']), false],
  ])('%s', (_title, given, expected) => {
    expect(isSingleJump(given)).toBe(expected);
  });
});

describe('equal steps', () => {
  it('[E08] of half-years fall on their days', () => {
    const steps = linearSteps(path('2850', '798'), 'HALF_YEARS', limit);
    expect(steps.map(({ effectiveFrom, amount }) => [effectiveFrom, amount.yuan.toFixed(2)])).toEqual([
      ['2021-07-20', '2337.00'],
      ['2022-01-20', '1824.00'],
      ['2022-07-20', '1311.00'],
      ['2023-01-20', '798.00'],
    ]);
  });

  it('[E12] are none where the start is not above the target', () => {
    expect(linearSteps(path('798', '798'), 'QUARTERS', limit)).toEqual([]);
  });

  it('of a start at the end of a month fall on the ends of months', () => {
    const steps = linearSteps({ ...path('2850', '798'), startsOn: localDate('2020-08-31') }, 'HALF_YEARS', limit);
    expect(steps.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2021-02-28', '2021-08-31', '2022-02-28', '2022-08-31']);
  });

  it('never rise, never pass the target, and end at it, whatever is rounded', () => {
    const amount = fc.integer({ min: 1, max: 200_000_000 }).map((parts) => price((parts / 10_000).toFixed(4)));
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(2, 4, 8), fc.constantFrom(2, 4), (a, b, count, decimals) => {
        const [start, target] = a.compare(b) > 0 ? [a, b] : [b, a];
        const amounts = [start, ...linearAmounts(start, target, count, decimals)];
        expect(amounts).toHaveLength(count + 1);
        expect(amounts.at(-1)!.equals(target)).toBe(true);
        for (const [at, each] of amounts.entries()) if (at > 0) expect(each.isAtMost(amounts[at - 1]!)).toBe(true);
      }),
    );
  });
});
