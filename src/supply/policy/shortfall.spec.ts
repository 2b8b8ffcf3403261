import { expect, it } from 'vitest';
import { shortfall } from './shortfall.ts';

it.each([
  [100, 0, 100],
  [100, 99, 1],
  [100, 100, 0],
  [100, 101, 0],
])('[S0-9] agreed %d, purchased %d: shortfall %d', (agreed, purchased, missing) => {
  expect(shortfall({ agreed, purchased }).quantity).toBe(missing);
});
