import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { BidToEvaluate, LotToEvaluate } from './bid-evaluation.ts';
import { evaluateBids } from './evaluate-bids.ts';

// Days well inside the rounds, and figures far from the 1.8x limit: only price-ratio-limit.spec.ts knows that number.
const round2to9 = localDate('2022-09-01');
const round10 = localDate('2025-05-01');
const round11 = localDate('2028-06-01');

const bid = (id: string, price: string | null, rest: Partial<BidToEvaluate> = {}): BidToEvaluate => ({
  id,
  enterpriseCode: `enterprise-${id}`,
  productCode: `product-${id}`,
  price,
  comparableUnitPrice: price,
  consistencyPassed: true,
  notBelowCostDeclared: true,
  ...rest,
});
const evaluate = (scheme: string, on: ReturnType<typeof localDate>, bids: BidToEvaluate[], lot: Partial<LotToEvaluate> = {}) =>
  evaluateBids({ scheme, on, bids, lot: { ceilingPrice: '10', ...lot } });
const outcomes = (evaluated: ReturnType<typeof evaluateBids>) => Object.fromEntries(evaluated.map((each) => [each.id, each.outcome]));

describe('validity', () => {
  it('[RB1] judges a public bid on its ceiling alone: telmisartan 3.82 above 1.0924', () => {
    const [telmisartan] = evaluate(
      'national-drug',
      round2to9,
      [bid('telmisartan', '3.82', { consistencyPassed: null, notBelowCostDeclared: null })],
      { ceilingPrice: '1.0924', allBidsKnown: false },
    );
    expect(telmisartan).toMatchObject({
      rank: null,
      outcome: 'INVALID',
      explanation: {
        rule: 'procurement.ceiling-price',
        sentence: 'The bid of 3.8200 exceeds the ceiling of 1.0924.',
        sentenceZh: '申报价3.8200元高于最高有效申报价1.0924元。',
      },
    });
    expect(telmisartan?.findings.map((each) => [each.rule, each.met, each.decisive])).toEqual([
      ['procurement.ceiling-price', false, true],
      ['procurement.one-bid-per-enterprise', true, false],
      ['procurement.quality-consistency', null, false],
      ['procurement.cost-declaration', null, false],
    ]);
  });

  it('does not select or reject by comparison while competing bids are not on record', () => {
    const [only] = evaluate('national-drug', round2to9, [bid('a', '9.90')], { allBidsKnown: false });
    expect(only).toMatchObject({ rank: null, outcome: 'UNDECIDED', explanation: { rule: 'procurement.price-rank' } });
    expect(only?.findings.find((each) => each.rule === 'procurement.price-ratio-limit')?.met).toBeNull();
    expect(only?.findings.find((each) => each.rule === 'procurement.ceiling-cut')?.met).toBe(false);
  });

  it('lists all reasons, not the first', () => {
    const evaluated = evaluate('national-drug', round2to9, [
      bid('a', '11', { enterpriseCode: 'e', notBelowCostDeclared: false, consistencyPassed: false }),
      bid('b', '1', { enterpriseCode: 'e' }),
    ]);
    expect(outcomes(evaluated)).toEqual({ a: 'INVALID', b: 'INVALID' });
    expect(evaluated.find((each) => each.id === 'a')?.findings.filter((each) => each.decisive)).toHaveLength(4);
  });

  it('compares the ceiling with the basis it is told', () => {
    const packed = bid('a', '21.80', { comparableUnitPrice: '0.7786' });
    expect(evaluate('national-drug', round2to9, [packed])[0]?.outcome).toBe('PROPOSED');
    expect(evaluate('national-drug', round2to9, [{ ...packed, ceilingBasis: 'PRICE' }])[0]?.outcome).toBe('INVALID');
  });

  it('takes the cut against the ceiling on the basis of the ceiling', () => {
    const lowest = bid('a', '0.50');
    const packed = bid('b', '21.80', { comparableUnitPrice: '5', ceilingBasis: 'PRICE' });
    const [, evaluated] = evaluate('national-drug', round2to9, [lowest, packed], { ceilingPrice: '30' });
    expect(evaluated?.findings.find((each) => each.rule === 'procurement.ceiling-cut')?.inputs[0]?.value).toBe('21.8000');
    expect(evaluated?.outcome).toBe('NOT_SELECTED');
  });

  it('leaves a lot open when a price is not on record', () => {
    expect(outcomes(evaluate('national-drug', round2to9, [bid('a', '1'), bid('b', null)]))).toEqual({ a: 'UNDECIDED', b: 'UNDECIDED' });
  });
});

