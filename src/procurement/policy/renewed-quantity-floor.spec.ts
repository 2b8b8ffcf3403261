import { expect, it } from 'vitest';
import { renewedQuantityFloor } from './renewed-quantity-floor.ts';

it.each([
  [100, 99, false],
  [100, 100, true],
  [100, 101, true],
])('[RA3] previous %d, renewed %d: %s', (previous, renewed, ok) => {
  // CSJ-YD2022-1: not less than the previous year's
  expect(renewedQuantityFloor(previous, renewed).ok).toBe(ok);
});
