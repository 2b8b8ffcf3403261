import { expect, it } from 'vitest';
import { highestPriceExclusion } from './highest-price-exclusion.ts';

it.each([
  [true, 'It is the highest-priced eligible bid; the exclusion is unclear in the source and not applied.'],
  [false, 'It is not the highest-priced eligible bid; the exclusion is not applied.'],
])('[RB3] highest price %s: listed, never applied', (isHighest, sentence) => {
  expect(highestPriceExclusion(isHighest)).toMatchObject({ met: null, sentence });
});