describe('[RB2] 4+7 and its expansion', () => {
  const pilot = localDate('2019-03-01');
  it('lets the lowest of three win alone', () => {
    const evaluated = evaluate('pilot-4plus7', pilot, [bid('c', '3'), bid('a', '1'), bid('b', '2')]);
    expect(outcomes(evaluated)).toEqual({ a: 'PROPOSED', b: 'NOT_SELECTED', c: 'NOT_SELECTED' });
    expect(evaluated[0]?.explanation.rule).toBe('procurement.winner-limit');
  });
  it('negotiates with fewer than three', () => {
    expect(outcomes(evaluate('pilot-4plus7', pilot, [bid('a', '1'), bid('b', '2')]))).toEqual({ a: 'NEGOTIATE', b: 'NEGOTIATE' });
  });
  it('does not count an invalid bid as a bidder', () => {
    expect(outcomes(evaluate('pilot-4plus7', pilot, [bid('a', '1'), bid('b', '2'), bid('c', '11')]))).toEqual({
      a: 'NEGOTIATE',
      b: 'NEGOTIATE',
      c: 'INVALID',
    });
  });
  it('leaves a tie for the one place to the experts', () => {
    expect(outcomes(evaluate('pilot-4plus7', pilot, [bid('a', '1'), bid('b', '1'), bid('c', '2')]))).toEqual({
      a: 'UNDECIDED',
      b: 'UNDECIDED',
      c: 'NOT_SELECTED',
    });
  });
  it('takes up to three in the expansion, none above the 4+7 price', () => {
    const evaluated = evaluate(
      'alliance-expansion-2019',
      localDate('2019-11-01'),
      [bid('a', '1'), bid('b', '2'), bid('c', '3'), bid('d', '3.1'), bid('e', '3.3')],
      { priceOfEarlierRound: '3.2' },
    );
    expect(outcomes(evaluated)).toEqual({ a: 'PROPOSED', b: 'PROPOSED', c: 'PROPOSED', d: 'NOT_SELECTED', e: 'INVALID' });
  });
});

describe('[RB3] rounds 2 to 9', () => {
  it('needs one of three conditions', () => {
    const evaluated = evaluate('national-drug', round2to9, [bid('low', '0.02'), bid('cheap', '0.09'), bid('cut', '4'), bid('dear', '9')]);
    expect(outcomes(evaluated)).toEqual({ low: 'PROPOSED', cheap: 'PROPOSED', cut: 'PROPOSED', dear: 'NOT_SELECTED' });
    expect(evaluated.map((each) => each.explanation.rule)).toEqual([
      'procurement.price-ratio-limit',
      'procurement.fixed-price-limit',
      'procurement.ceiling-cut',
      'procurement.price-ratio-limit',
    ]);
    expect(evaluated[3]?.findings.filter((each) => each.decisive).map((each) => each.rule)).toEqual([
      'procurement.price-ratio-limit',
      'procurement.fixed-price-limit',
      'procurement.ceiling-cut',
    ]);
    // What is unclear or not on record is listed and not applied.
    expect(evaluated[0]?.findings.filter((each) => each.met === null).map((each) => each.rule)).toEqual([
      'procurement.highest-price-exclusion',
      'procurement.winner-limit',
    ]);
  });
  it('shortlists ten', () => {
    const evaluated = evaluate(
      'national-drug',
      round2to9,
      Array.from({ length: 11 }, (_, index) => bid(`b${index}`, `1.0${String(index).padStart(2, '0')}`)),
    );
    expect(evaluated.map((each) => each.outcome)).toEqual([...Array(10).fill('PROPOSED'), 'NOT_SHORTLISTED']);
    expect(evaluated[10]).toMatchObject({ rank: 11, explanation: { rule: 'procurement.shortlist-limit' } });
  });
});

describe('[RB4] round 10', () => {
  it('has no cut exemption, and offers the revival price', () => {
    const evaluated = evaluate('national-drug', round10, [bid('a', '1'), bid('b', '1.2'), bid('c', '4')]);
    expect(outcomes(evaluated)).toEqual({ a: 'PROPOSED', b: 'PROPOSED', c: 'NOT_SELECTED' });
    expect(evaluated[2]?.findings.at(-1)).toMatchObject({
      rule: 'procurement.revival-price',
      met: null,
      decisive: false,
      inputs: [{ name: 'revivalPrice', value: '1.2000', unit: 'yuan' }],
    });
  });
  it('revives who accepts it', () => {
    const evaluated = evaluate('national-drug', round10, [bid('a', '1'), bid('b', '1.2'), bid('c', '4', { acceptsRevivalPrice: true })]);
    expect(evaluated[2]).toMatchObject({ id: 'c', outcome: 'PROPOSED', explanation: { rule: 'procurement.revival-price' } });
  });
});

describe('[RB5] round 11', () => {
  it('lifts the limit by half the average, so a lone dumping price does not decide', () => {
    const lot = [bid('dumping', '0.10'), bid('a', '1.5'), bid('b', '1.7'), bid('c', '9.9')];
    expect(outcomes(evaluate('national-drug', round11, lot))).toEqual({
      dumping: 'PROPOSED',
      a: 'PROPOSED',
      b: 'PROPOSED',
      c: 'NOT_SELECTED',
    });
    // half the average is 1.65; under the rules of round 10 only the lowest would stand
    expect(outcomes(evaluate('national-drug', round10, lot))).toEqual({
      dumping: 'PROPOSED',
      a: 'NOT_SELECTED',
      b: 'NOT_SELECTED',
      c: 'NOT_SELECTED',
    });
  });
});

