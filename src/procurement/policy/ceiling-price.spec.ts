import { describe, expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { ceilingPrice } from './ceiling-price.ts';

describe('[RB1] ceiling price', () => {
  it.each([
    // medicaltrend.org 2021-02-07: real bids of the fourth round
    ['[E24] telmisartan', '3.82', '1.0924', false],
    ['[E24] nateglinide', '1.18', '1.17', false],
    ['valsartan/HCTZ', '2.448', '2.29', false],
    ['[E24] valsartan/amlodipine', '6.5493', '6.78', true],
    ['just below', '1.0923', '1.0924', true],
    ['at', '1.0924', '1.0924', true],
    ['just above', '1.0925', '1.0924', false],
  ])('%s: %s under %s is %s', (_drug, offered, ceiling, met) => {
    const judged = ceilingPrice(UnitPrice.of(offered, 'tablet'), UnitPrice.of(ceiling, 'tablet'));
    expect(judged.met).toBe(met);
    expect(judged.inputs.map((each) => each.name)).toEqual(['offered', 'ceiling']);
  });

  it('is not judged without price or ceiling', () => {
    expect(ceilingPrice(null, UnitPrice.of('1', 'tablet')).met).toBeNull();
    expect(ceilingPrice(UnitPrice.of('1', 'tablet'), null).met).toBeNull();
  });
});
