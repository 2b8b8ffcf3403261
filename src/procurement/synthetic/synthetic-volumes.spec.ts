import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticInstitutions, type PlaceableArea } from './synthetic-institutions.ts';
import { firstYearQuantity, syntheticVolumes } from './synthetic-volumes.ts';

const areas: PlaceableArea[] = [
  { code: '110000', kind: 'MUNICIPALITY' },
  { code: '330000', kind: 'PROVINCE' },
  { code: '330100', kind: 'PREFECTURE' },
  { code: '330200', kind: 'PREFECTURE' },
  { code: '660000', kind: 'CORPS' },
];
const products = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const made = (count: number, seed: number) => {
  const institutions = syntheticInstitutions(count, seed, areas);
  return { institutions, volumes: [...syntheticVolumes(institutions, products, seed)] };
};
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('synthetic volumes', () => {
  it('sum to exactly 1,070,000 stents at 2,408 institutions', () => {
    expect(sum(made(2408, 1).volumes.map((each) => each.agreed))).toBe(1_070_000);
  });

  it.each([
    [1, 444], // 444.352…
    [2, 889], // 888.704…
    [1204, 535_000],
    [24_080, 10_700_000],
  ])('scale with the institutions: %i have %i', (institutions, quantity) => {
    expect(firstYearQuantity(institutions)).toBe(quantity);
  });

  it('sum exactly, are positive, and have one row an institution and product, whatever the count and seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 0, max: 0xffffffff }), (count, seed) => {
        const { volumes } = made(count, seed);
        expect(sum(volumes.map((each) => each.agreed))).toBe(firstYearQuantity(count));
        expect(volumes.every(({ agreed, demand }) => agreed > 0 && demand >= agreed)).toBe(true);
        expect(new Set(volumes.map((each) => `${each.institutionCode} ${each.productCode}`)).size).toBe(count * products.length);
      }),
      { numRuns: 50 },
    );
  });

  it('are the same for the same seed, and others for another', () => {
    expect(made(50, 7)).toEqual(made(50, 7));
    expect(made(50, 7).volumes.map((each) => each.agreed)).not.toEqual(made(50, 8).volumes.map((each) => each.agreed));
  });

  it('do not depend on the order in which areas and products come', () => {
    const shuffled = syntheticInstitutions(40, 3, areas.toReversed());
    expect(shuffled).toEqual(syntheticInstitutions(40, 3, areas));
    expect([...syntheticVolumes(shuffled, products.toReversed(), 3)]).toEqual(made(40, 3).volumes);
  });

  it('are never put into a province, whose prefectures pool the funds', () => {
    expect(new Set(made(500, 1).institutions.map((each) => each.areaCode))).toEqual(new Set(['110000', '330100', '330200', '660000']));
  });
});
