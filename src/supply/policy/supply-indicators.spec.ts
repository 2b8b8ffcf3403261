import { expect, it } from 'vitest';
import { supplyIndicators } from './supply-indicators.ts';

it.each([
  ['nothing was ordered', [0, 0, 0, 0, 0n], [null, null, null]],
  ['nothing has come', [100, 0, 0, 0, 0n], [null, null, '0.0000']],
  ['three orders were answered after 10 days together', [90, 60, 3, 10, 605n], ['3.33', '10.08', '0.6667']],
  ['all came', [90, 90, 2, 1, 45n], ['0.50', '0.50', '1.0000']],
] as const)('[RI3] the indicators where %s', (_title, [ordered, delivered, answeredOrders, responseDays, quantityDays], expected) => {
  const indicators = supplyIndicators({ ordered, delivered, answeredOrders, responseDays, quantityDays });
  expect([indicators.responseDays, indicators.deliveryDays, indicators.fillRate]).toEqual(expected);
});
