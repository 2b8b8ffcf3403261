import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Money } from '../../kernel/money.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { budgetAndSpend, explainBudgetAndSpend, explainRetained, retainedOf, surplusOf, type SurplusTerms } from './surplus.ts';

const terms = (more: Partial<SurplusTerms> = {}, purchase: object = {}): SurplusTerms => ({
  genericName: '通用名甲',
  countingUnit: '片',
  baseVolume: 100_000,
  averagePriceBefore: '1.2000',
  fundRatioPercent: '70.00',
  insuredSharePercent: '90.00',
  nonSelectedAmount: '20000.00',
  purchases: [{ agreement: 'A-1', agreed: 60_000, purchased: 60_000, unitPrice: '0.1500', units: 1, ...purchase }],
  ...more,
});
const measured = (given: SurplusTerms) => {
  const { budget, spend, surplus } = valueOf(surplusOf([valueOf(budgetAndSpend(given))]));
  return [budget, spend, surplus].map(String);
};

describe('the surplus', () => {
  it('[RF1] [E25] is budget less spend', () => {
    expect(measured(terms())).toEqual(['75600.00', '18270.00', '57330.00']);
  });

  it.each([
    [59_999, '18269.91'],
    [60_000, '18270.00'],
    [60_001, '18270.00'],
    [75_000, '18270.00'],
  ])('[RF2] [E26] counts no use above the agreed quantity: %s of 60,000 spend %s', (purchased, spend) => {
    expect(measured(terms({}, { purchased }))[1]).toBe(spend);
  });

  it('[E26] would be 55912.50 if it counted it', () => {
    expect(measured(terms({}, { agreed: 75_000, purchased: 75_000 }))[2]).toBe('55912.50');
  });

  it('[E27] of a deficit is what it is, and nothing is retained', () => {
    const [budget, spend, surplus] = measured(terms({ nonSelectedAmount: '200000.00' }));
    expect([budget, spend, surplus]).toEqual(['75600.00', '131670.00', '-56070.00']);
    expect(retainedOf(Money.of(surplus!), '50.00').toString()).toBe('0.00');
  });

  it.each([
    ['57330.00', '50.00', '28665.00'],
    ['57330.00', '40.00', '22932.00'],
    ['57330.00', '30.00', '17199.00'],
    ['57330.00', '0.00', '0.00'],
    ['57330.00', '35.00', '20065.50'],
    ['0.01', '50.00', '0.00'],
    ['0.02', '50.00', '0.01'],
    ['0.00', '50.00', '0.00'],
    ['-0.01', '50.00', '0.00'],
  ])('[E25] [E28] [T16] of %s yuan %s %% is %s, rounded down', (surplus, percent, retained) => {
    expect(retainedOf(Money.of(surplus), percent).toString()).toBe(retained);
  });

  it('is counted under each agreement by itself, at its own price and unit', () => {
    const purchases = [
      { agreement: 'A-1', agreed: 100, purchased: 300, unitPrice: '3.0000', units: 7 },
      { agreement: 'A-2', agreed: 100, purchased: 50, unitPrice: '1.0000', units: 1 },
      { agreement: 'A-3', agreed: 0, purchased: 10, unitPrice: '9.0000', units: 1 },
    ];
    const all = terms({ purchases, nonSelectedAmount: '0.00', fundRatioPercent: '100.00', insuredSharePercent: '100.00' });
    // 100 x 3 / 7 + 50 = 92.857…, rounded once.
    expect(measured(all)[1]).toBe('92.86');
  });

  it('sums generic names, a deficit among them', () => {
    const line = (budget: string, spend: string) => ({ budget: Money.of(budget), spend: Money.of(spend) });
    expect(String(valueOf(surplusOf([line('10.00', '4.00'), line('1.00', '5.00')])).surplus)).toBe('2.00');
  });

  it('refuses what no amount holds', () => {
    const huge = terms({ baseVolume: Number.MAX_SAFE_INTEGER, averagePriceBefore: '99999999999999.9999' });
    expect(budgetAndSpend(huge)).toMatchObject({
      ok: false,
      refusals: [{ code: 'AMOUNT_OUT_OF_RANGE', facts: [{ value: '通用名甲' }, {}] }],
    });
    const most = { budget: Money.of('9999999999999999.99'), spend: Money.of('0') };
    expect(surplusOf([most]).ok).toBe(true);
    expect(surplusOf([most, { budget: Money.of('0.01'), spend: Money.of('0') }])).toMatchObject({ ok: false });
  });
});

