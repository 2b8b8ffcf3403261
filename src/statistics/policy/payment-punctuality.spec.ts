import { expect, it } from 'vitest';
import { paymentPunctuality } from './payment-punctuality.ts';

it.each([
  ['100.00', '100.00', 4, 4, ['1.0000', '1.0000']],
  ['100.00', '0.00', 4, 0, ['0.0000', '0.0000']],
  ['300.00', '200.00', 3, 1, ['0.6667', '0.3333']],
  // Half a ten-thousandth is rounded up, less is not.
  ['20000.00', '1.00', 20_000, 1, ['0.0001', '0.0001']],
  ['20000.00', '0.99', 20_001, 1, ['0.0000', '0.0000']],
  ['9999999999999999.99', '3333333333333333.33', 3, 1, ['0.3333', '0.3333']],
] as const)('of %s yuan %s on time, of %d payables %d: %j', (dueAmount, onTimeAmount, payables, onTime, [byAmount, byCount]) => {
  const judged = paymentPunctuality({ dueAmount, onTimeAmount, payables, onTime });
  expect(judged).toMatchObject({ byAmount, byCount });
  expect(judged.explanation.steps.map(({ value }) => value)).toEqual([byAmount, byCount]);
});

it('throws where nothing fell due', () => {
  expect(() => paymentPunctuality({ dueAmount: '0.00', onTimeAmount: '0.00', payables: 0, onTime: 0 })).toThrow();
});
