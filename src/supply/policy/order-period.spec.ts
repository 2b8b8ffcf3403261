import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { orderPeriod } from './order-period.ts';

it.each([
  ['2020-12-31', 1],
  ['2021-01-01', 0],
  ['2021-12-31', 0],
  ['2022-01-01', 1],
])('an order of %s under an agreement of 2021 meets %d refusals', (on, refusals) => {
  const agreement = { from: localDate('2021-01-01'), to: localDate('2022-01-01') };
  expect(orderPeriod(localDate(on), agreement)).toHaveLength(refusals);
});
