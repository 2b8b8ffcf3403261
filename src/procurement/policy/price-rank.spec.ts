import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparablePrice } from './comparable-price.ts';
import { priceRank, priceRanks, tiedWith } from './price-rank.ts';

const bids = (prices: string[]) => prices.map((text, index) => ({ id: `b${index}`, price: comparablePrice(text) }));

describe('[RB6] rank by price', () => {
  it('gives ties the better rank: 1, 2, 2, 4', () => {
    expect([...priceRanks(bids(['1', '2', '2', '3'])).values()]).toEqual([1, 2, 2, 4]);
  });
  it('names the tie', () => {
    const list = bids(['1', '2', '2.0000', '3']);
    expect(tiedWith(list[1]!, list)).toEqual(['b2']);
    expect(priceRank(2, 4, ['b2']).sentence).toBe('The bid ranks 2 of 4 by price, tied with b2.');
  });
  it('has no rank while competitors are unknown', () => expect(priceRank(null, 0, []).met).toBeNull());
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), (list) => {
        const all = bids(list.map(String));
        expect(Object.fromEntries(priceRanks(all.toReversed()))).toEqual(Object.fromEntries(priceRanks(all)));
      }),
    );
  });
});
