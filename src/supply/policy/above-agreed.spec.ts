import { expect, it } from 'vitest';
import { aboveAgreed } from './above-agreed.ts';

it.each([
  [100, 0, 0],
  [100, 100, 0],
  [100, 101, 1],
])('[RJ3] agreed %d, bought %d: %d above', (agreed, quantity, above) => {
  expect(aboveAgreed({ agreed, quantity })).toBe(above);
});
