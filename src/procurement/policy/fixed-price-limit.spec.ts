import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { comparablePrice } from './comparable-price.ts';
import { fixedPriceLimit } from './fixed-price-limit.ts';

describe('fixed price limit', () => {
  it.each([
    // flcube.com/?p=30512: unit price at most 0.10 yuan
    ['[RB3] below', 'national-drug', '2020-01-17', '0.0999', null, true],
    ['[RB3] at', 'national-drug', '2022-07-12', '0.1000', null, true],
    ['[RB3] above', 'national-drug', '2022-07-12', '0.1001', null, false],
    ['[E21] paracetamol 0.07', 'national-drug', '2022-07-12', '0.07', null, true],
    ['last day for every form', 'national-drug', '2025-10-26', '0.10', false, true],
    // flcube.com/?p=41082: oral solids only
    ['[RB5] first day for oral solids only', 'national-drug', '2025-10-27', '0.10', true, true],
    ['[RB5] another form', 'national-drug', '2025-10-27', '0.10', false, false],
    ['[RB5] form not on record', 'national-drug', '2025-10-27', '0.10', null, null],
    ['[RB5] above, whatever the form', 'national-drug', '2025-10-27', '0.1001', null, false],
    // stents 2020: 2,850 yuan
    ['[RB6] [E22] 798', 'national-stent', '2020-11-05', '798', null, true],
    ['[RB6] at', 'national-stent', '2022-11-28', '2850', null, true],
    ['[RB6] above', 'national-stent', '2020-11-05', '2850.0001', null, false],
  ])('%s', (_title, scheme, day, offered, oralSolid, met) => {
    expect(fixedPriceLimit(localDate(day), scheme, comparablePrice(offered), oralSolid).met).toBe(met);
  });

  it('is not judged without a price', () => {
    expect(fixedPriceLimit(localDate('2022-07-12'), 'national-drug', null, null).met).toBeNull();
  });
});
