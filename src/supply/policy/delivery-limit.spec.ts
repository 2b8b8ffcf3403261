import { expect, it } from 'vitest';
import { deliveryLimit } from './delivery-limit.ts';

it.each([
  [100, 0, 99, 1],
  [100, 0, 100, 0],
  [100, 0, 101, null],
  [100, 60, 40, 0],
  [100, 60, 41, null],
])('of %d ordered and %d supplied, %d delivered: %s left', (ordered, supplied, delivered, left) => {
  const answer = deliveryLimit({ ordered, supplied, delivered });
  expect(answer.ok ? answer.value : null).toBe(left);
});
