import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { comparablePrice } from './comparable-price.ts';
import { priceRatioLimitClauses } from './price-ratio-limit.clauses.ts';
import { priceRatioLimit, priceRatioLimitOf } from './price-ratio-limit.ts';

// This file and price-ratio-limit.clauses.ts are the only places that know the multiple and its days.
const prices = (list: string[]) => list.map(comparablePrice);

describe('the 1.8x rule', () => {
  // Clauses: flcube.com/?p=30512 (rounds 2 to 9), ?p=14910 (round 10), ?p=41082 (round 11); stents 2020 from memory.
  it.each([
    // scheme, first day, last day (null: open), limit for a lowest bid of 1.0000 and an average of 1.0000
    ['national-drug', '2020-01-17', '2024-12-11', '1.8'],
    ['national-drug', '2024-12-12', '2025-10-26', '1.8'],
    ['national-drug', '2025-10-27', null, '1.8'],
    ['national-stent', '2020-11-05', '2022-11-28', '1.8'],
  ])('%s from %s to %s: limit %s times the anchor', (scheme, first, last, limit) => {
    for (const day of [first, last ?? '2999-12-31']) {
      expect(priceRatioLimitOf(localDate(day), scheme, prices(['1.0000'])).limit.toText()).toBe(limit);
      // The same clause holds on both days: the next document's clause starts the day after the last.
      expect(priceRatioLimitClauses.inForce(localDate(day), { scheme })).toMatchObject({ from: first, value: { multiple: limit } });
    }
  });

  it.each([
    ['national-drug', '2020-01-16'],
    ['national-stent', '2020-11-04'],
    ['national-stent', '2022-11-29'],
  ])('%s on %s: a rule gap, never another year’s multiple', (scheme, day) => {
    expect(() => priceRatioLimitOf(localDate(day), scheme, prices(['1']))).toThrow(RuleGap);
  });

  it.each([
    // title, scheme, day, shortlisted, offered, met, limit
    ['[RB3] just below', 'national-drug', '2022-07-12', ['1'], '1.7999', true, '1.8'],
    ['[RB3] at', 'national-drug', '2022-07-12', ['1'], '1.8000', true, '1.8'],
    ['[RB3] just above', 'national-drug', '2022-07-12', ['1'], '1.8001', false, '1.8'],
    ['[E21] paracetamol 0.07 against a lowest of 0.0345', 'national-drug', '2022-07-12', ['0.0345'], '0.07', false, '0.0621'],
    ['[E22] stents: 798 against a lowest of 469', 'national-stent', '2021-06-01', ['469', '798'], '798', true, '844.2'],
    ['[RB5] at the anchor limit', 'national-drug', '2026-06-01', ['1.00', '2.00', '2.20', '4.80'], '2.25', true, '2.25'],
    ['[RB5] [E23] the old limit is gone', 'national-drug', '2026-06-01', ['1.00', '2.00', '2.20', '4.80'], '2.20', true, '2.25'],
    ['[RB5] [E23] above the anchor limit', 'national-drug', '2026-06-01', ['1.00', '2.00', '2.20', '4.80'], '4.80', false, '2.25'],
    ['[RB5] the lowest is the anchor when half the average is less', 'national-drug', '2026-06-01', ['1.00', '1.10'], '1.8', true, '1.8'],
    // 1.8 x 50 % x (1 + 1 + 8)/3 is 3 exactly; a decimal average would lose the last digit.
    ['[RB5] an average that is no decimal', 'national-drug', '2026-06-01', ['1', '1', '8'], '3.0000', true, '3'],
    ['[RB5] just above it', 'national-drug', '2026-06-01', ['1', '1', '8'], '3.0001', false, '3'],
  ])('%s', (_title, scheme, day, shortlisted, offered, met, limit) => {
    const judged = priceRatioLimit(localDate(day), scheme, comparablePrice(offered), prices(shortlisted));
    expect(judged.met).toBe(met);
    expect(judged.inputs).toContainEqual({ name: 'limit', value: limit, unit: 'yuan' });
    expect(judged.source).toHaveLength(1);
  });

  it('is not judged without a lowest price, and says so in both languages', () => {
    const judged = priceRatioLimit(localDate('2022-07-12'), 'national-drug', comparablePrice('1'), []);
    expect([judged.met, judged.sentence, judged.sentenceZh]).toEqual([
      null,
      'The lowest price of the lot is not on record.',
      '本采购单元最低价无记录。',
    ]);
  });

  it('is monotone: what passes passes at every lower price', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 }).map((n) => comparablePrice((n / 10_000).toFixed(4)));
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), cents, cents, (lot, a, b) => {
        const [low, high] = a.compare(b) <= 0 ? [a, b] : [b, a];
        const on = localDate('2026-06-01');
        if (priceRatioLimit(on, 'national-drug', high, lot).met) expect(priceRatioLimit(on, 'national-drug', low, lot).met).toBe(true);
      }),
    );
  });
});
