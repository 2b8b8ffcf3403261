import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivableBlocks, type SharedPart } from './derivable-block.ts';

const minimum = 3;
const part = (area: string | null, product: string | null, institutions: number, place = area ?? 'elsewhere'): SharedPart => ({
  place,
  area,
  product,
  institutions,
});
const withheld = (parts: readonly SharedPart[], told: readonly string[]) => {
  const isTold = (block: string | null) => (block !== null && told.includes(block) ? block : null);
  const named = parts.map((each) => ({ ...each, area: isTold(each.area), product: isTold(each.product) }));
  return [...derivableBlocks({ parts: named, told: new Set(told), minimum })].toSorted();
};

/**
 * Whether a reader finds goods of few among the told blocks: takes the sum of some, less that of others, in every way, and
 * looks what is left.
 */
function tellsOfFew(parts: readonly SharedPart[], told: readonly string[]): boolean {
  for (let chosen = 1; chosen < 2 ** told.length; chosen += 1) {
    const isIn = (block: string | null) => block !== null && told.includes(block) && (chosen & (2 ** told.indexOf(block))) !== 0;
    // The areas are added, the products taken off: what is in both falls out.
    const left = parts.filter(({ area, product }) => isIn(area) !== isIn(product));
    // Within a place those of fewer are among those of more: the least that there can be.
    const names = left.flatMap(({ place, institutions }) => Array.from({ length: institutions }, (_none, at) => `${place} ${at}`));
    if (left.length > 0 && new Set(names).size < minimum) return true;
  }
  return false;
}

describe('[T8] what told blocks of two partitions tell by their differences', () => {
  it('is nothing where many stand behind all that they share', () => {
    expect(withheld([part('a', 'p', 3), part('a', 'q', 5), part('b', 'p', 3)], ['a', 'b', 'p', 'q'])).toEqual([]);
  });

  it('is the one goods in which an area and its only other product differ', () => {
    // The area bought p of many and q of one: the area less p is that one.
    expect(withheld([part('a', 'p', 9), part('a', 'q', 1)], ['a', 'p'])).toEqual(['p']);
    // Others buy p as well: the area less p is no longer of one alone.
    expect(withheld([part('a', 'p', 9), part('a', 'q', 1), part('b', 'p', 4)], ['a', 'p'])).toEqual([]);
  });

  it('is an untold area, by the product and the areas that are told', () => {
    expect(withheld([part('a', 'p', 9), part('b', 'p', 2)], ['a', 'p'])).toEqual(['a']);
    expect(withheld([part('a', 'p', 9), part('b', 'p', 3)], ['a', 'p'])).toEqual([]);
  });

  it('is what was accepted and is not due yet', () => {
    expect(withheld([part('a', 'p', 9), part(null, 'p', 1, 'a')], ['a', 'p'])).toEqual(['a']);
    expect(withheld([part('a', 'p', 9), part(null, 'p', 6, 'a')], ['a', 'p'])).toEqual([]);
  });

  it('gives up the least of a corner and the least of the rest, where goods of few alone connect the two', () => {
    const rest = [part('a', 'p', 9), part('b', 'p', 9), part('a', 'q', 9), part('b', 'q', 2), part('c', 'q', 8), part('c', 'p', 1)];
    const corner = [part('z', 'o', 5), part('z', 'p', 1)];
    const all = ['a', 'b', 'c', 'p', 'q', 'z', 'o'];
    expect(withheld([...rest, ...corner], all)).toEqual(['c', 'o']);
    expect(withheld([...rest, ...corner, part('z', 'q', 4)], all)).toEqual([]);
    // One of the rest is untold anyway, and many took part in its goods.
    expect(withheld([...rest, ...corner, part('untold', 'p', 4)], all)).toEqual(['o']);
  });

  it('is nothing where one each in many places bought a product', () => {
    const country = [part('a', 'p', 9), part('b', 'p', 9), part('c', 'p', 9)];
    const scattered = [part('a', 'q', 1), part('b', 'q', 1), part('c', 'q', 1)];
    expect(withheld([...country, ...scattered], ['a', 'b', 'c', 'p', 'q'])).toEqual([]);
    expect(withheld([...country, ...scattered.slice(1)], ['a', 'b', 'c', 'p', 'q'])).toEqual(['a', 'q']);
  });

  it('leaves what is out, and withholds what would tell it', () => {
    // The area was told before; now the product would be, of which all but one bought there.
    const parts = [part('a before', 'p', 9, 'a'), part('b', 'p', 1)];
    expect([...derivableBlocks({ parts, told: new Set(['p']), minimum })]).toEqual(['p']);
    expect([...derivableBlocks({ parts, told: new Set(), minimum })]).toEqual([]);
  });

  const areas = ['a', 'b', 'c', 'd'];
  const products = ['p', 'q', 'r'];
  const parts = fc
    .array(
      fc.record({
        place: fc.constantFrom(...areas),
        isDue: fc.boolean(),
        product: fc.constantFrom(...products, null),
        institutions: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 12 },
    )
    .map((given) => given.map(({ place, isDue, ...rest }): SharedPart => ({ place, area: isDue ? place : null, ...rest })));
  const told = fc.subarray([...areas, ...products]);

  it('is never of few alone, however one adds and subtracts', () => {
    fc.assert(
      fc.property(parts, told, (given, blocks) => {
        const rest = blocks.filter((block) => !withheld(given, blocks).includes(block));
        expect(tellsOfFew(given, rest)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('would be without it, so that the case before says something', () => {
    const leaks = fc.sample(fc.tuple(parts, told), 500).filter(([given, blocks]) => tellsOfFew(given, blocks));
    expect(leaks.length).toBeGreaterThan(50);
  });
});
