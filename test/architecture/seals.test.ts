import { expect, it } from 'vitest';
import { projectFiles, textOf } from './repository.ts';

const sources = projectFiles().filter((file) => /^(src|scripts)\/.*\.(ts|mjs)$/.test(file) && !file.endsWith('.spec.ts'));
const filesWith = (pattern: RegExp) => sources.filter((file) => pattern.test(textOf(file))).toSorted();

it('a seal is opened in the recorded act of opening, and nowhere else', () => {
  expect(filesWith(/\b(compact|flattened|general|jwt)Decrypt\b|\bcreateDecipher/)).toEqual(['src/platform/seal/seal.ts']);
  expect(filesWith(/\breleaseKey\b/)).toEqual([
    'src/negotiation/open-expected-price.ts',
    'src/platform/seal/seal.ts',
    'src/procurement/open-bids.ts',
  ]);
  expect(filesWith(/\bunseal\b/)).toEqual([
    'src/negotiation/expected-price.ts',
    'src/platform/seal/seal.ts',
    'src/procurement/sealed-price.ts',
  ]);
  expect(filesWith(/\bopenPrice\b/)).toEqual(['src/procurement/open-bids.ts', 'src/procurement/sealed-price.ts']);
  expect(filesWith(/\bopenExpected\b/)).toEqual(['src/negotiation/expected-price.ts', 'src/negotiation/open-expected-price.ts']);
});
