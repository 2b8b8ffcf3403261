import { describe, expect, it } from 'vitest';
import { fundRatioOn, refuseRatio, type DatedRatio } from './fund-ratio.ts';

const ratios: DatedRatio[] = [
  { level: null, from: 10, ratio: 70_000 },
  { level: 'TERTIARY', from: 15, ratio: 60_000 },
  { level: null, from: 20, ratio: 80_000 },
  { level: null, from: 20, ratio: 75_000 },
  { level: 'TERTIARY', from: 25, ratio: null },
  { level: null, from: 30, ratio: null },
];

describe('the ratio of the fund', () => {
  it.each([
    // level, day, ratio
    [null, 9, null],
    [null, 10, 70_000],
    [null, 19, 70_000],
    [null, 20, 75_000],
    [null, 29, 75_000],
    [null, 30, null],
    ['TERTIARY', 14, 70_000],
    ['TERTIARY', 15, 60_000],
    ['TERTIARY', 24, 60_000],
    ['TERTIARY', 25, 75_000],
    ['SECONDARY', 15, 70_000],
  ])('[S1-17] at level %s on day %i is %s', (level, day, ratio) => {
    expect(fundRatioOn(ratios, level, day)?.ratio ?? null).toBe(ratio);
  });

  it.each(['0.001', '70', '70.5', '70.125', '100', '100.000'])('may be %s percent', (percent) => {
    expect(refuseRatio('ratioPercent', percent)).toEqual([]);
  });

  it.each(['0', '-1', '100.001', '101', '70.0001'])('may not be %s percent', (percent) => {
    expect(refuseRatio('ratioPercent', percent)).toMatchObject([
      {
        code: 'RATIO_OUT_OF_RANGE',
        rule: 'standard.fund-ratio',
        facts: [{ name: 'ratioPercent', value: percent, unit: '%' }, { value: '100.000' }],
      },
    ]);
  });
});