/** A figure of an explanation as whole hundredths of a hundredth: exactly, by other arithmetic than the rule's. */
const whole = (text: string, decimals: number) => {
  const [units, rest = ''] = text.split('.');
  return BigInt(`${units}${rest.padEnd(decimals, '0')}`);
};
const centsOf = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator);
const asYuan = (cents: bigint) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const hundredths = (most: number) =>
  fc.integer({ min: 1, max: most }).map((each) => `${Math.floor(each / 100)}.${String(each % 100).padStart(2, '0')}`);
const price = fc
  .integer({ min: 1, max: 9_999_999 })
  .map((each) => `${Math.floor(each / 10_000)}.${String(each % 10_000).padStart(4, '0')}`);
const quantity = fc.integer({ min: 0, max: 10_000_000 });
const anyTerms = fc.record({
  genericName: fc.constant('通用名'),
  countingUnit: fc.constant('片'),
  baseVolume: fc.integer({ min: 1, max: 10_000_000 }),
  averagePriceBefore: price,
  fundRatioPercent: hundredths(10_000),
  insuredSharePercent: hundredths(10_000),
  nonSelectedAmount: hundredths(99_999_999),
  purchases: fc
    .array(fc.record({ agreed: quantity, purchased: quantity, unitPrice: price, units: fc.integer({ min: 1, max: 100 }) }), {
      maxLength: 4,
    })
    .map((rows) => rows.map((row, at) => ({ ...row, agreement: `A-${at}` }))),
});

describe('the explanation of a line and of a statement', () => {
  it('[RF1] recomputes from its own inputs, a thousand times', () => {
    fc.assert(
      fc.property(anyTerms, hundredths(5_000), (given, percent) => {
        const sums = valueOf(budgetAndSpend(given));
        const { inputs, steps } = explainBudgetAndSpend(given, sums);
        const input = new Map(inputs.map(({ name, value }) => [name, value]));
        const shares = whole(input.get('fundRatio')!, 2) * whole(input.get('insuredShare')!, 2);
        const budget = centsOf(whole(input.get('baseVolume')!, 0) * whole(input.get('averagePriceBefore')!, 4) * shares * 100n, 10n ** 12n);
        const agreements = [...input.keys()].filter((name) => name.startsWith('agreed ')).map((name) => name.slice('agreed '.length));
        const units = agreements.map((each) => whole(input.get(`unitsOfPrice ${each}`)!, 0));
        const all = units.reduce((product, each) => product * each, 1n);
        const selected = agreements.reduce((sum, each, at) => {
          const [agreed, purchased] = [whole(input.get(`agreed ${each}`)!, 0), whole(input.get(`purchased ${each}`)!, 0)];
          return sum + ((agreed < purchased ? agreed : purchased) * whole(input.get(`winningPrice ${each}`)!, 4) * all) / units[at]!;
        }, 0n);
        const spent = selected + whole(input.get('nonSelectedAmount')!, 4) * all;
        const spend = centsOf(spent * shares * 100n, all * 10n ** 12n);
        expect(steps.slice(-3).map(({ value }) => value)).toEqual([budget, spend, budget - spend].map(asYuan));
        expect([String(sums.budget), String(sums.spend)]).toEqual([budget, spend].map(asYuan));

        const surplus = valueOf(surplusOf([sums]));
        const of = explainRetained(surplus, { percent, grade: 'A', gradePercent: '50.00', highest: '50.00', drugRatio: null });
        const said = new Map(of.inputs.map(({ name, value }) => [name, value]));
        const saved = whole(said.get('budget')!, 2) - whole(said.get('spend')!, 2);
        const retained = saved > 0n ? (saved * whole(said.get('ratio')!, 2)) / 10_000n : 0n;
        expect(of.steps.map(({ value }) => value)).toEqual([saved, retained].map(asYuan));
      }),
      { numRuns: 1000 },
    );
  });

  it('says every input with its unit', () => {
    const { rule, inputs } = explainBudgetAndSpend(terms(), valueOf(budgetAndSpend(terms())));
    expect(rule).toBe('retention.surplus');
    expect(inputs.map(({ name, value, unit }) => `${name} ${value} ${unit}`)).toEqual([
      'genericName 通用名甲 null',
      'baseVolume 100000 片',
      'averagePriceBefore 1.2000 yuan/片',
      'fundRatio 70.00 %',
      'insuredShare 90.00 %',
      'nonSelectedAmount 20000.00 yuan',
      'agreed A-1 60000 片',
      'purchased A-1 60000 片',
      'winningPrice A-1 0.1500 yuan',
      'unitsOfPrice A-1 1 片',
    ]);
  });
});
