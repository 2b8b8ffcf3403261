import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ratio } from '../../kernel/ratio.ts';
import { agreedQuantity, baseOfArea } from './agreed-quantity.ts';

const bases = (list: number[]) => list.map((base, index) => ({ areaCode: `a${index}`, base }));

describe('[RA2] agreed volume', () => {
  it.each([
    [[5], '50', [3], 3], // 2.5, half up
    [[5, 5], '50', [3, 3], 6], // sum of the rounded areas, not the rounded 5
    [[1, 1, 1], '50', [1, 1, 1], 3],
    [[0], '80', [0], 0],
    [[], '80', [], 0],
    [[596327], '50', [298164], 298164],
  ])('of %j at %s %%: %j, sum %d', (areas, percent, quantities, total) => {
    const agreed = agreedQuantity(bases(areas), Ratio.percent(percent));
    expect(agreed.areas.map((each) => each.quantity)).toEqual(quantities);
    expect(agreed.total).toBe(total);
  });

  it('rounds by the name it is given', () => {
    expect(agreedQuantity(bases([5]), Ratio.percent('50'), 'MAXIMUM_DOWN').total).toBe(2);
    expect(agreedQuantity(bases([5]), Ratio.percent('50')).explanation.inputs).toContainEqual({
      name: 'rounding',
      value: 'HALF_UP',
      unit: null,
    });
  });

  it('[RA1] takes the sum of the reports as base', () => expect(baseOfArea([3, 0, 4])).toBe(7));

  it('refuses an area listed twice', () =>
    expect(() =>
      agreedQuantity(
        [
          { areaCode: 'a', base: 1 },
          { areaCode: 'a', base: 1 },
        ],
        Ratio.of(1),
      ),
    ).toThrow(RangeError));

  // Published figures of the seventh round differ from the exact product by up to 6.5 units over 31 provinces.
  it('differs from the exact national product by at most half a unit an area', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 40 }), fc.integer({ min: 1, max: 100 }), (areas, percent) => {
        const { total } = agreedQuantity(bases(areas), Ratio.of(percent, 100));
        const exact = Ratio.of(areas.reduce((sum, each) => sum + each, 0)).times(Ratio.of(percent, 100));
        const away = Ratio.of(total).minus(exact);
        expect(away.isAtMost(Ratio.of(areas.length, 2)) && away.isAtLeast(Ratio.of(-areas.length, 2))).toBe(true);
      }),
    );
  });
});
