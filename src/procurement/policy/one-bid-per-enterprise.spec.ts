import { expect, it } from 'vitest';
import { oneBidPerEnterprise } from './one-bid-per-enterprise.ts';

it.each([
  [1, true],
  [2, false],
  [3, false],
])('[RB1] one bid per enterprise and lot: %d bids, %s', (bids, met) => {
  expect(oneBidPerEnterprise('e', bids).met).toBe(met);
});
