import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endless } from './day-number.ts';
import type { PeriodIn } from './periods-in-memory.ts';
import { afterStandard, StandardsInMemory } from './standards-in-memory.ts';

const products = 12;
/** More than one row is wide at first. */
const areas = 20;
/** The area above the others. */
const national = 0;

function empty(): StandardsInMemory {
  const held = new StandardsInMemory();
  for (let product = 0; product < products; product += 1) held.products.add(`P${product}`, `id${product}`);
  for (let area = 0; area < areas; area += 1) held.addArea(`A${area}`, area === national ? null : `A${national}`);
  return held;
}

const stretch = fc.record({
  gap: fc.nat(3),
  length: fc.integer({ min: 1, max: 5 }),
  amount: fc.oneof(fc.nat(9_000_000), fc.constant(null), fc.constant(2n ** 60n), fc.constant(2n ** 61n + 1n)),
  basis: fc.constantFrom('WINNING_PRICE' as const, 'LOCAL_CAP' as const),
});
const periods = fc.tuple(fc.array(stretch, { maxLength: 6 }), fc.boolean()).map(([all, isOpen]) => {
  let day = 0;
  return all.map(({ gap, length, amount, basis }, at): PeriodIn => {
    const from = day + gap;
    day = from + length;
    const to = isOpen && at === all.length - 1 ? endless : day;
    return { from, to, amount, basis, priceUnit: '盒', inScope: from % 2 === 0, recordedAt: from * 1000 };
  });
});

describe('standards in memory', () => {
  it('are found as a list of all of them says, however often places are put anew', () => {
    const put = fc.record({ product: fc.nat(products - 1), area: fc.nat(areas - 1), periods });
    fc.assert(
      fc.property(fc.array(put, { maxLength: 60 }), fc.boolean(), (puts, isTrimmed) => {
        const held = empty();
        const said = new Map<string, readonly PeriodIn[]>();
        for (const { product, area, periods: each } of puts) {
          said.set(`${product} ${area}`, each);
          held.put(product, area, each);
        }
        if (isTrimmed) held.trim();
        expect(held.size).toBe([...said.values()].flat().length);
        for (let product = -1; product < products; product += 1) {
          for (let area = -1; area < areas; area += 1) {
            const own = said.get(`${product} ${area}`) ?? [];
            const speaking = own.length > 0 ? own : area < 0 ? [] : (said.get(`${product} ${national}`) ?? []);
            const days = Array.from({ length: 25 }, (_, at) => at - 1);
            expect(days.map((day) => foundOn(held, held.find(product, area, day)))).toEqual(days.map((day) => saidOn(speaking, day)));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are moved together where most places were put anew', () => {
    const held = empty();
    const period = (from: number): PeriodIn => ({
      from,
      to: from + 1,
      amount: from,
      basis: 'WINNING_PRICE',
      priceUnit: '盒',
      inScope: true,
      recordedAt: from,
    });
    held.put(0, 0, [period(7)]);
    for (let round = 0; round < 20_000; round += 1) held.put(1, 1, [period(round)]);
    expect([held.size, held.periods.amountOf(held.find(0, 0, 7)), held.periods.amountOf(held.find(1, 1, 19_999))]).toEqual([2, 7, 19_999]);
    expect(held.bytes).toBeLessThan(400_000);
  });
});

/** What is held of a period, or why none was found. */
function foundOn({ periods: of }: StandardsInMemory, found: number) {
  if (found < 0) return found;
  return { ...of.kindOf(found), from: of.fromOf(found), to: of.toOf(found), amount: of.amountOf(found), recordedAt: of.recordedAt(found) };
}

function saidOn(said: readonly PeriodIn[], day: number) {
  const last = said.findLast(({ from }) => from <= day);
  if (last && day < last.to) return last;
  return last?.basis === 'WINNING_PRICE' ? afterStandard : -1;
}
