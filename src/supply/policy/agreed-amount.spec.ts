import { expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { agreedAmount } from './agreed-amount.ts';

it.each([
  [1000, '590', 1, '590000.00'],
  [333, '469', 1, '156177.00'],
  [1, '10', 7, '1.43'],
  [1, '0.05', 10, '0.01'], // exactly half a cent
  [1, '0.0499', 10, '0.00'],
  [9_007_199_254_740_991, '1.0001', 1, '9008099974666465.10'],
])('%d units at %s for %d of them are %s yuan', (quantity, price, units, amount) => {
  expect(agreedAmount({ quantity, unitPrice: UnitPrice.of(price, 'box'), units }).toString()).toBe(amount);
});
