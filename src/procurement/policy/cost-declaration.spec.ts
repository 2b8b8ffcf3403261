import { expect, it } from 'vitest';
import { costDeclaration } from './cost-declaration.ts';

it.each([
  [true, true, 'The price was declared not below cost.'],
  [false, false, 'The declaration that the price is not below cost is missing.'],
  [null, null, 'It is not on record whether the price was declared not below cost.'],
])('[S0-11] declaration %s: met %s', (declared, met, sentence) => {
  expect(costDeclaration(declared)).toMatchObject({ met, sentence });
});
