import { expect, it } from 'vitest';
import { qualityConsistency } from './quality-consistency.ts';

it.each([true, false, null])('consistency evaluation %s is the answer itself', (passed) => {
  expect(qualityConsistency(passed).met).toBe(passed);
});
