import { expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { listingPrice } from './listing-price.ts';

it.each([
  ['647.99', false],
  ['647.9999', false],
  ['648', true],
  ['648.0000', true],
  ['648.01', false],
])('[S1-8] [E43] listing at %s for a winning price of 648.00: %s', (listed, ok) => {
  expect(listingPrice(UnitPrice.of(listed, 'stent'), UnitPrice.of('648.00', 'stent')).ok).toBe(ok);
});