describe('[RB6] [RB7] stents', () => {
  const on2020 = localDate('2021-06-01');
  it('takes the ten lowest, at most four of one manufacturer', () => {
    const five = Array.from({ length: 5 }, (_, index) => bid(`m${index}`, `50${index}`, { enterpriseCode: 'm', manufacturerCode: 'm' }));
    const others = Array.from({ length: 7 }, (_, index) => bid(`o${index}`, `60${index}`));
    const evaluated = evaluate('national-stent', on2020, [...five, ...others], { ceilingPrice: '2850' });
    expect(evaluated.filter((each) => each.outcome === 'PROPOSED').map((each) => each.id)).toEqual([
      'm0',
      'm1',
      'm2',
      'm3',
      'o0',
      'o1',
      'o2',
      'o3',
      'o4',
      'o5',
    ]);
    expect(outcomes(evaluated)).toMatchObject({ m4: 'NOT_SHORTLISTED', o6: 'NOT_SHORTLISTED' });
  });
  it('needs no more in the renewal than the former highest price, each bid alone', () => {
    const evaluated = evaluate('national-stent', localDate('2023-06-01'), [bid('a', '798'), bid('b', '798.01'), bid('c', null)], {
      ceilingPrice: null,
      formerHighestWinningPrice: '798',
      allBidsKnown: false,
    });
    expect(outcomes(evaluated)).toEqual({ a: 'PROPOSED', b: 'NOT_SELECTED', c: 'UNDECIDED' });
  });
});

describe('a scheme whose selection is not on record', () => {
  it('judges validity and says so', () => {
    const evaluated = evaluate('national-insulin', localDate('2022-06-01'), [bid('a', '9'), bid('b', '11')]);
    expect(outcomes(evaluated)).toEqual({ a: 'UNDECIDED', b: 'INVALID' });
    expect(evaluated.find((each) => each.id === 'a')?.explanation.rule).toBe('procurement.scheme');
  });
  it('has a rule gap outside its days and for an unknown code', () => {
    expect(() => evaluate('pilot-4plus7', round11, [bid('a', '1')])).toThrow(RuleGap);
    expect(() => evaluate('no-such-scheme', round11, [bid('a', '1')])).toThrow(RuleGap);
  });
});

describe('every evaluation', () => {
  const bids = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      cents: fc.integer({ min: 1, max: 1200 }),
      maker: fc.constantFrom('m', 'n', 'o'),
      unknown: fc.boolean(),
    }),
    { selector: (each) => each.id, maxLength: 16 },
  );
  const cases = fc.constantFrom(
    ['pilot-4plus7', '2019-03-01'],
    ['alliance-expansion-2019', '2019-11-01'],
    ['national-drug', '2022-09-01'],
    ['national-drug', '2025-05-01'],
    ['national-drug', '2028-06-01'],
    ['national-stent', '2021-06-01'],
    ['national-stent', '2023-06-01'],
    ['national-insulin', '2022-06-01'],
  );

  it('does not depend on the order of the bids, decides each, and explains it', () => {
    fc.assert(
      fc.property(cases, bids, fc.boolean(), ([scheme, day], list, withUnknown) => {
        const given = list.map((each) =>
          bid(each.id, withUnknown && each.unknown ? null : (each.cents / 100).toFixed(2), { manufacturerCode: each.maker }),
        );
        const lot = { priceOfEarlierRound: '8', formerHighestWinningPrice: '8' };
        const forth = evaluate(scheme, localDate(day), given, lot);
        expect(evaluate(scheme, localDate(day), given.toReversed(), lot)).toEqual(forth);
        expect(forth).toHaveLength(given.length);
        for (const each of forth) {
          expect(each.findings.some((finding) => finding.decisive && finding.rule === each.explanation.rule)).toBe(true);
          expect(each.explanation.source.length).toBeGreaterThan(0);
          expect(each.findings.every((finding) => finding.sentence && finding.sentenceZh)).toBe(true);
        }
      }),
    );
  });

  it('never proposes a dearer bid while it passes over a cheaper valid one, in the schemes by price alone', () => {
    fc.assert(
      fc.property(bids, (list) => {
        const evaluated = evaluate(
          'alliance-expansion-2019',
          localDate('2019-11-01'),
          list.map((each) => bid(each.id, (each.cents / 100).toFixed(2))),
          { priceOfEarlierRound: '8' },
        );
        const ranks = (outcome: string) => evaluated.filter((each) => each.outcome === outcome).map((each) => each.rank ?? 0);
        expect(Math.max(0, ...ranks('PROPOSED'))).toBeLessThanOrEqual(Math.min(Infinity, ...ranks('NOT_SELECTED')));
      }),
    );
  });

  it('refuses an id listed twice and a malformed price', () => {
    expect(() => evaluate('national-drug', round2to9, [bid('a', '1'), bid('a', '2')])).toThrow(RangeError);
    expect(() => evaluate('national-drug', round2to9, [bid('a', '1e1')])).toThrow('not a decimal');
  });
});
