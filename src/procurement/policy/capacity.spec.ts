import { expect, it } from 'vitest';
import { capacity, capacityLeft } from './capacity.ts';

it.each([
  [99, 100, undefined, 'CAPACITY_BELOW_COMMITMENT'],
  [100, 100, undefined, 0],
  [101, 100, undefined, 1],
  [null, 100, undefined, 'CAPACITY_NOT_DECLARED'],
  [null, 100, true, null],
  [99, 100, true, 'CAPACITY_BELOW_COMMITMENT'],
])('[S0-10] declared %s for %s: %s', (declared, committed, fromPublicRecord, expected) => {
  const answer = capacity({ declared, committed, fromPublicRecord });
  expect(answer.ok ? answer.value.spare : answer.refusals[0]?.code).toBe(expected);
});

it.each([
  [100, 99, 1],
  [100, 100, 0],
  [100, 101, 'CAPACITY_EXCEEDED'],
])('[S0-10] of a declared %s, agreed upon %s: %s', (declared, committed, expected) => {
  const answer = capacityLeft({ declared, committed });
  expect(answer.ok ? answer.value.spare : answer.refusals[0]?.code).toBe(expected);
});
